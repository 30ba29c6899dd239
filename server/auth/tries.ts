/** Counts tries by key within a minute, so that codes cannot be guessed and workshops not be opened by the thousand. */
import type { Clock } from '#server/chance.ts'
import { Turns } from '#server/turns.ts'

const WINDOW_MS = 60_000
const MAX_KEYS = 100_000

export class Tries {
  readonly #limit: number
  readonly #clock: Clock
  readonly #counts = new Map<string, { since: number; count: number }>()
  readonly #turns = new Turns()

  constructor(limit: number, clock: Clock) {
    this.#limit = limit
    this.#clock = clock
  }

  /** Tries of one key go one after the other: those sent all at once count like those sent one by one. */
  inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    return this.#turns.run(key, work)
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

/** Whose tries count together: an IPv4 address, or the network of 64 bits that is the least one gets of IPv6. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address
  const [left = [], right] = address.split('::').map((part) => (part === '' ? [] : part.split(':')))
  const zeros = right ? Array<string>(8 - left.length - right.length).fill('0') : []
  return [...left, ...zeros, ...(right ?? [])]
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':')
}
