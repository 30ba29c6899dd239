import fc from 'fast-check'
import { expect, test } from 'vitest'
import { disagreement } from '#shared/statistics/disagreement.ts'
import { pointDistance } from '#shared/statistics/distance.ts'
import { law } from '#test/support/law.ts'

const points = fc
  .array(fc.nat({ max: 100 }), { minLength: 5, maxLength: 5 })
  .map((cuts) => [0, ...cuts.sort((a, b) => a - b), 100])
  .map((edges) => edges.slice(1).map((edge, i) => edge - (edges[i] ?? 0)))

law(
  'the distance of two ballots is 0 for the same ballot only, at most 100, and the same both ways',
  [points, points],
  (a, b) => {
    expect(pointDistance(a, a)).toBe(0)
    expect(pointDistance(a, b)).toBe(pointDistance(b, a))
    expect(pointDistance(a, b)).toBeLessThanOrEqual(100)
    if (a.join() !== b.join()) expect(pointDistance(a, b)).toBeGreaterThan(0)
  },
)

law('no way round is shorter than the straight distance', [points, points, points], (a, b, c) => {
  expect(pointDistance(a, c)).toBeLessThanOrEqual(pointDistance(a, b) + pointDistance(b, c))
})

test('the distance is the points one would have to move', () => {
  expect(pointDistance([50, 50, 0], [20, 50, 30])).toBe(30)
})

test('[U1] one ballot disagrees with nobody: no figure, not 0', () => {
  expect(disagreement([{ functionName: 'Sales', points: [100, 0] }])).toEqual({
    pairs: 0,
    overall: null,
    within: null,
    between: null,
    split: null,
  })
})

test('the split is how much further apart functions are than colleagues', () => {
  const ballot = (functionName: string, first: number) => ({ functionName, points: [first, 100 - first] })
  const figures = disagreement([ballot('A', 0), ballot('A', 10), ballot('B', 60)])
  expect(figures).toEqual({ pairs: 3, overall: 40, within: 10, between: 55, split: 45 })
})
