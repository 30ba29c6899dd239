import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { largestRemainder } from '#shared/statistics/rounding.ts'
import { mean, median, quantile, sampleSd, sum, summarize } from '#shared/statistics/summary.ts'
import { law } from '#test/support/law.ts'

const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { maxLength: 30 })
const some = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 30 })

describe('summaries', () => {
  test('[U1] of nothing there is no mean, never 0', () => {
    expect(summarize([])).toEqual({ n: 0, mean: null, median: null, sd: null, min: null, max: null })
    expect(sampleSd([7])).toBeNull()
  })

  test('the sample standard deviation divides by n - 1 (method C1, need 1 of round 1)', () => {
    expect(sampleSd([25, 20, 30, 20, 30, 25, 35, 40, 25])).toBeCloseTo(6.67, 2)
  })

  test('quantiles interpolate between order statistics (type 7)', () => {
    expect(quantile([4, 1, 3, 2], 0.25)).toBe(1.75)
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5)
    expect(quantile([4, 1, 3, 2], 0.75)).toBe(3.25)
    expect(quantile([9], 0.9)).toBe(9)
    expect(quantile([1, 2], 2)).toBe(2)
  })

  law(
    'quantiles grow with their share and stay within the values',
    [some, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })],
    (list, a, b) => {
      const low = quantile(list, Math.min(a, b)) ?? Number.NaN
      const high = quantile(list, Math.max(a, b)) ?? Number.NaN
      expect(low).toBeLessThanOrEqual(high)
      expect(low).toBeGreaterThanOrEqual(Math.min(...list))
      expect(high).toBeLessThanOrEqual(Math.max(...list))
    },
  )

  law(
    'a summary does not show the order of its values',
    [values, fc.infiniteStream(fc.nat())],
    (list, keys) => {
      const keyed = list.map((value) => ({ value, key: keys.next().value }))
      const mixed = keyed.sort((a, b) => a.key - b.key).map(({ value }) => value)
      expect(summarize(mixed)).toEqual(summarize(list))
    },
  )

  law(
    'moving all values moves mean and median with them and leaves the spread',
    [some, fc.integer({ min: -50, max: 50 })],
    (list, by) => {
      const moved = list.map((value) => value + by)
      expect(mean(moved)).toBeCloseTo((mean(list) ?? 0) + by, 6)
      expect(median(moved)).toBeCloseTo((median(list) ?? 0) + by, 6)
      expect(sampleSd(moved) ?? 0).toBeCloseTo(sampleSd(list) ?? 0, 6)
    },
  )
})

describe('rounding by largest remainder (method C1)', () => {
  test('the means of round 1 are shown as 28, 12, 9, 18, 19, 14', () => {
    const means = [250, 110, 80, 160, 170, 130].map((total) => total / 9)
    expect(largestRemainder(means)).toEqual([28, 12, 9, 18, 19, 14])
  })

  test("the customers' means are shown as 22, 26, 10, 14, 21, 7", () => {
    const means = [200, 235, 85, 125, 190, 65].map((total) => total / 9)
    expect(largestRemainder(means)).toEqual([22, 26, 10, 14, 21, 7])
  })

  test('equal remainders go to the earlier need, whatever the last bit of a division says', () => {
    expect(largestRemainder([10 / 3, 40 / 3, 250 / 3])).toEqual([4, 13, 83])
  })

  const ballots = fc.integer({ min: 2, max: 8 }).chain((k) =>
    fc.array(
      fc.array(fc.nat({ max: 100 }), { minLength: k - 1, maxLength: k - 1 }).map((cuts) => {
        const edges = [0, ...cuts.sort((a, b) => a - b), 100]
        return edges.slice(1).map((edge, i) => edge - (edges[i] ?? 0))
      }),
      { minLength: 1, maxLength: 12 },
    ),
  )

  law('shown points add up to 100 and are each less than 1 from the mean', [ballots], (lists) => {
    const k = lists[0]?.length ?? 0
    const means = Array.from({ length: k }, (_, j) => sum(lists.map((list) => list[j] ?? 0)) / lists.length)
    const shown = largestRemainder(means)
    expect(sum(shown)).toBe(100)
    for (const [j, value] of shown.entries()) expect(Math.abs(value - (means[j] ?? 0))).toBeLessThan(1 + 1e-9)
  })
})
