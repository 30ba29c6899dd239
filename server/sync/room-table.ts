/**
 * All rooms of this process and everyone in them. A room opens when the first client comes, and is dropped when it is
 * empty and everything is committed; who comes in between finds it still open.
 */
import type { Bus } from '#server/cluster/bus.ts'
import type { DocumentLog } from '#server/persistence/storage.ts'
import { Connection } from '#server/sync/connection.ts'
import type { SyncLimits } from '#server/sync/limits.ts'
import type { Line } from '#server/sync/line.ts'
import type { SyncLogger } from '#server/sync/logger.ts'
import { Room } from '#server/sync/room.ts'
import type { Admission, RoomStats } from '#server/sync/rooms-api.ts'
import { SeatTable } from '#server/sync/seat-table.ts'
import type { Timers } from '#server/sync/timers.ts'
import { type DocumentKind, documentName } from '#shared/document/names.ts'
import { closeCodes } from '#shared/protocol/wire.ts'

export interface TableSurroundings {
  readonly log: DocumentLog
  readonly bus: Bus
  readonly timers: Timers
  readonly limits: SyncLimits
  readonly logger: SyncLogger
}

const TICK_MS = 1000
const HEADS_MS = 2000
const PRESENCE_MS = 10_000

export class RoomTable {
  readonly #with: TableSurroundings
  readonly #rooms = new Map<string, Room>()
  readonly #opening = new Map<string, Promise<Room | null>>()
  readonly #seats: SeatTable
  /** Not read until storage has caught up. */
  readonly #heldBack = new Set<Connection>()
  readonly #refused: Record<number, number> = {}
  readonly #stops: (() => void)[] = []
  #connections = 0
  #updatesIn = 0
  #isReadingHeads = false
  #isClosed = false

  constructor(surroundings: TableSurroundings) {
    const { bus, log } = surroundings
    this.#with = surroundings
    this.#seats = new SeatTable(surroundings.timers, surroundings.limits)
    this.#stops.push(
      log.onCommitted((committed) => this.#guarded(() => this.#committed(committed))),
      bus.listen({
        grown: (doc, head) => this.#rooms.get(doc)?.grown(head),
        presence: (doc, entries) => this.#guarded(() => this.#rooms.get(doc)?.receiveRemotePresence(entries)),
        closeSeat: (workshopId, seatId, code) => this.closeSeatHere(workshopId, seatId, code),
        renew: (doc) => this.#renewOther(doc),
        missed: () => this.#judgeAnew(),
      }),
      this.#every(TICK_MS, () => this.#tick()),
      this.#every(HEADS_MS, () => void this.#readHeads()),
      this.#every(PRESENCE_MS, () => this.#repeatPresence()),
    )
  }

