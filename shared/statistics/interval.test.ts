import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { finitePopulation } from '#shared/statistics/comparison.ts'
import { halfWidth, pairedDifference, tQuantile, wilson } from '#shared/statistics/interval.ts'

describe('intervals of few answers', () => {
  test.each([
    [5, 2.78, 4.6, 4.85, 5.07],
    [6, 2.57, 4.03, 4.22, 4.38],
    [7, 2.45, 3.71, 3.86, 4.0],
    [8, 2.36, 3.5, 3.64, 3.75],
    [10, 2.26, 3.25, 3.36, 3.46],
    [12, 2.2, 3.11, 3.21, 3.29],
    [15, 2.14, 2.98, 3.07, 3.15],
    [20, 2.09, 2.86, 2.94, 3.01],
  ])('[C6] t for %i customers, alone and with 5, 6 and 7 bars', (n, one, five, six, seven) => {
    expect(tQuantile(n)).toBeCloseTo(one, 2)
    expect(tQuantile(n, 5)).toBeCloseTo(five, 2)
    expect(tQuantile(n, 6)).toBeCloseTo(six, 2)
    expect(tQuantile(n, 7)).toBeCloseTo(seven, 2)
  })

  test('[C6] no bar below five answers, and none vanishes when all say the same', () => {
    expect(halfWidth({ n: 4, sd: 3, floor: 2.5 })).toBeNull()
    expect(halfWidth({ n: 9, sd: 0, floor: 2.5 })).toBeCloseTo((2.306 * 2.5) / 3, 3)
  })

  test('[C6] bars looked at together are wider than one alone', () => {
    void fc.assert(
      fc.property(fc.integer({ min: 5, max: 60 }), fc.integer({ min: 2, max: 10 }), (n, family) => {
        const alone = halfWidth({ n, sd: 8, floor: 2.5 }) ?? 0
        expect(halfWidth({ n, sd: 8, floor: 2.5, family }) ?? 0).toBeGreaterThan(alone)
      }),
    )
  })

  test('[C6] 9 of 64 customers narrow a bar to 0.934', () => {
    expect(finitePopulation(9, 64)).toBeCloseTo(0.934, 3)
    expect(finitePopulation(9, 9)).toBe(0)
    expect(finitePopulation(1, 1)).toBe(0)
  })

  test('[C10] seven of ten by Wilson: 40 to 89 %', () => {
    const [low, high] = wilson(7, 10) ?? []
    expect(low).toBeCloseTo(0.397, 3)
    expect(high).toBeCloseTo(0.892, 3)
    expect(wilson(0, 0)).toBeNull()
  })

  test('[C7] differences within the same people count who is higher, equal, lower', () => {
    expect(pairedDifference([1, 0, -2, 3])).toEqual({
      n: 4,
      mean: 0.5,
      interval: null,
      higher: 2,
      equal: 1,
      lower: 1,
    })
    expect(pairedDifference([]).mean).toBeNull()
  })
})
