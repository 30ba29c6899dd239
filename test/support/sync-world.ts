/**
 * Sync rooms and their clients in one place without sockets: messages travel when a test says so, time stands still
 * until it is moved, and commits happen when they are let happen. Clients speak as the y-websocket provider does.
 */
import * as Y from 'yjs'
import type { Bus, BusListener } from '#server/cluster/bus.ts'
import type { Connection } from '#server/sync/connection.ts'
import { defaultSyncLimits, type SyncLimits } from '#server/sync/limits.ts'
import type { Line } from '#server/sync/line.ts'
import { RoomTable } from '#server/sync/room-table.ts'
import type { Admission } from '#server/sync/rooms-api.ts'
import type { DocumentKind } from '#shared/document/names.ts'
import type { ManualTimers } from '#test/support/manual-timers.ts'
import { type MemoryDisk, MemoryLog } from '#test/support/memory-log.ts'
import { YjsPeer } from '#test/support/yjs-peer.ts'

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
      renew: (doc) => others().forEach((listener) => void listener.renew(doc)),
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
    acknowledges = true,
  ): Promise<Connection> {
    const room = await this.table.open(workshopId, kind)
    if (!room) throw new Error('There is no such document.')
    const admission: Admission = { seatId, role: write ? 'member' : 'viewer', write }
    return this.table.enter(room, line, admission, acknowledges)
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
  readonly peer: YjsPeer
  readonly options: Partial<ClientOptions> & { readonly seatId: string }
  line: HeldLine | null = null
  connection: Connection | null = null
  up: Uint8Array[] = []

  constructor(clientId: number, options: Partial<ClientOptions> & { readonly seatId: string }) {
    const doc = new Y.Doc()
    doc.clientID = clientId
    this.peer = new YjsPeer(doc)
    this.options = options
  }

  get doc(): Y.Doc {
    return this.peer.doc
  }

  get isConnected(): boolean {
    return this.connection?.isOpen === true
  }

  /** All it has sent is said to be committed. */
  get isSaved(): boolean {
    return this.peer.acknowledged === this.peer.sent.length
  }

  /** Ids of the seats this client sees as present. */
  get seatsSeen(): string[] {
    return [...this.peer.awareness.getStates().values()].map((state) => String(state.seatId)).sort()
  }

  async connect(to: TestProcess, acknowledges = true): Promise<void> {
    this.line = new HeldLine(to.timers)
    this.up = []
    this.connection = await to.connect(this.options, this.line, acknowledges)
    this.peer.begin((message) => this.up.push(message))
  }

  /** The line breaks; what was on its way is lost. */
  drop(): void {
    this.connection?.closed()
    this.line = null
    this.connection = null
    this.up = []
    this.peer.end()
  }

  deliverUp(count = Number.POSITIVE_INFINITY): void {
    for (const message of this.up.splice(0, count)) this.connection?.receive(message, true)
  }

  deliverDown(count = Number.POSITIVE_INFINITY): void {
    for (const message of this.line?.take(count) ?? []) this.peer.hear(message)
    if (this.line && this.line.waitingBytes === 0) this.connection?.drained()
  }

  destroy(): void {
    this.drop()
    this.peer.destroy()
  }
}
