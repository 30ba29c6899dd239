/**
 * A room's side of the document log: what it appends, how far that is committed, and what others have appended.
 * The log counts from 1 without gaps; own numbers are known when their commit is, every other one is read.
 */
import type { DocumentLog, StoredUpdate } from '#server/persistence/storage.ts'
import type { Timers } from '#server/sync/timers.ts'

interface RoomLogEvents {
  /** An update another writer has committed. */
  foreign(update: Pick<StoredUpdate, 'data'>): void
  /** More of what was appended is committed: see `committedBefore`. */
  committed(): void
  /** The log took an update back: what the room holds is no longer what is stored. */
  lost(): void
  /** Reading failed; it is tried again with the next sign of growth. */
  unreadable(error: unknown): void
}

interface Flight {
  /** Position of its first update. */
  readonly from: number
  seq: number | null
}

export class RoomLog {
  readonly #doc: string
  readonly #log: DocumentLog
  readonly #timers: Timers
  readonly #events: RoomLogEvents
  readonly #flights: Flight[] = []
  /** Own numbers beyond `#have`. */
  readonly #own = new Set<number>()
  /** The room holds everything up to this number of the log. */
  #have: number
  #head: number
  #isLooking = false
  #isReading = false
  #isOver = false
  #appended = 0
  #waiting: (() => void)[] = []

  constructor(doc: string, log: DocumentLog, timers: Timers, head: number, events: RoomLogEvents) {
    this.#doc = doc
    this.#log = log
    this.#timers = timers
    this.#events = events
    this.#have = head
    this.#head = head
  }

  /** Updates appended here since the last call of `compacted`. */
  get appended(): number {
    return this.#appended
  }

  compacted(): void {
    this.#appended = 0
  }

  /** Position of the first update that is not committed yet; null if all are. */
  get firstUncommitted(): number | null {
    return this.#flights[0]?.from ?? null
  }

  append(data: Uint8Array, seatId: string, from: number): void {
    const flight: Flight = { from, seq: null }
    this.#flights.push(flight)
    this.#appended++
    this.#log.append({ doc: this.#doc, data, seatId }).then(
      (seq) => this.#landed(flight, seq),
      () => this.#lose(),
    )
  }

  /** Resolves when everything appended so far is committed, or lost. */
  async settled(): Promise<void> {
    while (this.#flights.length > 0 && !this.#isOver)
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  /** The log is known to have grown up to `head`. */
  grown(head: number): void {
    if (head <= this.#head && head <= this.#have) return
    this.#head = Math.max(this.#head, head)
    if (this.#isLooking || this.#isOver) return
    this.#isLooking = true
    // Own commits become known in the same turn as the growth they cause.
    this.#timers.soon(() => {
      this.#isLooking = false
      if (!this.#isOver && this.#have < this.#head) void this.#read()
    })
  }

  stop(): void {
    this.#isOver = true
    this.#wake()
  }

  #landed(flight: Flight, seq: number): void {
    flight.seq = seq
    if (this.#isOver) return
    if (seq > this.#have) this.#own.add(seq)
    this.#head = Math.max(this.#head, seq)
    this.#advance()
    // Committed counts in order, whatever the order of the answers.
    let done = 0
    while (this.#flights[done] && this.#flights[done]?.seq !== null) done++
    this.#flights.splice(0, done)
    if (done > 0) this.#events.committed()
    if (this.#flights.length === 0) this.#wake()
  }

  #lose(): void {
    if (this.#isOver) return
    this.stop()
    this.#events.lost()
  }

  async #read(): Promise<void> {
    if (this.#isReading) return
    this.#isReading = true
    try {
      for (let grows = true; grows && !this.#isOver && this.#have < this.#head; ) {
        const before = this.#have
        const updates = await this.#log.since(this.#doc, before)
        if (this.#isOver) return
        if (updates) this.#takeAll(updates)
        else await this.#reload()
        grows = this.#have > before
      }
    } catch (error) {
      this.#events.unreadable(error)
    } finally {
      this.#isReading = false
    }
  }

  /** The log no longer reaches back to what the room has: its snapshot covers the rest. */
  async #reload(): Promise<void> {
    const stored = await this.#log.load(this.#doc)
    if (this.#isOver || !stored) return
    if (stored.snapshot && stored.snapshot.upto > this.#have) {
      this.#events.foreign(stored.snapshot)
      this.#have = stored.snapshot.upto
    }
    this.#takeAll(stored.updates)
  }

  #takeAll(updates: readonly StoredUpdate[]): void {
    for (const update of updates) {
      this.#advance()
      if (update.seq <= this.#have) continue
      this.#events.foreign(update)
      this.#have = update.seq
    }
    this.#advance()
    this.#head = Math.max(this.#head, this.#have)
  }

  #advance(): void {
    while (this.#own.delete(this.#have + 1)) this.#have++
    for (const seq of this.#own) if (seq <= this.#have) this.#own.delete(seq)
  }

  #wake(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const resolve of waiting) resolve()
  }
}
