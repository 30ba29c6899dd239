/**
 * When a room sends what has gathered: at the end of the turn after a quiet time, else when the tick is over. Edits
 * have a short tick and presence a long one; presence that is almost due goes along with edits.
 */
import { EDITS_TICK_MS, PRESENCE_TICK_MS } from '#server/sync/limits.ts'
import type { Timers } from '#server/sync/timers.ts'

export class Pace {
  readonly #timers: Timers
  readonly #flush: () => void
  #editsAt = Number.NEGATIVE_INFINITY
  #presenceAt = Number.NEGATIVE_INFINITY
  #planned: { readonly at: number; readonly cancel: () => void } | null = null

  constructor(timers: Timers, flush: () => void) {
    this.#timers = timers
    this.#flush = flush
  }

  schedule(what: 'edits' | 'presence'): void {
    const now = this.#timers.now()
    const due = what === 'edits' ? this.#editsAt + EDITS_TICK_MS : this.#presenceAt + PRESENCE_TICK_MS
    const at = Math.max(due, now)
    if (this.#planned && this.#planned.at <= at) return
    this.#planned?.cancel()
    this.#planned = { at, cancel: at > now ? this.#timers.after(at - now, this.#flush) : this.#atEndOfTurn() }
  }

  get isPresenceDue(): boolean {
    return this.#timers.now() - this.#presenceAt >= PRESENCE_TICK_MS - EDITS_TICK_MS
  }

  flushed(what: 'edits' | 'presence'): void {
    if (what === 'edits') this.#editsAt = this.#timers.now()
    else this.#presenceAt = this.#timers.now()
  }

  stop(): void {
    this.#planned?.cancel()
    this.#planned = null
  }

  #atEndOfTurn(): () => void {
    let isCancelled = false
    this.#timers.soon(() => !isCancelled && this.#flush())
    return () => {
      isCancelled = true
    }
  }
}
