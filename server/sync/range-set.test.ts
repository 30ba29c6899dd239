import fc from 'fast-check'
import { expect } from 'vitest'
import { RangeSet } from '#server/sync/range-set.ts'
import { law } from '#test/support/law.ts'

const range = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
  .map(([from, length]) => [from, from + length] as const)

law(
  'covers exactly what was added, in few ranges',
  [fc.array(range, { maxLength: 30 }), range],
  (added, asked) => {
    const set = new RangeSet()
    const clocks = new Set<number>()
    for (const [from, to] of added) {
      set.add(from, to)
      for (let clock = from; clock < to; clock++) clocks.add(clock)
    }
    const isCovered = Array.from({ length: asked[1] - asked[0] }, (_, i) => asked[0] + i).every((clock) =>
      clocks.has(clock),
    )
    expect(set.covers(...asked)).toBe(isCovered)
    const ranges = [...set.ranges()]
    expect(ranges.flatMap(([from, to]) => Array.from({ length: to - from }, (_, i) => from + i))).toEqual(
      [...clocks].sort((a, b) => a - b),
    )
    for (const [index, [from]] of ranges.entries())
      if (index > 0) expect(from).toBeGreaterThan(ranges[index - 1]?.[1] ?? 0)
  },
)
