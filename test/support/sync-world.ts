/**
 * Sync rooms and their clients in one place without sockets: messages travel when a test says so, time stands still
 * until it is moved, and commits happen when they are let happen. Clients speak as the y-websocket provider does.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as awarenessProtocol from 'y-protocols/awareness'
import * as syncProtocol from 'y-protocols/sync'
import * as Y from 'yjs'
import type { Bus, BusListener } from '#server/cluster/bus.ts'
import type { Connection } from '#server/sync/connection.ts'
import { defaultSyncLimits, type SyncLimits } from '#server/sync/limits.ts'
import type { Line } from '#server/sync/line.ts'
import { RoomTable } from '#server/sync/room-table.ts'
import type { Admission } from '#server/sync/rooms-api.ts'
import type { DocumentKind } from '#shared/document/names.ts'
import {
  MESSAGE_ACK,
  MESSAGE_AWARENESS,
  MESSAGE_SYNC,
  SYNC_STEP_2,
  SYNC_UPDATE,
} from '#shared/protocol/wire.ts'
import type { ManualTimers } from '#test/support/manual-timers.ts'
import { type MemoryDisk, MemoryLog } from '#test/support/memory-log.ts'

/** The messages in a run of WebSocket frames from a server; control frames are left out. */
export function messagesIn(frames: Uint8Array): Uint8Array[] {
  const messages: Uint8Array[] = []
  const view = new DataView(frames.buffer, frames.byteOffset, frames.byteLength)
  for (let at = 0; at < frames.length; ) {
    const short = view.getUint8(at + 1)
    const head = short === 126 ? 4 : short === 127 ? 10 : 2
    const length =
      head === 4 ? view.getUint16(at + 2) : head === 10 ? Number(view.getBigUint64(at + 2)) : short
    if (view.getUint8(at) === 0x82) messages.push(frames.slice(at + head, at + head + length))
    at += head + length
  }
  return messages
}

/** A line whose client reads only when it is told to. */
export class HeldLine implements Line {
  readonly #timers: ManualTimers
  #waiting: Uint8Array[] = []
  takenAt: number
  sentAt: number
  closedWith: number | null = null
  isPaused = false
  sentBytes = 0

  constructor(timers: ManualTimers) {
    this.#timers = timers
    this.takenAt = timers.now()
    this.sentAt = timers.now()
  }

  get waitingBytes(): number {
    return this.#waiting.reduce((sum, frames) => sum + frames.length, 0)
  }

  send(frames: Uint8Array): void {
    if (this.closedWith !== null) return
    this.sentAt = this.#timers.now()
    if (this.#waiting.length === 0) this.takenAt = this.sentAt
    this.sentBytes += frames.length
    this.#waiting.push(frames)
  }

  /** What waits, at most so many writes of it. */
  take(count: number): Uint8Array[] {
    const taken = this.#waiting.splice(0, count)
    if (taken.length > 0) this.takenAt = this.#timers.now()
    return taken.flatMap(messagesIn)
  }

  close(code: number): void {
    this.closedWith ??= code
  }

  pause(): void {
    this.isPaused = true
  }

  resume(): void {
    this.isPaused = false
  }
}

/** Buses of several servers that hear each other at once. */
export class TestBuses {
  readonly #listeners = new Map<object, Set<BusListener>>()
  /** While true, nothing gets through. */
  isBroken = false

  join(): Bus {
    const own = new Set<BusListener>()
    const key = {}
    this.#listeners.set(key, own)
    const others = () =>
      this.isBroken ? [] : [...this.#listeners].flatMap(([other, set]) => (other === key ? [] : [...set]))
    return {
      grown: (doc, head) => others().forEach((listener) => void listener.grown(doc, head)),
      presence: (doc, entries) => others().forEach((listener) => void listener.presence(doc, entries)),
      closeSeat: (workshopId, seatId, code) =>
        others().forEach((listener) => void listener.closeSeat(workshopId, seatId, code)),
      listen: (listener) => {
        own.add(listener)
        return () => own.delete(listener)
      },
      close: async () => void this.#listeners.delete(key),
    }
  }
}

/** One server process. */
export class TestProcess {
  readonly table: RoomTable
  readonly log: MemoryLog
  readonly timers: ManualTimers
  readonly problems: string[] = []

  constructor(disk: MemoryDisk, timers: ManualTimers, bus: Bus, limits: Partial<SyncLimits> = {}) {
    this.log = new MemoryLog(disk)
    this.timers = timers
    const note = (_fields: object, message: string) => void this.problems.push(message)
    this.table = new RoomTable({
      log: this.log,
      bus,
      timers,
      limits: { ...defaultSyncLimits, ...limits },
      logger: { warn: note, error: note },
    })
  }

