import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kendallW, krippendorffAlpha, meanRanks } from '#shared/statistics/agreement.ts'
import { cellFigures } from '#shared/statistics/marks.ts'
import { law } from '#test/support/law.ts'

test('equal points share the mean of their ranks', () => {
  expect(meanRanks([30, 20, 20, 30, 0])).toEqual([1.5, 3.5, 3.5, 1.5, 5])
})

test("Kendall's W is 1 for the same order and 0 for opposite orders", () => {
  expect(
    kendallW([
      [50, 30, 20],
      [60, 25, 15],
    ]),
  ).toBeCloseTo(1)
  expect(
    kendallW([
      [50, 30, 20],
      [20, 30, 50],
    ]),
  ).toBeCloseTo(0)
})

test("[U1] there is no Kendall's W of one ballot, or when everybody ties everything", () => {
  expect(kendallW([[50, 50]])).toBeNull()
  expect(kendallW([])).toBeNull()
  expect(
    kendallW([
      [50, 50],
      [50, 50],
    ]),
  ).toBeNull()
})

law(
  "Kendall's W lies within 0 and 1, with any ties",
  [fc.array(fc.array(fc.nat({ max: 4 }), { minLength: 4, maxLength: 4 }), { maxLength: 8 })],
  (ballots) => {
    const w = kendallW(ballots)
    if (w === null) return
    expect(w).toBeGreaterThanOrEqual(-1e-9)
    expect(w).toBeLessThanOrEqual(1 + 1e-9)
  },
)

test("Krippendorff's alpha copes with unknowns (a published example, interval level)", () => {
  // Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", section E: alpha 0.849 at interval level.
  const units = [
    [1, 1, 1],
    [2, 2, 3, 2],
    [3, 3, 3, 3],
    [3, 3, 3, 3],
    [2, 2, 2, 2],
    [1, 2, 3, 4],
    [4, 4, 4, 4],
    [1, 1, 2, 1],
    [2, 2, 2, 2],
    [5, 5, 5],
    [1, 1],
    [3],
  ]
  expect(krippendorffAlpha(units)).toBeCloseTo(0.849, 3)
})

test('a cell counts unknowns apart and says how many marks are within 1 of the median (method C2)', () => {
  const cell = cellFigures([9, 8, 8, 9, 8, 8, 6, 5, 8, 7, null])
  expect(cell).toMatchObject({ n: 10, unknown: 1, mean: 7.6, median: 8, min: 5, max: 9, withinOne: 0.8 })
  expect(cell.sd).toBeCloseTo(1.26, 2)
  expect(cellFigures([null])).toMatchObject({ n: 0, unknown: 1, mean: null, withinOne: null })
})
