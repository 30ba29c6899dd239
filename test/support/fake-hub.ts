/**
 * A server in the test's own process: HTTP view of a workshop and sockets that speak the sync wire, with
 * acknowledgements that can be held back and a network that can be cut, frozen or restored.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import { type DocumentKind, documentKinds } from '#shared/document/names.ts'
import type { WorkshopView } from '#shared/protocol/calls.ts'
import {
  HEARTBEAT_MS,
  MESSAGE_ACK,
  MESSAGE_AWARENESS,
  MESSAGE_SYNC,
  SYNC_STEP_1,
} from '#shared/protocol/wire.ts'

export type Network = 'up' | 'down' | 'frozen'

interface Connection {
  readonly kind: DocumentKind
  readonly socket: FakeSocket
  readonly presence: Map<number, number>
  received: number
}

export class FakeHub {
  readonly docs: Record<DocumentKind, Y.Doc> = {
    board: new Y.Doc(),
    record: new Y.Doc(),
    interviews: new Y.Doc(),
  }
  readonly connections = new Set<Connection>()
  readonly webSocket: typeof WebSocket
  network: Network = 'up'
  holdsAcknowledgements = false
  view: WorkshopView
  /** Called when a line is up and nothing has been said on it yet. */
  onOpen: (kind: DocumentKind) => void = () => {}
  /** Code to refuse connections with, by document. */
  refusals: Partial<Record<DocumentKind, number>> = {}
  /** Updates and states received, by document, over all connections. */
  readonly received: Record<DocumentKind, number> = { board: 0, record: 0, interviews: 0 }
  opened = 0
  /** How often the view was asked for. */
  asked = 0
  readonly #heartbeat: ReturnType<typeof setInterval>

  constructor(view: WorkshopView) {
    this.view = view
    const hub = this
    this.webSocket = class extends FakeSocket {
      constructor(address: string | URL) {
        super(hub, String(address))
      }
    } as unknown as typeof WebSocket
    this.#heartbeat = setInterval(() => this.acknowledgeAll(), HEARTBEAT_MS)
  }

  /** Answers `readWorkshop`; anything else is not found. */
  readonly fetch = (async (input: string | URL | Request): Promise<Response> => {
    this.asked++
    await Promise.resolve()
    if (this.network !== 'up') throw new TypeError('Failed to fetch')
    const isView = String(input).endsWith(`/api/workshops/${this.view.workshopId}`)
    const body = isView
      ? this.view
      : { code: 'not-found', status: 404, title: 'Not found', type: 'about:blank' }
    return new Response(JSON.stringify(body), { status: isView ? 200 : 404 })
  }) as typeof fetch

  /** Packets are lost from now on without anyone being told; or everything is closed at once. */
  cut(how: 'down' | 'frozen' = 'down'): void {
    this.network = how
    if (how === 'down') this.closeAll(1006)
  }

  restore(): void {
    this.network = 'up'
  }

  closeAll(code: number): void {
    for (const { socket } of [...this.connections]) socket.closeByServer(code)
  }

  releaseAcknowledgements(): void {
    this.holdsAcknowledgements = false
    this.acknowledgeAll()
  }

  acknowledgeAll(): void {
    for (const connection of this.connections) this.#acknowledge(connection)
  }

  stop(): void {
    clearInterval(this.#heartbeat)
  }

  accept(socket: FakeSocket): Connection | null {
    const url = new URL(socket.url)
    const kind = documentKinds.find((one) => url.pathname === `/sync/${this.view.workshopId}/${one}`)
    if (!kind || url.searchParams.get('ack') !== '1') throw new Error(`No such socket: ${socket.url}`)
    this.opened++
    const refused = this.refusals[kind]
    if (refused !== undefined) {
      socket.closeByServer(refused)
      return null
    }
    const connection: Connection = { kind, socket, presence: new Map(), received: 0 }
    this.connections.add(connection)
    this.onOpen(kind)
    send(connection, MESSAGE_SYNC, (encoder) => writeSyncStep1(encoder, this.docs[kind]))
    for (const other of this.#peersOf(connection)) {
      if (other.lastPresence) connection.socket.deliver(other.lastPresence)
    }
    return connection
  }

  leave(connection: Connection): void {
    if (!this.connections.delete(connection)) return
    if (connection.presence.size === 0) return
    const gone = encoding.createEncoder()
    encoding.writeVarUint(gone, connection.presence.size)
    for (const [clientId, clock] of connection.presence) {
      encoding.writeVarUint(gone, clientId)
      encoding.writeVarUint(gone, clock + 1)
      encoding.writeVarString(gone, 'null')
    }
    for (const { connection: other } of this.#peersOf(connection)) {
      send(other, MESSAGE_AWARENESS, (encoder) =>
        encoding.writeVarUint8Array(encoder, encoding.toUint8Array(gone)),
      )
    }
  }

  receive(connection: Connection, data: Uint8Array): void {
    const decoder = decoding.createDecoder(data)
    const type = decoding.readVarUint(decoder)
    if (type === MESSAGE_AWARENESS) this.#receivePresence(connection, data, decoder)
    else this.#receiveSync(connection, decoder)
  }

  #receiveSync(connection: Connection, decoder: decoding.Decoder): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, MESSAGE_SYNC)
    const doc = this.docs[connection.kind]
    const relay = (update: Uint8Array) => this.#relay(connection, update)
    doc.on('update', relay)
    const syncType = readSyncMessage(decoder, encoder, doc, connection)
    doc.off('update', relay)
    if (encoding.length(encoder) > 1) connection.socket.deliver(encoding.toUint8Array(encoder))
    if (syncType === SYNC_STEP_1) return
    connection.received++
    this.received[connection.kind]++
    this.#acknowledge(connection)
  }

  #relay(from: Connection, update: Uint8Array): void {
    for (const { connection } of this.#peersOf(from)) {
      send(connection, MESSAGE_SYNC, (encoder) => writeUpdate(encoder, update))
    }
  }

  #receivePresence(connection: Connection, data: Uint8Array, decoder: decoding.Decoder): void {
    connection.socket.lastPresence = data
    const entries = decoding.createDecoder(decoding.readVarUint8Array(decoder))
    for (let left = decoding.readVarUint(entries); left > 0; left--) {
      connection.presence.set(decoding.readVarUint(entries), decoding.readVarUint(entries))
      decoding.readVarString(entries)
    }
    for (const { connection: other } of this.#peersOf(connection)) other.socket.deliver(data)
  }

  #peersOf(one: Connection): { connection: Connection; lastPresence: Uint8Array | null }[] {
    return [...this.connections]
      .filter((other) => other !== one && other.kind === one.kind)
      .map((connection) => ({ connection, lastPresence: connection.socket.lastPresence }))
  }

  #acknowledge(connection: Connection): void {
    if (this.holdsAcknowledgements) return
    send(connection, MESSAGE_ACK, (encoder) => encoding.writeVarUint(encoder, connection.received))
  }
}

