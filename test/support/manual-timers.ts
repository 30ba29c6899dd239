/** Time that stands still until a test moves it; what falls due runs in order. */
import type { Timers } from '#server/sync/timers.ts'

export class ManualTimers implements Timers {
  #now = 1_000_000
  #soon: (() => void)[] = []
  #planned: { readonly at: number; readonly order: number; readonly run: () => void }[] = []
  #made = 0

  now(): number {
    return this.#now
  }

  soon(run: () => void): void {
    this.#soon.push(run)
  }

  after(ms: number, run: () => void): () => void {
    const planned = { at: this.#now + ms, order: this.#made++, run }
    this.#planned.push(planned)
    return () => {
      this.#planned = this.#planned.filter((other) => other !== planned)
    }
  }

  /** Ends a turn of the event loop: runs what was put off to its end. */
  endTurn(): void {
    const soon = this.#soon
    this.#soon = []
    for (const run of soon) run()
  }

  /** Moves on, stopping wherever something falls due. */
  advance(ms: number): void {
    const until = this.#now + ms
    for (;;) {
      this.endTurn()
      const [next] = this.#planned
        .filter((planned) => planned.at <= until)
        .sort((a, b) => a.at - b.at || a.order - b.order)
      if (!next) break
      this.#now = Math.max(this.#now, next.at)
      this.#planned = this.#planned.filter((planned) => planned !== next)
      next.run()
    }
    this.#now = until
  }
}
