/** Have we asked enough? (method C10). Calls in the order they were held, each with the themes it was tagged with. */

/** Calls whose themes are the base, and how many later calls are looked at together (Guest, Namey and Chen 2020). */
const BASE = 4
const RUN = 2

export interface Saturation {
  readonly n: number
  /** Themes each call was the first to bring. */
  readonly newThemesPerCall: readonly number[]
  /** New themes in two calls in a row over those of the first four, from the sixth call on; null without a base. */
  readonly newInformation: readonly { readonly afterCall: number; readonly ratio: number | null }[]
  /** New themes to expect of the next call (Good and Turing): themes heard once over calls; null without calls. */
  readonly expectedNext: number | null
  /** Lower bound of themes nobody has mentioned yet (Chao2); null without calls. */
  readonly unheardAtLeast: number | null
}

export function saturation(calls: readonly (readonly string[])[]): Saturation {
  const timesHeard = new Map<string, number>()
  const newThemesPerCall = calls.map((themes) => {
    let fresh = 0
    for (const theme of new Set(themes)) {
      const before = timesHeard.get(theme) ?? 0
      if (before === 0) fresh++
      timesHeard.set(theme, before + 1)
    }
    return fresh
  })
  const n = calls.length
  const heard = (times: number) => [...timesHeard.values()].filter((count) => count === times).length
  const base = total(newThemesPerCall.slice(0, BASE))
  return {
    n,
    newThemesPerCall,
    newInformation: newThemesPerCall.slice(BASE + RUN - 1).map((_, index) => {
      const afterCall = BASE + RUN + index
      const fresh = total(newThemesPerCall.slice(afterCall - RUN, afterCall))
      return { afterCall, ratio: base === 0 ? null : fresh / base }
    }),
    expectedNext: n === 0 ? null : heard(1) / n,
    unheardAtLeast: n === 0 ? null : chao2(n, heard(1), heard(2)),
  }
}

const total = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)

/** Chao2 with `once` themes heard in one call and `twice` in two; the bias-corrected form where none was heard twice. */
function chao2(n: number, once: number, twice: number): number {
  const share = (n - 1) / n
  return twice > 0 ? (share * once * once) / (2 * twice) : (share * once * (once - 1)) / 2
}

/** Chance that a concern shared by `share` of all customers (0 to 1) was heard at least once in `n` calls. */
export const chanceOfHearing = (share: number, n: number): number => 1 - (1 - share) ** n