  /** The room of a document, reserved for one `enter` or `release`; null if there is no such document. */
  async open(workshopId: string, kind: DocumentKind): Promise<Room | null> {
    const doc = documentName(workshopId, kind)
    const open = this.#rooms.get(doc)
    if (open) return reserved(open)
    const opening = this.#opening.get(doc) ?? this.#load(workshopId, doc)
    this.#opening.set(doc, opening)
    const room = await opening
    // Lost or dropped while we waited for our turn.
    if (room && this.#rooms.get(doc) !== room) return this.open(workshopId, kind)
    return room && reserved(room)
  }

  release(room: Room): void {
    room.reservations--
    this.#dropWhenIdle(room)
  }

  /** Why a seat may not have one more connection, or null. */
  refusal(workshopId: string, seatId: string): number | null {
    if (this.#isClosed) return closeCodes.restarting
    return this.#seats.hasRoomFor(workshopId, seatId) ? null : closeCodes.flooding
  }

  enter(room: Room, line: Line, admission: Admission, wantsAcknowledgements: boolean): Connection {
    const { limits, log, logger, timers } = this.#with
    const seat = this.#seats.take(room.workshopId, admission.seatId)
    const connection = new Connection({
      room,
      line,
      admission,
      wantsAcknowledgements,
      budget: seat.budget,
      limits,
      timers,
      logger,
      queuedBytes: () => log.queuedBytes,
      onUpdate: () => {
        if (room.isCounted) this.#updatesIn++
      },
      onHeldBack: (held) => this.#heldBack.add(held),
      onLeave: (left, code) => {
        this.#heldBack.delete(left)
        this.#seats.leave(seat, left)
        this.#left(room, code)
      },
    })
    seat.connections.add(connection)
    this.#connections++
    room.reservations--
    return connection
  }

  closeSeatHere(workshopId: string, seatId: string, code: number): void {
    for (const connection of this.#seats.connectionsOf(workshopId, seatId)) connection.close(code)
  }

  /** The room, if there is one, holds what is stored and nothing that was deleted before. */
  async renewHere(doc: string): Promise<void> {
    await this.#opening.get(doc)
    const room = this.#rooms.get(doc)
    const stored = room && (await this.#with.log.load(doc))
    if (stored && this.#rooms.get(doc) === room) room.renew(stored)
  }

  #renewOther(doc: string): void {
    this.renewHere(doc).catch((error: unknown) =>
      this.#with.logger.error({ err: error, doc }, 'room not renewed'),
    )
  }

  /** A change of rights may have gone unheard: everyone comes back. */
  #judgeAnew(): void {
    for (const connection of this.#seats.connections()) connection.close(closeCodes.accessChanged)
  }

  seatsPresent(workshopId: string): ReadonlySet<string> {
    return this.#seats.present(workshopId)
  }

  refused(code: number): void {
    this.#refused[code] = (this.#refused[code] ?? 0) + 1
  }

  get stats(): Omit<RoomStats, 'framesOut'> {
    return {
      rooms: this.#rooms.size,
      connections: this.#connections,
      updatesIn: this.#updatesIn,
      refused: { ...this.#refused },
    }
  }

  /** Waits until everything taken is committed, then sends everyone away to come back later. */
  async close(): Promise<void> {
    this.#isClosed = true
    await Promise.allSettled(this.#opening.values())
    const rooms = [...this.#rooms.values()]
    for (const room of rooms) for (const connection of room.connections) connection.stopReading()
    await Promise.allSettled(rooms.map((room) => room.settled()))
    for (const stop of this.#stops) stop()
    for (const room of rooms) {
      for (const connection of [...room.connections]) connection.close(closeCodes.restarting)
      room.close()
    }
    this.#rooms.clear()
  }

  async #load(workshopId: string, doc: string): Promise<Room | null> {
    const { bus, log } = this.#with
    try {
      const stored = await log.load(doc)
      if (!stored) return null
      const room = new Room(workshopId, doc, stored, {
        ...this.#with,
        sharePresence: (name, entries) => bus.presence(name, entries),
        onLost: (lost) => this.#lost(lost),
      })
      this.#rooms.set(doc, room)
      // What was committed between reading and now.
      void this.#readHeads()
      return room
    } finally {
      this.#opening.delete(doc)
    }
  }

  #left(room: Room, code: number | null): void {
    this.#connections--
    if (code !== null) this.refused(code)
    this.#dropWhenIdle(room)
  }

  #dropWhenIdle(room: Room): void {
    if (!room.isEmpty) return
    this.#dropWhenSaved(room).catch((error: unknown) => {
      this.#with.logger.error({ err: error, doc: room.doc }, 'room failed')
      this.#lost(room)
    })
  }

  async #dropWhenSaved(room: Room): Promise<void> {
    await room.settled()
    // Somebody may have come, and written, while it was being saved.
    if (!room.isEmpty || !room.isCommitted || this.#rooms.get(room.doc) !== room) return
    this.#rooms.delete(room.doc)
    room.close()
    if (room.grownBy > this.#with.limits.compactAfter) this.#compact(room)
  }

  #compact(room: Room): void {
    const { log, logger } = this.#with
    room.compacted()
    log
      .compact(room.doc)
      .catch((error: unknown) => logger.warn({ err: error, doc: room.doc }, 'document not compacted'))
  }

  /** Storage refused what the room holds: its clients come back and bring it again. */
  #lost(room: Room): void {
    if (this.#rooms.get(room.doc) === room) this.#rooms.delete(room.doc)
    for (const connection of [...room.connections]) connection.close(closeCodes.storageUnavailable)
    room.close()
  }

  #committed(committed: readonly { doc: string; head: number }[]): void {
    for (const { doc, head } of committed) {
      this.#rooms.get(doc)?.grown(head)
      this.#with.bus.grown(doc, head)
    }
    if (this.#heldBack.size === 0 || this.#with.log.queuedBytes > this.#with.limits.queueBytes / 2) return
    for (const connection of this.#heldBack) connection.readOn()
    this.#heldBack.clear()
  }

  /** The safety net under `onCommitted` and the bus. */
  async #readHeads(): Promise<void> {
    if (this.#isReadingHeads || this.#rooms.size === 0) return
    this.#isReadingHeads = true
    try {
      const heads = await this.#with.log.heads([...this.#rooms.keys()])
      for (const [doc, head] of heads) this.#rooms.get(doc)?.grown(head)
    } catch (error) {
      this.#with.logger.warn({ err: error }, 'heads not readable')
    } finally {
      this.#isReadingHeads = false
    }
  }

  #tick(): void {
    const { limits } = this.#with
    for (const room of this.#rooms.values()) {
      for (const connection of [...room.connections]) connection.tick()
      if (room.isEmpty) this.#dropWhenIdle(room)
      else if (room.grownBy > 10 * limits.compactAfter) this.#compact(room)
    }
    this.#seats.forget()
  }

  #repeatPresence(): void {
    for (const room of this.#rooms.values()) room.repeatPresence()
  }

  #every(ms: number, run: () => void): () => void {
    const again = () => {
      this.#guarded(run)
      cancel = this.#with.timers.after(ms, again)
    }
    let cancel = this.#with.timers.after(ms, again)
    return () => cancel()
  }

  #guarded(run: () => void): void {
    try {
      run()
    } catch (error) {
      this.#with.logger.error({ err: error }, 'sync failed')
    }
  }
}

function reserved(room: Room): Room {
  room.reservations++
  return room
}