/** Somebody's edit, written at the server and sent to everyone. */
export function editAtHub(hub: FakeHub, kind: DocumentKind, edit: (doc: Y.Doc) => void): void {
  const doc = hub.docs[kind]
  const before = Y.encodeStateVector(doc)
  doc.transact(() => edit(doc))
  const update = Y.encodeStateAsUpdate(doc, before)
  for (const connection of hub.connections) {
    if (connection.kind === kind) send(connection, MESSAGE_SYNC, (encoder) => writeUpdate(encoder, update))
  }
}

function send({ socket }: Connection, type: number, write: (encoder: encoding.Encoder) => void): void {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  write(encoder)
  socket.deliver(encoding.toUint8Array(encoder))
}

/** The browser's side of a connection. Everything takes a turn of the event loop. */
class FakeSocket {
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  static readonly CLOSING = 2
  static readonly CLOSED = 3
  readonly OPEN = 1
  readonly url: string
  binaryType = 'blob'
  readyState = 0
  onopen: (() => void) | null = null
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  onerror: (() => void) | null = null
  lastPresence: Uint8Array | null = null
  readonly #hub: FakeHub
  #connection: Connection | null = null

  constructor(hub: FakeHub, url: string) {
    this.#hub = hub
    this.url = url
    soon(() => {
      if (hub.network === 'frozen' || this.readyState !== 0) return
      if (hub.network === 'down') return this.#end(1006)
      this.readyState = 1
      this.onopen?.()
      this.#connection = hub.accept(this)
    })
  }

  send(data: Uint8Array): void {
    if (this.readyState !== 1) return
    const copy = data.slice()
    soon(() => {
      if (this.#connection && this.#hub.network === 'up' && this.readyState === 1)
        this.#hub.receive(this.#connection, copy)
    })
  }

  close(): void {
    if (this.readyState >= 2) return
    this.readyState = 2
    if (this.#hub.network === 'frozen') return
    soon(() => this.#end(1005))
  }

  deliver(data: Uint8Array): void {
    soon(() => {
      if (this.readyState !== 1 || this.#hub.network !== 'up') return
      this.onmessage?.({ data: data.slice().buffer })
    })
  }

  closeByServer(code: number): void {
    soon(() => this.#end(code))
    if (this.#connection) this.#hub.leave(this.#connection)
  }

  #end(code: number): void {
    if (this.readyState === 3) return
    this.readyState = 3
    if (this.#connection) this.#hub.leave(this.#connection)
    this.onclose?.({ code, reason: '' })
  }
}

const soon = (run: () => void) => void setTimeout(run, 0)
