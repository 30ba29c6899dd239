import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readRows } from '#shared/document/collection.ts'
import { interviews } from '#shared/interviews/schema.ts'
import {
  type CellMean,
  leadOver,
  type NeedWeight,
  weightedScores,
  withWeight,
} from '#shared/statistics/competition.ts'
import { cellFigures } from '#shared/statistics/marks.ts'
import { mean, sum } from '#shared/statistics/summary.ts'
import { demoFile, imported } from '#test/support/demo-file.ts'
import { law } from '#test/support/law.ts'

/** Cells of one option, need by need; null: nobody marked it. */
const column = (optionId: string, marks: readonly (number | null)[], n = 10): CellMean[] =>
  marks.map((mean, need) => ({ needId: `n${need + 1}`, optionId, n: mean === null ? 0 : n, mean }))
const weightsOf = (points: readonly number[]): NeedWeight[] =>
  points.map((mean, need) => ({ needId: `n${need + 1}`, mean }))
const value = (number: number | null | undefined) => number ?? Number.NaN

describe("the sample's customers (method C4)", () => {
  const { docs, idMap } = imported(demoFile())
  const customers = readRows(docs.interviews, interviews)
  const idOf = (old: string) => idMap.get(old) ?? ''
  const needIds = ['n1', 'n2', 'n3', 'n4', 'n5', 'n6'].map(idOf)
  const optionIds = ['us', 'c1', 'c2', 'c3'].map(idOf)
  const given = customers.filter(({ weights }) => weights.status === 'given')
  const weights = needIds.map((needId) => ({
    needId,
    mean: mean(given.map((one) => one.weights.points[needId] ?? 0)),
  }))
  const cells = optionIds.flatMap((optionId) =>
    needIds.map((needId) => {
      const marks = customers
        .flatMap((one) => one.marks.filter((column) => column.optionId === optionId))
        .map((column) => column.marks[needId] ?? null)
      return { needId, optionId, ...cellFigures(marks) }
    }),
  )
  const leadOf = (old: string) => leadOver(cells, weights, idOf('us'), idOf(old))

  test('scores, and the share of the weight that is marked', () => {
    const scores = weightedScores(cells, weights)
    expect(scores.map(({ score }) => value(score).toFixed(2))).toEqual(['6.95', '4.34', '5.89', '4.38'])
    expect(scores.map(({ cover }) => cover.toFixed(2))).toEqual(['1.00', '1.00', '1.00', '0.93'])
  })

  test('where the lead over Quillmark comes from', () => {
    const { lead, perNeed } = leadOf('c1')
    expect(value(lead)).toBeCloseTo(2.61, 2)
    const parts = [0.29, 1.49, 0.02, -0.57, 1.29, 0.1]
    for (const [need, part] of parts.entries())
      expect(Math.abs(value(perNeed[need]?.contribution) - part)).toBeLessThan(0.01)
  })

  test('what would overturn the lead over Norvane: 15.6 points from night help to alarms', () => {
    const { lead, perNeed, flip } = leadOf('c2')
    expect(value(lead)).toBeCloseTo(1.06, 2)
    expect(value(perNeed[4]?.difference)).toBeCloseTo(4.6, 2)
    expect(value(perNeed[0]?.difference)).toBeCloseTo(-2.2, 2)
    expect(flip).toMatchObject({ fromNeedId: idOf('n5'), toNeedId: idOf('n1'), possible: true })
    expect(Math.abs(value(flip?.points) - 15.6)).toBeLessThan(0.05)
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
