/**
 * One document and everyone connected to it. Updates are judged as they arrive, appended to the log and sent on once
 * per tick, merged and framed once for all; the log's own growth comes in the same way. A room is told to close only
 * when it is empty and everything is committed.
 */
import { partsOf } from '#server/persistence/load-doc.ts'
import type { DocumentLog, StoredDocument } from '#server/persistence/storage.ts'
import type { Connection } from '#server/sync/connection.ts'
import { cutUpdate } from '#server/sync/cut-update.ts'
import { type Edit, runsBySeat, soleAuthor } from '#server/sync/edits.ts'
import { presenceFrame, together, updateFrame } from '#server/sync/frames.ts'
import { HeldState, type Verdict } from '#server/sync/held-state.ts'
import { joinUpdates } from '#server/sync/join-updates.ts'
import type { SyncLimits } from '#server/sync/limits.ts'
import type { SyncLogger } from '#server/sync/logger.ts'
import type { Source, Tick } from '#server/sync/outbox.ts'
import { Pace } from '#server/sync/pace.ts'
import {
  noChanges,
  PresenceBook,
  type PresenceChanges,
  type PresenceVerdict,
  type Speaker,
} from '#server/sync/presence-book.ts'
import { RoomLog } from '#server/sync/room-log.ts'
import { StateBytes } from '#server/sync/state-bytes.ts'
import { type Clocks, encodeClocks } from '#server/sync/state-vector.ts'
import type { Timers } from '#server/sync/timers.ts'

export interface RoomSurroundings {
  readonly log: DocumentLog
  readonly timers: Timers
  readonly limits: SyncLimits
  readonly logger: SyncLogger
  /** Tells other processes who is present here. */
  readonly sharePresence: (doc: string, entries: Uint8Array) => void
  /** Storage refused what the room had taken: it cannot go on. */
  readonly onLost: (room: Room) => void
}

export class Room implements Source {
  readonly doc: string
  readonly workshopId: string
  /** Connections that are about to enter; the room stays for them. */
  reservations = 0
  readonly connections = new Set<Connection>()
  readonly #surroundings: RoomSurroundings
  readonly #held: HeldState
  readonly #state: StateBytes
  readonly #presence: PresenceBook
  readonly #log: RoomLog
  #position = 0
  #edits: Edit[] = []
  #editBytes = 0
  /** Stored updates that came before what they build on. */
  #strays: Uint8Array[] = []
  #stateVector: Uint8Array | null = null
  readonly #pace: Pace

