/**
 * What goes out to one client, so that a slow one costs little: while much waits it gets no presence, then no edits
 * either, and once it has caught up with what waits, everything since in one go. There is never a growing queue,
 * and one answer at a time to sync requests.
 */
import { stepOneFrame } from '#server/sync/frames.ts'
import type { SyncLimits } from '#server/sync/limits.ts'
import type { Line } from '#server/sync/line.ts'
import type { Clocks } from '#server/sync/state-vector.ts'

/** What the room can give. */
export interface Source {
  readonly position: number
  answer(clocks: Clocks): readonly Uint8Array[]
  since(position: number): readonly Uint8Array[]
  stateVector(): Uint8Array
  presence(): readonly Uint8Array[]
}

/** What a room sends to all at once. */
export interface Tick {
  /** Position of the last of the edits. */
  readonly upto: number
  readonly edits: Uint8Array | null
  readonly presence: Uint8Array | null
  readonly both: Uint8Array
}

type State =
  /** Has not asked yet: edits would leave gaps. */
  { readonly status: 'new' } | { readonly status: 'live' } | { readonly status: 'behind' }

/** Answers to sync requests are given this many in a row, and one a second after that. */
const ANSWERS_IN_A_ROW = 5
const ANSWER_MS = 1000

export class Outbox {
  readonly #line: Line
  readonly #source: Source
  readonly #limits: SyncLimits
  /** Whether this client may be asked for what it has. */
  readonly #asksBack: boolean
  #state: State = { status: 'new' }
  /** The client has everything up to here, or it is on its way. */
  #upto = 0
  #asked: Clocks | null = null
  #hasAskedBack = false
  #missesPresence = false
  #answersLeft = ANSWERS_IN_A_ROW
  #answeredAt = 0

  constructor(line: Line, source: Source, limits: SyncLimits, asksBack: boolean) {
    this.#line = line
    this.#source = source
    this.#limits = limits
    this.#asksBack = asksBack
  }

  /** The client holds `clocks` and asks for the rest. While an answer waits, only the last question counts. */
  ask(clocks: Clocks, now: number): void {
    this.#asked = clocks
    this.catchUp(now)
  }

  askBack(): void {
    if (!this.#asksBack) return
    this.#hasAskedBack = true
    this.#line.send(stepOneFrame(this.#source.stateVector()))
  }

  deliver({ upto, edits, presence, both }: Tick, withEdits: boolean, withPresence: boolean): void {
    const takesEdits = this.#advance(upto, edits && withEdits ? edits.length : 0) && edits && withEdits
    const takesPresence = presence && withPresence && this.#takesPresence()
    if (takesEdits && takesPresence) this.#line.send(both)
    else if (takesEdits) this.#line.send(edits)
    else if (takesPresence) this.#line.send(presence)
  }

  sendPresence(frames: readonly Uint8Array[]): void {
    for (const frame of frames) if (this.#takesPresence()) this.#line.send(frame)
  }

  /** To be called when the client has taken what waited, and now and then. */
  catchUp(now: number): void {
    if (this.#line.waitingBytes > this.#limits.presenceWaitingBytes) return
    if (this.#asked && this.#mayAnswer(now)) this.#answer(this.#asked)
    else if (this.#state.status === 'behind') this.#send(this.#source.since(this.#upto))
    if (this.#missesPresence && this.#line.waitingBytes <= this.#limits.presenceWaitingBytes) {
      this.#missesPresence = false
      this.sendPresence(this.#source.presence())
    }
  }

  /** False if these edits have to wait. */
  #advance(upto: number, bytes: number): boolean {
    if (this.#state.status !== 'live') return false
    const waiting = this.#line.waitingBytes
    if (waiting > 0 && waiting + bytes > this.#limits.editsWaitingBytes) {
      this.#state = { status: 'behind' }
      return false
    }
    this.#upto = Math.max(this.#upto, upto)
    return true
  }

  #takesPresence(): boolean {
    if (this.#line.waitingBytes <= this.#limits.presenceWaitingBytes) return true
    this.#missesPresence = true
    return false
  }

  #answer(clocks: Clocks): void {
    this.#asked = null
    this.#send(this.#source.answer(clocks))
    // Asked only now, when all that went before is on its way: so the reply has no gaps.
    if (!this.#hasAskedBack) this.askBack()
  }

  #send(frames: readonly Uint8Array[]): void {
    this.#upto = this.#source.position
    for (const frame of frames) this.#line.send(frame)
    const isSlow = this.#line.waitingBytes > this.#limits.presenceWaitingBytes
    this.#state = { status: isSlow ? 'behind' : 'live' }
  }

  #mayAnswer(now: number): boolean {
    const regained = Math.floor((now - this.#answeredAt) / ANSWER_MS)
    if (regained > 0) {
      this.#answersLeft = Math.min(ANSWERS_IN_A_ROW, this.#answersLeft + regained)
      this.#answeredAt = now
    }
    if (this.#answersLeft === 0) return false
    this.#answersLeft--
    return true
  }
}
