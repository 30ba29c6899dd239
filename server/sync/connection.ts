/**
 * One client in one room: reads its messages, keeps it to its rights and limits, and tells it what is committed.
 * The one place that decides what a message may do. A fault in what it sends closes this connection and no other.
 */

import { Acknowledgements } from '#server/sync/acknowledgements.ts'
import type { Budget } from '#server/sync/budget.ts'
import { ByteReader, Malformed } from '#server/sync/byte-reader.ts'
import { ackFrame, NOTHING, PING, presenceFrame } from '#server/sync/frames.ts'
import type { Verdict } from '#server/sync/held-state.ts'
import type { SyncLimits } from '#server/sync/limits.ts'
import type { Line } from '#server/sync/line.ts'
import type { SyncLogger } from '#server/sync/logger.ts'
import { Outbox, type Tick } from '#server/sync/outbox.ts'
import type { Room } from '#server/sync/room.ts'
import type { Admission } from '#server/sync/rooms-api.ts'
import { type Clocks, readStateVector } from '#server/sync/state-vector.ts'
import type { Timers } from '#server/sync/timers.ts'
import {
  closeCodes,
  HEARTBEAT_MS,
  MESSAGE_AWARENESS,
  MESSAGE_QUERY_AWARENESS,
  MESSAGE_SYNC,
  SYNC_STEP_1,
  SYNC_STEP_2,
  SYNC_UPDATE,
} from '#shared/protocol/wire.ts'

export interface ConnectionSurroundings {
  readonly room: Room
  readonly line: Line
  readonly admission: Admission
  readonly wantsAcknowledgements: boolean
  /** Shared by all connections of the seat. */
  readonly budget: Budget
  readonly limits: SyncLimits
  readonly timers: Timers
  readonly logger: SyncLogger
  /** Bytes not yet committed in the whole process. */
  readonly queuedBytes: () => number
  readonly onUpdate: () => void
  /** It is read no further until `readOn`: too much waits for storage. */
  readonly onHeldBack: (connection: Connection) => void
  /** `code` is what it was closed with, null if the client went by itself. */
  readonly onLeave: (connection: Connection, code: number | null) => void
}

/** A plain client takes a line for dead after 30 s of silence. */
const PLAIN_HEARTBEAT_MS = 10_000
const PING_MS = 15_000
/** What every Yjs client sends back unasked costs a tenth of what it says itself. */
const ECHO_COST = 0.1
/** A reply with a gap is asked for again, but not for long. */
const REPLY_GAPS = 10

export class Connection {
  readonly seatId: string
  readonly #with: ConnectionSurroundings
  readonly #outbox: Outbox
  readonly #acknowledgements = new Acknowledgements()
  #isOpen = true
  #isStopping = false
  #gaps = 0
  #heardAt: number
  #pingedAt = 0
  #acknowledgedAt: number
  /** Until when it is read no further because its seat sent too much; null if it is not held back for that. */
  #cancelRest: (() => void) | null = null
  #waitsForQueue = false

  constructor(surroundings: ConnectionSurroundings) {
    const { room, line, admission, limits, timers } = surroundings
    this.seatId = admission.seatId
    this.#with = surroundings
    this.#outbox = new Outbox(line, room, limits, admission.write)
    this.#heardAt = timers.now()
    this.#acknowledgedAt = timers.now()
    room.enter(this)
  }

  get isOpen(): boolean {
    return this.#isOpen
  }

