/** What a seat may still send: it fills at a steady rate, holds two seconds' worth, and may fall into debt. */
export class Budget {
  readonly #perSecond: number
  #left: number
  #at: number
  /** Since when it has not been a second's worth above nothing. */
  #overSince: number | null = null

  constructor(perSecond: number, now: number) {
    this.#perSecond = perSecond
    this.#left = 2 * perSecond
    this.#at = now
  }

  spend(amount: number, now: number): void {
    this.#fill(now)
    this.#left -= amount
    if (this.#left < 0) this.#overSince ??= now
  }

  /** How long until there is something left again; 0 if there is. */
  waitMs(now: number): number {
    this.#fill(now)
    return this.#left >= 0 ? 0 : Math.ceil((-this.#left / this.#perSecond) * 1000) + 1
  }

  /** How long it has gone from debt to debt. */
  overMs(now: number): number {
    return this.#left >= 0 || this.#overSince === null ? 0 : now - this.#overSince
  }

  #fill(now: number): void {
    const gained = ((now - this.#at) * this.#perSecond) / 1000
    this.#at = now
    this.#left = Math.min(2 * this.#perSecond, this.#left + gained)
    if (this.#left >= this.#perSecond) this.#overSince = null
  }
}
