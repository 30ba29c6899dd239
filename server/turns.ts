/** Work under one key goes one after the other, whether the one before succeeded or not. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>()

  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve()
    const own = before.then(work, work)
    const settled = own.catch(() => undefined)
    this.#last.set(key, settled)
    try {
      return await own
    } finally {
      if (this.#last.get(key) === settled) this.#last.delete(key)
    }
  }
}