  receive(message: Uint8Array, isBinary: boolean): void {
    if (!this.#isOpen || this.#isStopping) return
    this.heard()
    this.#guarded(() => (isBinary ? this.#read(message) : this.close(closeCodes.malformed)))
  }

  /** The client is alive, though it said nothing. */
  heard(): void {
    this.#heardAt = this.#with.timers.now()
  }

  /** The client has taken what waited for it. */
  drained(): void {
    if (this.#isOpen) this.#guarded(() => this.#outbox.catchUp(this.#with.timers.now()))
  }

  deliver(tick: Tick, withEdits: boolean, withPresence: boolean): void {
    this.#outbox.deliver(tick, withEdits, withPresence)
  }

  sendPresence(frames: readonly Uint8Array[]): void {
    this.#outbox.sendPresence(frames)
  }

  /** The room is committed up to a position. */
  committed(position: number): void {
    if (this.#acknowledgements.commit(position)) this.#acknowledge()
  }

  /** To be called every second or so. */
  tick(): void {
    if (!this.#isOpen) return
    const { line, limits, timers } = this.#with
    const now = timers.now()
    if (this.#waitsForQueue || this.#cancelRest) this.heard()
    if (line.waitingBytes > 0 && now - line.takenAt > limits.stuckMs) this.close(closeCodes.tooSlow)
    else if (now - this.#heardAt > limits.silentMs) this.close(closeCodes.restarting)
    else this.#guarded(() => this.#keepAlive(now))
  }

  /** Whatever goes wrong ends this connection and no other. */
  #guarded(run: () => void): void {
    try {
      run()
    } catch (error) {
      const { logger, room } = this.#with
      if (!(error instanceof Malformed)) logger.error({ err: error, doc: room.doc }, 'connection failed')
      this.close(closeCodes.malformed)
    }
  }

  #keepAlive(now: number): void {
    const { line, wantsAcknowledgements } = this.#with
    this.#outbox.catchUp(now)
    if (wantsAcknowledgements && now - this.#acknowledgedAt >= HEARTBEAT_MS - 1000) this.#acknowledge()
    if (now - line.sentAt >= PLAIN_HEARTBEAT_MS) line.send(NOTHING)
    if (now - Math.max(this.#heardAt, this.#pingedAt) > PING_MS) {
      this.#pingedAt = now
      line.send(PING)
    }
  }

  /** Storage has caught up. */
  readOn(): void {
    this.#waitsForQueue = false
    if (this.#isOpen && !this.#cancelRest) this.#with.line.resume()
  }

  /** The server is about to stop: nothing more is taken, so what is taken can be committed. */
  stopReading(): void {
    this.#isStopping = true
    this.#with.line.pause()
  }

  /** Tells the client to go, with a code that says whether it may come back. */
  close(code: number): void {
    if (!this.#isOpen) return
    this.#with.line.close(code)
    this.#leave(code)
  }

  /** The line is gone. */
  closed(): void {
    if (this.#isOpen) this.#leave(null)
  }

  #leave(code: number | null): void {
    this.#isOpen = false
    this.#cancelRest?.()
    this.#with.room.leave(this)
    this.#with.onLeave(this, code)
  }

  #read(message: Uint8Array): void {
    const from = new ByteReader(message)
    const type = from.varUint()
    if (type === MESSAGE_AWARENESS) this.#readPresence(from)
    else if (type === MESSAGE_SYNC) this.#readSync(from)
    else if (type === MESSAGE_QUERY_AWARENESS) {
      from.end()
      if (this.#spend(1)) this.#outbox.sendPresence(this.#with.room.presence())
    } else throw new Malformed()
  }

  #readSync(from: ByteReader): void {
    const kind = from.varUint()
    const body = from.varBytes()
    from.end()
    if (!this.#spend(1)) return
    if (kind === SYNC_STEP_1)
      this.#outbox.ask(readStateVector(body, this.#with.limits.clientsPerUpdate), this.#with.timers.now())
    else if (kind === SYNC_STEP_2 || kind === SYNC_UPDATE) this.#readUpdate(body, kind === SYNC_STEP_2)
    else throw new Malformed()
  }

  #readUpdate(update: Uint8Array, isReply: boolean): void {
    const { admission, limits, onUpdate, room } = this.#with
    onUpdate()
    if (update.length > (isReply ? limits.replyBytes : limits.updateBytes)) this.close(closeCodes.tooLarge)
    else if (admission.write) this.#conclude(room.receive(this, update), isReply)
    else this.#refuse(room.judge(update))
  }

  #conclude(verdict: Verdict, isReply: boolean): void {
    switch (verdict.status) {
      case 'malformed':
        this.close(closeCodes.malformed)
        break
      case 'too-large':
        this.close(closeCodes.tooLarge)
        break
      case 'gap':
        this.#leaveGap(verdict.ends, isReply)
        break
      case 'known':
      case 'news':
        this.#count(isReply)
    }
  }

  /** Without write access nothing is applied; a client that merely repeats what it was given has done no wrong. */
  #refuse(status: Verdict['status']): void {
    if (status === 'known') this.#acknowledgements.refused()
    else this.close(status === 'malformed' ? closeCodes.malformed : closeCodes.notAllowed)
  }

  /** What is missing before it may be on its way, or was made before the client came: it is asked for everything. */
  #leaveGap(ends: Clocks, isReply: boolean): void {
    const { limits } = this.#with
    this.#gaps += isReply ? limits.gapsPerConnection / REPLY_GAPS : 1
    if (this.#gaps > limits.gapsPerConnection) {
      this.close(closeCodes.malformed)
      return
    }
    // One question is enough for all gaps that are open.
    if (isReply || !this.#acknowledgements.hasGap) this.#outbox.askBack()
    this.#acknowledgements.gap(ends)
  }

  #count(isReply: boolean): void {
    const { limits, line, onHeldBack, queuedBytes, room } = this.#with
    if (isReply) this.#acknowledgements.closeGaps(room.position, (ends) => room.reaches(ends))
    this.#acknowledgements.taken(room.position)
    this.committed(room.committedUpto)
    if (queuedBytes() <= limits.queueBytes) return
    this.#waitsForQueue = true
    line.pause()
    onHeldBack(this)
  }

  #readPresence(from: ByteReader): void {
    const { limits, line, room } = this.#with
    const body = from.varBytes()
    from.end()
    const verdict =
      body.length > limits.presenceBytes
        ? 'too-large'
        : room.receivePresence(this, body, (entries) => line.send(presenceFrame(entries)))
    if (verdict === 'malformed') this.close(closeCodes.malformed)
    else if (verdict === 'too-large') this.close(closeCodes.tooLarge)
    else this.#spend(verdict === 'echo' ? ECHO_COST : 1)
  }

  /** Takes from the seat's budget; once it is used up, this connection is read more slowly, and at last closed. */
  #spend(amount: number): boolean {
    const { budget, limits, line, timers } = this.#with
    const now = timers.now()
    budget.spend(amount, now)
    const restMs = budget.waitMs(now)
    if (restMs === 0) return true
    if (budget.overMs(now) > limits.floodingMs) {
      this.close(closeCodes.flooding)
      return false
    }
    if (!this.#cancelRest) line.pause()
    this.#cancelRest?.()
    this.#cancelRest = timers.after(restMs, () => {
      this.#cancelRest = null
      if (this.#isOpen && !this.#waitsForQueue) line.resume()
    })
    return true
  }

  #acknowledge(): void {
    const { line, timers, wantsAcknowledgements } = this.#with
    if (!this.#isOpen || !wantsAcknowledgements) return
    this.#acknowledgedAt = timers.now()
    line.send(ackFrame(this.#acknowledgements.committed))
  }
}
