/** Chance for tests: the same seed gives the same numbers, ids and shuffles. */

/** Numbers from 0 to below 1 (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export function shuffleFrom(seed: number): <T>(values: readonly T[]) => T[] {
  const random = numbersFrom(seed)
  return (values) => {
    const shuffled = [...values]
    for (let i = shuffled.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      const [a, b] = [shuffled[i], shuffled[j]]
      if (a !== undefined && b !== undefined) {
        shuffled[i] = b
        shuffled[j] = a
      }
    }
    return shuffled
  }
}

/** Ids that are never the same and sort in no order of their making. */
export function idsFrom(seed: number): () => string {
  const random = numbersFrom(seed)
  let made = 0
  return () => `${Math.floor(random() * 36 ** 6).toString(36)}-${(made++).toString(36)}`
}
