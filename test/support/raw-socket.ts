/** A socket to a document with nothing clever behind it: every byte that arrives is kept, every byte sent is chosen. */
import { once } from 'node:events'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import WebSocket from 'ws'
import * as Y from 'yjs'
import type { DocumentKind } from '#shared/document/names.ts'
import { MESSAGE_SYNC, SYNC_STEP_1, SYNC_STEP_2, SYNC_UPDATE, syncPath } from '#shared/protocol/wire.ts'
import type { Person } from '#test/support/server.ts'
import { until } from '#test/support/until.ts'

export interface RawSocketOptions {
  readonly url: string
  readonly workshopId: string
  readonly kind: DocumentKind | (string & {})
  readonly cookie?: string
  readonly origin?: string
  readonly wantsAcknowledgements?: boolean
}

export class RawSocket {
  readonly #socket: WebSocket
  /** Frames as they came. */
  readonly frames: Buffer[] = []
  /** What the frames made of an empty document. */
  readonly doc = new Y.Doc()
  /** Sync replies (step 2) received so far. */
  replies = 0
  closeCode: number | null = null

  constructor(socket: WebSocket) {
    this.#socket = socket
    socket.on('message', (data) => this.#receive(data as Buffer))
    socket.on('close', (code) => {
      this.closeCode = code
    })
    socket.on('error', () => {})
  }

  get isOpen(): boolean {
    return this.#socket.readyState === WebSocket.OPEN
  }

  send(bytes: Uint8Array): void {
    this.#socket.send(bytes)
  }

  sendUpdate(update: Uint8Array): void {
    this.send(message(MESSAGE_SYNC, SYNC_UPDATE, update))
  }

  /** Asks for everything and waits for the reply; what was sent before has been dealt with by then. */
  async askState(): Promise<void> {
    const before = this.replies
    this.send(message(MESSAGE_SYNC, SYNC_STEP_1, Y.encodeStateVector(new Y.Doc())))
    await until(() => this.replies > before || this.closeCode !== null)
  }

  async closed(): Promise<number> {
    await until(() => this.closeCode !== null)
    return this.closeCode ?? 0
  }

  async close(): Promise<void> {
    if (this.#socket.readyState === WebSocket.CLOSED) return
    const closed = once(this.#socket, 'close')
    this.#socket.close()
    await closed
  }

  #receive(data: Buffer): void {
    this.frames.push(Buffer.from(data))
    const decoder = decoding.createDecoder(new Uint8Array(data))
    if (decoding.readVarUint(decoder) !== MESSAGE_SYNC) return
    const step = decoding.readVarUint(decoder)
    if (step === SYNC_STEP_1) return
    Y.applyUpdate(this.doc, decoding.readVarUint8Array(decoder))
    if (step === SYNC_STEP_2) this.replies++
  }
}

/** Opens a socket; answers when it is open or was closed. */
export async function openSocket(options: RawSocketOptions): Promise<RawSocket> {
  const { url, workshopId, kind, cookie, origin, wantsAcknowledgements = false } = options
  const address = `${url.replace('http', 'ws')}${syncPath(workshopId, kind)}${wantsAcknowledgements ? '?ack=1' : ''}`
  const socket = new WebSocket(address, { headers: { ...(cookie && { cookie }), ...(origin && { origin }) } })
  const raw = new RawSocket(socket)
  await until(() => raw.isOpen || raw.closeCode !== null)
  return raw
}

export const socketOf = (url: string, person: Person, kind: DocumentKind): Promise<RawSocket> =>
  openSocket({ url, workshopId: person.workshopId, kind, cookie: person.cookie })

/** A message of the sync wire: numbers, then bytes with their length. */
function message(type: number, step: number, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  encoding.writeVarUint(encoder, step)
  encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}