  constructor(workshopId: string, doc: string, stored: StoredDocument, surroundings: RoomSurroundings) {
    const { log, timers, limits } = surroundings
    this.doc = doc
    this.workshopId = workshopId
    this.#surroundings = surroundings
    this.#held = new HeldState(limits)
    this.#state = new StateBytes(limits)
    this.#presence = new PresenceBook(limits)
    this.#pace = new Pace(timers, () => this.#guarded(() => this.flush()))
    this.#log = new RoomLog(doc, log, timers, stored.head, {
      foreign: ({ data }) => this.#guarded(() => this.#takeForeign(data)),
      committed: () => this.#guarded(() => this.#reportCommitted()),
      lost: () => surroundings.onLost(this),
      unreadable: (error) => surroundings.logger.warn({ err: error, doc }, 'document log not readable'),
    })
    for (const data of partsOf(stored))
      for (const news of this.#judgeStored(data)) this.#state.push(news, ++this.#position)
    if (this.#strays.length > 0)
      surroundings.logger.error({ doc, updates: this.#strays.length }, 'stored updates leave a gap')
  }

  /** Whether what happens here may be counted for whoever runs the server. */
  get isCounted(): boolean {
    return !this.doc.endsWith('/interviews')
  }

  get position(): number {
    return this.#position
  }

  get isEmpty(): boolean {
    return this.connections.size === 0 && this.reservations === 0
  }

  get isCommitted(): boolean {
    return this.committedUpto === this.#position
  }

  /** Everything up to this position is committed. */
  get committedUpto(): number {
    const unsent = this.#edits.find((edit) => edit.author !== null)?.position
    const first = this.#log.firstUncommitted ?? unsent
    return first === undefined ? this.#position : first - 1
  }

  /** Updates appended since the document was last compacted from here. */
  get grownBy(): number {
    return this.#log.appended
  }

  compacted(): void {
    this.#log.compacted()
  }

  enter(connection: Connection): void {
    this.connections.add(connection)
    connection.sendPresence(this.presence())
  }

  leave(connection: Connection): void {
    this.connections.delete(connection)
    this.#presence.leave(connection, this.#surroundings.timers.now())
    this.#schedule()
  }

  /** An update from a client that may write. */
  receive(author: Connection, update: Uint8Array): Verdict {
    const { limits } = this.#surroundings
    const verdict = this.#held.receive(update, limits.documentBytes - this.#state.bytes - this.#editBytes)
    if (verdict.status === 'news') {
      this.#take(verdict.data, author)
      this.#schedule()
    }
    return verdict
  }

  /** What an update would be, without taking it. */
  judge(update: Uint8Array): Verdict['status'] {
    return this.#held.judge(update)
  }

  reaches(clocks: Clocks): boolean {
    return this.#held.reaches(clocks)
  }

  receivePresence(
    speaker: Speaker,
    body: Uint8Array,
    comeback: (entries: Uint8Array) => void,
  ): PresenceVerdict {
    const verdict = this.#presence.receive(speaker, body, this.#surroundings.timers.now(), comeback)
    if (verdict === 'news') this.#schedule()
    return verdict
  }

  receiveRemotePresence(body: Uint8Array): void {
    this.#presence.receiveRemote(body, this.#surroundings.timers.now())
    this.#schedule()
  }

  /** Tells other processes again who is present here: they forget who is not repeated. */
  repeatPresence(): void {
    for (const entries of this.#presence.own()) this.#surroundings.sharePresence(this.doc, entries)
    this.#presence.expire(this.#surroundings.timers.now())
    this.#schedule()
  }

  grown(head: number): void {
    this.#log.grown(head)
  }

  answer(clocks: Clocks): readonly Uint8Array[] {
    // What a client may build on must come before it in the log.
    this.flush()
    return this.#state.answer(clocks, this.#held)
  }

  since(position: number): readonly Uint8Array[] {
    this.flush()
    return this.#state.since(position)
  }

  stateVector(): Uint8Array {
    this.#stateVector ??= encodeClocks(this.#held.clocks)
    return this.#stateVector
  }

  presence(): readonly Uint8Array[] {
    return this.#presence.all().map(presenceFrame)
  }

  /** Appends and sends what has gathered. */
  flush(): void {
    this.#pace.stop()
    const edits = this.#edits
    this.#edits = []
    this.#editBytes = 0
    this.#append(edits)
    const joined = edits.length > 0 ? joinUpdates(edits.map((edit) => edit.data)) : null
    if (joined) {
      this.#pace.flushed('edits')
      this.#state.push(joined, this.#position)
    }
    this.#send(joined, soleAuthor(edits))
    this.#schedule()
  }

  /** Takes what is stored and not here yet; then forgets what was deleted: whoever joins gets no byte of it. */
  renew(stored: StoredDocument): void {
    for (const data of partsOf(stored)) for (const news of this.#judgeStored(data)) this.#take(news, null)
    this.flush()
    this.#state.forgetDeleted(this.#position)
  }

  /** Resolves when everything taken so far is committed, or lost. */
  async settled(): Promise<void> {
    this.flush()
    await this.#log.settled()
  }

  close(): void {
    this.#pace.stop()
    this.#log.stop()
  }

  #take(data: Uint8Array, author: Connection | null): void {
    this.#position++
    this.#stateVector = null
    this.#editBytes += data.length
    this.#edits.push({ data, position: this.#position, author })
  }

  #takeForeign(data: Uint8Array): void {
    for (const news of this.#judgeStored(data)) this.#take(news, null)
    this.#schedule()
  }

  /** What a stored update brings, with those before it that had to wait for it. */
  #judgeStored(data: Uint8Array): Uint8Array[] {
    const verdict = this.#held.receiveStored(data)
    if (verdict.status === 'gap') this.#strays.push(data)
    if (verdict.status === 'malformed')
      this.#surroundings.logger.error({ doc: this.doc }, 'stored update not readable')
    if (verdict.status !== 'news') return []
    const strays = this.#strays
    this.#strays = []
    return [verdict.data, ...strays.flatMap((stray) => this.#judgeStored(stray))]
  }

  #append(edits: readonly Edit[]): void {
    for (const run of runsBySeat(edits)) {
      const [first] = run
      if (first?.author)
        this.#log.append(joinUpdates(run.map((edit) => edit.data)), first.author.seatId, first.position)
    }
  }

  #send(joined: Uint8Array | null, author: Connection | null): void {
    const { messages, speaker, own } = this.#takePresence()
    if (!joined && messages.length === 0) return
    for (const entries of own) this.#surroundings.sharePresence(this.doc, entries)
    if (this.connections.size === 0) return
    const { pieceBytes } = this.#surroundings.limits
    const edits = joined && together(cutUpdate(joined, pieceBytes).map(updateFrame))
    const presence = messages.length > 0 ? together(messages.map(presenceFrame)) : null
    let both: Uint8Array | null = null
    const tick: Tick = {
      upto: this.#position,
      edits,
      presence,
      get both() {
        both ??= together([edits, presence].filter((frame) => frame !== null))
        return both
      },
    }
    for (const connection of this.connections)
      connection.deliver(tick, connection !== author, connection !== speaker)
  }

  #takePresence(): PresenceChanges {
    if (!this.#presence.hasChanges || !this.#pace.isPresenceDue) return noChanges
    this.#pace.flushed('presence')
    return this.#presence.takeChanges()
  }

  #reportCommitted(): void {
    const upto = this.committedUpto
    for (const connection of this.connections) connection.committed(upto)
  }

  #schedule(): void {
    if (this.#edits.length > 0) this.#pace.schedule('edits')
    else if (this.#presence.hasChanges) this.#pace.schedule('presence')
  }

  /** For what no client waits for: a fault ends this room, never the process. */
  #guarded(run: () => void): void {
    try {
      run()
    } catch (error) {
      this.#surroundings.logger.error({ err: error, doc: this.doc }, 'room failed')
      this.#surroundings.onLost(this)
    }
  }
}
