/** Laws as tests: a property that must hold for everything fast-check thinks of. A failure prints its seed and path. */
import fc from 'fast-check'
import { test } from 'vitest'

export function law<Values extends [unknown, ...unknown[]]>(
  title: string,
  arbitraries: { [K in keyof Values]: fc.Arbitrary<Values[K]> },
  holds: (...values: Values) => void,
  options: { numRuns?: number } = {},
): void {
  test(title, () => {
    void fc.assert(fc.property(...arbitraries, holds), options)
  })
}
