import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CellMean,
  flipOf,
  leadOver,
  type NeedWeight,
  weightedScores,
  withWeight,
} from '#shared/statistics/competition.ts'
import { sum } from '#shared/statistics/summary.ts'
import { law } from '#test/support/law.ts'

/** Cells of one option, need by need; null: nobody marked it. */
const column = (optionId: string, marks: readonly (number | null)[], n = 10): CellMean[] =>
  marks.map((mean, need) => ({ needId: `n${need + 1}`, optionId, n: mean === null ? 0 : n, mean }))
const weightsOf = (points: readonly number[]): NeedWeight[] =>
  points.map((mean, need) => ({ needId: `n${need + 1}`, mean }))
const value = (number: number | null | undefined) => number ?? Number.NaN

describe("the sample's customers (method C4)", () => {
  const weights = weightsOf([200 / 9, 235 / 9, 85 / 9, 125 / 9, 190 / 9, 65 / 9])
  const us = column('us', [5.3, 8.5, 7.5, 37 / 9, 8.6, 6.4])

  test('our score is 6.95, with all of the weight marked', () => {
    const [score] = weightedScores(us, weights)
    expect(value(score?.score)).toBeCloseTo(6.95, 2)
    expect(score?.cover).toBeCloseTo(1, 12)
  })

  test('1.06 marks ahead with differences from 4.60 to -2.20 are level after 15.6 points', () => {
    const differences = [
      { needId: 'n1', difference: -2.2 },
      { needId: 'n5', difference: 4.6 },
    ]
    const flip = flipOf(1.06, differences, [
      { needId: 'n5', mean: 21.11 },
      { needId: 'n1', mean: 78.89 },
    ])
    expect(flip).toMatchObject({ fromNeedId: 'n5', toNeedId: 'n1', possible: true })
    expect(value(flip.points)).toBeCloseTo(15.59, 2)
  })
})

describe('what is left out of a score', () => {
  const weights = weightsOf([40, 30, 30])

  test('a cell with two marks takes no part; at 70 % cover there still is a score', () => {
    const cells = [...column('us', [8, 6], 3), ...column('us', [null, null, 1], 2).slice(2)]
    expect(weightedScores(cells, weights)).toEqual([
      { optionId: 'us', score: (8 * 40 + 6 * 30) / 70, cover: 0.7, why: null },
    ])
  })

  test('below 70 % cover there is no score and no lead, and it says why', () => {
    const cells = [...column('us', [8, 6, 7]), ...column('c1', [null, 6, 7])]
    expect(weightedScores(cells, weights)[1]).toMatchObject({ score: null, why: 'too-few-marks' })
    expect(leadOver(cells, weights, 'us', 'c1')).toEqual({
      overOptionId: 'c1',
      lead: null,
      why: 'too-few-marks',
      perNeed: [],
      flip: null,
    })
  })

  test('without weights there is no score', () => {
    expect(weightedScores(column('us', [8]), [])).toEqual([
      { optionId: 'us', score: null, cover: 0, why: 'no-weights' },
    ])
  })

  test('two options are compared only on needs marked for both', () => {
    const cells = [...column('us', [8, 6, 0]), ...column('c1', [6, 6, null])]
    const { lead, perNeed } = leadOver(cells, weights, 'us', 'c1')
    expect(perNeed.map(({ needId }) => needId)).toEqual(['n1', 'n2'])
    expect(lead).toBeCloseTo((40 * 2) / 70, 12)
  })
})

describe('what would overturn a lead', () => {
  test('behind instead of ahead, points move the other way round', () => {
    const cells = [...column('us', [4, 8]), ...column('c1', [9, 6])]
    expect(leadOver(cells, weightsOf([60, 40]), 'us', 'c1').flip).toMatchObject({
      fromNeedId: 'n1',
      toNeedId: 'n2',
      possible: true,
    })
  })

  test('ahead by as much everywhere, nothing overturns it', () => {
    const cells = [...column('us', [8, 7]), ...column('c1', [6, 5])]
    expect(leadOver(cells, weightsOf([50, 50]), 'us', 'c1').flip).toEqual({
      points: null,
      fromNeedId: null,
      toNeedId: null,
      possible: false,
    })
  })

  test('more points than the need has are not possible', () => {
    const cells = [...column('us', [9, 8]), ...column('c1', [2, 7])]
    expect(leadOver(cells, weightsOf([50, 50]), 'us', 'c1').flip?.possible).toBe(false)
  })

  test('level already, nothing has to move', () => {
    const cells = [...column('us', [9, 5]), ...column('c1', [7, 7])]
    expect(leadOver(cells, weightsOf([50, 50]), 'us', 'c1').flip).toMatchObject({ points: 0, possible: true })
  })
})

const grid = fc.integer({ min: 1, max: 7 }).chain((k) =>
  fc.record({
    points: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: k, maxLength: k }),
    us: fc.array(fc.option(fc.integer({ min: 0, max: 10 })), { minLength: k, maxLength: k }),
    them: fc.array(fc.option(fc.integer({ min: 0, max: 10 })), { minLength: k, maxLength: k }),
    n: fc.integer({ min: 1, max: 6 }),
  }),
)

law('a score lies within the marks it is made of, and its parts add up to the lead', [grid], (one) => {
  const weights = weightsOf(one.points)
  const cells = [...column('us', one.us, one.n), ...column('c1', one.them, one.n)]
  for (const { optionId, score, cover, why } of weightedScores(cells, weights)) {
    expect((score === null) === (why !== null)).toBe(true)
    expect(cover).toBeGreaterThanOrEqual(0)
    expect(cover).toBeLessThanOrEqual(1 + 1e-9)
    if (score === null) continue
    const marks = (optionId === 'us' ? one.us : one.them).filter((mark) => mark !== null)
    expect(score).toBeGreaterThanOrEqual(Math.min(...marks) - 1e-9)
    expect(score).toBeLessThanOrEqual(Math.max(...marks) + 1e-9)
  }
  const { lead, perNeed } = leadOver(cells, weights, 'us', 'c1')
  if (lead !== null) expect(sum(perNeed.map(({ contribution }) => contribution))).toBeCloseTo(lead, 9)
})

law('moving the points a flip names makes both options level', [grid], (one) => {
  const weights = weightsOf(one.points)
  const cells = [...column('us', one.us), ...column('c1', one.them)]
  const { perNeed, flip } = leadOver(cells, weights, 'us', 'c1')
  if (!flip?.possible || flip.points === null) return
  const moved = weights
    .filter(({ needId }) => perNeed.some((need) => need.needId === needId))
    .map(({ needId, mean }) => ({
      needId,
      mean:
        (mean ?? 0) +
        (needId === flip.toNeedId ? (flip.points ?? 0) : 0) -
        (needId === flip.fromNeedId ? (flip.points ?? 0) : 0),
    }))
  for (const { mean } of moved) expect(mean).toBeGreaterThanOrEqual(-1e-6)
  expect(Math.abs(value(leadOver(cells, moved, 'us', 'c1').lead))).toBeLessThan(1e-6)
})

law(
  'a dragged weight keeps the sum and the others in proportion',
  [grid, fc.nat({ max: 120 })],
  (one, to) => {
    const weights = weightsOf(one.points)
    const moved = withWeight(weights, 'n1', to)
    const total = (all: readonly NeedWeight[]) => sum(all.map(({ mean }) => mean ?? 0))
    expect(total(moved)).toBeCloseTo(total(weights), 9)
    for (const { mean } of moved) expect(mean ?? 0).toBeGreaterThanOrEqual(0)
  },
)
