/** Finds what a heading or cell names: by id, or by name without regard to case, spaces and signs. */

export interface Named {
  readonly id: string
  readonly name: string
}

/** A name as it is compared. */
export const comparable = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\p{Z}\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()

export class Names {
  readonly #ids = new Set<string>()
  /** Null: several have this name. */
  readonly #byName = new Map<string, string | null>()

  /** `gone`: what was thrown away answers to its name only where nothing else does. */
  constructor(all: readonly Named[], gone: readonly Named[] = []) {
    for (const { id, name } of all) {
      this.#ids.add(id)
      const key = comparable(name)
      if (key !== '') this.#byName.set(key, this.#byName.has(key) ? null : id)
    }
    for (const { id, name } of gone) {
      this.#ids.add(id)
      const key = comparable(name)
      if (key !== '' && !this.#byName.has(key)) this.#byName.set(key, id)
    }
  }

  /** The one that is meant; null when there is none, or when it could be several. */
  find(text: string): string | null {
    const word = text.trim()
    return this.#ids.has(word) ? word : (this.#byName.get(comparable(word)) ?? null)
  }
}
