/** Clients that make load and measure: as light as can be, so that the server is what is measured. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import {
  MESSAGE_AWARENESS,
  MESSAGE_SYNC,
  SYNC_STEP_1,
  SYNC_STEP_2,
  SYNC_UPDATE,
} from '#shared/protocol/wire.ts'
import type { Said, ServerKind, Usage } from '#test/bench/sync-servers.ts'
import { seatHeaders } from '#test/support/sync-server.ts'

export class MeasuredServer {
  readonly url: string
  readonly #child: ChildProcess

  private constructor(child: ChildProcess, port: number) {
    this.#child = child
    this.url = `ws://127.0.0.1:${port}`
  }

  static async start(kind: ServerKind): Promise<MeasuredServer> {
    const child = fork(process.argv[1] as string, ['sync-server', kind])
    const [said] = (await once(child, 'message')) as [Said]
    if (!('port' in said)) throw new Error('The server did not say its port.')
    return new MeasuredServer(child, said.port)
  }

  /** What it has used so far. */
  async usage(): Promise<Usage> {
    this.#child.send('usage')
    const [said] = (await once(this.#child, 'message')) as [Said]
    if (!('cpuMs' in said)) throw new Error('The server did not say what it used.')
    return said
  }

  async stop(): Promise<void> {
    const exited = once(this.#child, 'exit')
    this.#child.disconnect()
    await exited
  }
}

/** A socket with a document of its own to make updates with; what it hears is not applied to it. */
export class LoadClient {
  readonly webSocket: WebSocket
  readonly id: number
  readonly #doc = new Y.Doc()
  #made: Uint8Array[] = []
  #presenceClock = 0

  private constructor(webSocket: WebSocket, id: number) {
    this.webSocket = webSocket
    this.id = id
    this.#doc.clientID = id
    this.#doc.on('update', (update: Uint8Array) => this.#made.push(syncMessage(SYNC_UPDATE, update)))
  }

  static async open(url: string, scenario: string, id: number): Promise<LoadClient> {
    const webSocket = new WebSocket(`${url}/sync/${scenario}/board?ack=1`, {
      headers: seatHeaders(`seat${id}`),
      perMessageDeflate: false,
    })
    webSocket.on('error', () => {})
    await once(webSocket, 'open')
    return new LoadClient(webSocket, id)
  }

  /** Asks for the state; the relay does not answer. */
  ask(): void {
    this.webSocket.send(syncMessage(SYNC_STEP_1, Y.encodeStateVector(new Y.Doc())))
  }

  /** Sends one update that holds one value. */
  edit(value: number): void {
    this.makeEdit(value)
    for (const message of this.takeMade()) this.webSocket.send(message)
  }

  /** The message for an edit, to be sent later. */
  makeEdit(value: number): void {
    this.#doc.getMap('entries').set(`of${this.id}`, value)
  }

  takeMade(): Uint8Array[] {
    const made = this.#made
    this.#made = []
    return made
  }

  sayPresence(): void {
    const entries = encoding.createEncoder()
    encoding.writeVarUint(entries, 1)
    encoding.writeVarUint(entries, this.id)
    encoding.writeVarUint(entries, ++this.#presenceClock)
    encoding.writeVarString(
      entries,
      JSON.stringify({ seatId: `seat${this.id}`, activity: 'roadmap', focus: `card${this.id}` }),
    )
    const to = encoding.createEncoder()
    encoding.writeVarUint(to, MESSAGE_AWARENESS)
    encoding.writeVarUint8Array(to, encoding.toUint8Array(entries))
    this.webSocket.send(encoding.toUint8Array(to))
  }

  /** From now on sends back every change of presence it hears, as the official client does. */
  echo(): void {
    const clocks = new Map<number, number>()
    this.webSocket.on('message', (data: Buffer) => {
      if (data[0] !== MESSAGE_AWARENESS) return
      const from = decoding.createDecoder(
        decoding.readVarUint8Array(decoding.createDecoder(data.subarray(1))),
      )
      let isNews = false
      for (let left = decoding.readVarUint(from); left > 0; left--) {
        const client = decoding.readVarUint(from)
        const clock = decoding.readVarUint(from)
        decoding.readVarString(from)
        isNews ||= clock > (clocks.get(client) ?? -1)
        clocks.set(client, clock)
      }
      if (isNews) this.webSocket.send(data)
    })
  }

  /** Calls back with every update that arrives, and whether it ends the first answer. */
  onUpdate(hear: (update: Uint8Array, isReply: boolean) => void): void {
    this.webSocket.on('message', (data: Buffer) => {
      if (data[0] !== MESSAGE_SYNC || data[1] === SYNC_STEP_1) return
      const from = decoding.createDecoder(data.subarray(2))
      hear(decoding.readVarUint8Array(from), data[1] === SYNC_STEP_2)
    })
  }

  async close(): Promise<void> {
    const closed = once(this.webSocket, 'close')
    this.webSocket.close()
    await closed
  }
}

function syncMessage(kind: number, body: Uint8Array): Uint8Array {
  const to = encoding.createEncoder()
  encoding.writeVarUint(to, MESSAGE_SYNC)
  encoding.writeVarUint(to, kind)
  encoding.writeVarUint8Array(to, body)
  return encoding.toUint8Array(to)
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
