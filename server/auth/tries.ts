/** Counts tries by key within a minute, so that codes cannot be guessed and workshops not be opened by the thousand. */
import type { Clock } from '#server/chance.ts'

const WINDOW_MS = 60_000
const MAX_KEYS = 100_000

export class Tries {
  readonly #limit: number
  readonly #clock: Clock
  readonly #counts = new Map<string, { since: number; count: number }>()

  constructor(limit: number, clock: Clock) {
    this.#limit = limit
    this.#clock = clock
  }

  /** Seconds until this key may try again; 0 when it may now. */
  waitS(key: string): number {
    const entry = this.#current(key)
    if (!entry || entry.count < this.#limit) return 0
    return Math.max(1, Math.ceil((entry.since + WINDOW_MS - this.#clock.now()) / 1000))
  }

  count(key: string): void {
    const entry = this.#current(key)
    if (entry) entry.count++
    else {
      if (this.#counts.size >= MAX_KEYS) this.#counts.clear()
      this.#counts.set(key, { since: this.#clock.now(), count: 1 })
    }
  }

  #current(key: string) {
    const entry = this.#counts.get(key)
    if (entry && this.#clock.now() - entry.since < WINDOW_MS) return entry
    this.#counts.delete(key)
    return undefined
  }
}