  async connect(
    { workshopId = 'w', kind = 'board', seatId, write = true }: Partial<ClientOptions> & { seatId: string },
    line: HeldLine,
  ): Promise<Connection> {
    const room = await this.table.open(workshopId, kind)
    if (!room) throw new Error('There is no such document.')
    const admission: Admission = { seatId, role: write ? 'member' : 'viewer', write }
    return this.table.enter(room, line, admission, true)
  }
}

export interface ClientOptions {
  readonly workshopId: string
  readonly kind: DocumentKind
  readonly seatId: string
  readonly write: boolean
}

/** Lets everything that was promised happen, and ends the turn. */
export async function settle(timers: ManualTimers): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    await new Promise(setImmediate)
    timers.endTurn()
  }
  await new Promise(setImmediate)
}

/** A client with a document. What it says waits in `up` until it is delivered. */
export class TestClient {
  readonly doc: Y.Doc
  readonly awareness: awarenessProtocol.Awareness
  readonly options: Partial<ClientOptions> & { readonly seatId: string }
  line: HeldLine | null = null
  connection: Connection | null = null
  up: Uint8Array[] = []
  /** Update messages sent on this connection, in order. */
  sent: Uint8Array[] = []
  acknowledged = 0
  isSynced = false
  onAcknowledged: (updates: readonly Uint8Array[]) => void = () => {}

  constructor(clientId: number, options: Partial<ClientOptions> & { readonly seatId: string }) {
    this.doc = new Y.Doc()
    this.doc.clientID = clientId
    this.options = options
    this.awareness = new awarenessProtocol.Awareness(this.doc)
    this.awareness.setLocalState(null)
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#say((to) => syncProtocol.writeUpdate(to, update), MESSAGE_SYNC)
    })
    this.awareness.on(
      'update',
      ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>) =>
        this.#sayPresence([...added, ...updated, ...removed]),
    )
  }

  get isConnected(): boolean {
    return this.connection?.isOpen === true
  }

  async connect(to: TestProcess): Promise<void> {
    this.line = new HeldLine(to.timers)
    this.up = []
    this.sent = []
    this.acknowledged = 0
    this.isSynced = false
    this.connection = await to.connect(this.options, this.line)
    this.#say((out) => syncProtocol.writeSyncStep1(out, this.doc), MESSAGE_SYNC)
    if (this.awareness.getLocalState() !== null) this.#sayPresence([this.doc.clientID])
  }

  /** The line breaks; what was on its way is lost. */
  drop(): void {
    this.connection?.closed()
    this.line = null
    this.connection = null
    this.up = []
    awarenessProtocol.removeAwarenessStates(
      this.awareness,
      [...this.awareness.getStates().keys()].filter((id) => id !== this.doc.clientID),
      this,
    )
  }

  deliverUp(count = Number.POSITIVE_INFINITY): void {
    for (const message of this.up.splice(0, count)) this.connection?.receive(message, true)
  }

  deliverDown(count = Number.POSITIVE_INFINITY): void {
    for (const message of this.line?.take(count) ?? []) this.#hear(message)
    if (this.line && this.line.waitingBytes === 0) this.connection?.drained()
  }

  destroy(): void {
    this.drop()
    this.awareness.destroy()
    this.doc.destroy()
  }

  #hear(message: Uint8Array): void {
    const from = decoding.createDecoder(message)
    const type = decoding.readVarUint(from)
    if (type === MESSAGE_SYNC) {
      const reply = encoding.createEncoder()
      const kind = syncProtocol.readSyncMessage(from, reply, this.doc, this)
      if (kind === SYNC_STEP_2) this.isSynced = true
      if (encoding.length(reply) > 0)
        this.#say((to) => encoding.writeUint8Array(to, encoding.toUint8Array(reply)), MESSAGE_SYNC)
    } else if (type === MESSAGE_AWARENESS)
      awarenessProtocol.applyAwarenessUpdate(this.awareness, decoding.readVarUint8Array(from), this)
    else if (type === MESSAGE_ACK) this.#hearAcknowledgement(decoding.readVarUint(from))
    else throw new Error(`Unknown message ${type}`)
  }

  #hearAcknowledgement(count: number): void {
    if (count < this.acknowledged || count > this.sent.length)
      throw new Error(`Acknowledged ${count} of ${this.sent.length} after ${this.acknowledged}`)
    this.onAcknowledged(this.sent.slice(this.acknowledged, count))
    this.acknowledged = count
  }

  #sayPresence(clients: readonly number[]): void {
    const entries = awarenessProtocol.encodeAwarenessUpdate(this.awareness, [...clients])
    this.#say((to) => encoding.writeVarUint8Array(to, entries), MESSAGE_AWARENESS)
  }

  #say(write: (to: encoding.Encoder) => void, type: number): void {
    if (!this.isConnected) return
    const to = encoding.createEncoder()
    encoding.writeVarUint(to, type)
    write(to)
    const message = encoding.toUint8Array(to)
    this.up.push(message)
    if (type !== MESSAGE_SYNC) return
    const from = decoding.createDecoder(message)
    decoding.readVarUint(from)
    const kind = decoding.readVarUint(from)
    if (kind === SYNC_STEP_2 || kind === SYNC_UPDATE) this.sent.push(decoding.readVarUint8Array(from))
  }
}
