/** A client of the sync rooms over a real socket, in Node: a document, and what a test wants to know of its line. */
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { DocumentKind } from '#shared/document/names.ts'
import { syncPath } from '#shared/protocol/wire.ts'
import { until } from '#test/support/until.ts'
import { YjsPeer } from '#test/support/yjs-peer.ts'

export interface SyncClientOptions {
  /** Where the server is: `ws://127.0.0.1:3000`. */
  readonly url: string
  readonly workshopId: string
  readonly kind?: DocumentKind
  readonly headers?: Readonly<Record<string, string>>
  /** Whether to be told what is saved; yes if left out. */
  readonly acknowledges?: boolean
  /** What it holds already; an empty document if left out. */
  readonly doc?: Y.Doc
}

export class SyncClient {
  readonly peer: YjsPeer
  readonly webSocket: WebSocket
  /** Resolves with the code the line was closed with. */
  readonly closed: Promise<number>
  /** Messages heard so far. */
  heard = 0
  #closedWith: number | null = null

  constructor({ url, workshopId, kind = 'board', headers, acknowledges = true, doc }: SyncClientOptions) {
    this.peer = new YjsPeer(doc ?? new Y.Doc())
    const address = `${url}${syncPath(workshopId, kind)}${acknowledges ? '?ack=1' : ''}`
    this.webSocket = new WebSocket(address, { headers: { ...headers }, perMessageDeflate: false })
    this.webSocket.binaryType = 'nodebuffer'
    this.webSocket.on('open', () => this.peer.begin((message) => this.webSocket.send(message)))
    this.webSocket.on('message', (message: Buffer) => {
      this.heard++
      this.peer.hear(message)
    })
    this.webSocket.on('error', () => {})
    this.closed = new Promise((resolve) => {
      this.webSocket.on('close', (code) => {
        this.#closedWith = code
        this.peer.end()
        resolve(code)
      })
    })
  }

  get doc(): Y.Doc {
    return this.peer.doc
  }

  get isOpen(): boolean {
    return this.webSocket.readyState === WebSocket.OPEN
  }

  get isSaved(): boolean {
    return this.peer.isSynced && this.peer.acknowledged === this.peer.sent.length
  }

  /** Resolves when the server's state is here; rejects when the line closes first. */
  async synced(): Promise<this> {
    await this.#until(() => this.peer.isSynced)
    return this
  }

  /** Resolves when all that was sent is said to be committed. */
  async saved(): Promise<this> {
    await this.#until(() => this.isSaved)
    return this
  }

  /** Sends bytes, or text, as one message, whatever they say. */
  send(message: Uint8Array | string): void {
    this.webSocket.send(message)
  }

  /** Reads nothing more from now on. */
  stopReading(): void {
    this.webSocket.pause()
  }

  readOn(): void {
    this.webSocket.resume()
  }

  /** Breaks the line without a farewell. */
  cut(): void {
    this.webSocket.terminate()
  }

  close(): void {
    this.webSocket.close()
    this.peer.destroy()
  }

  async #until(condition: () => boolean): Promise<void> {
    await until(() => this.#closedWith !== null || condition())
    if (!condition()) throw new Error(`The line was closed with ${this.#closedWith}.`)
  }
}
