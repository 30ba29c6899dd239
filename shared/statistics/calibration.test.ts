import { expect, test } from 'vitest'
import { calibration, MIN_RANGES, type StatedRange } from '#shared/statistics/calibration.ts'

const times = (count: number, one: StatedRange): StatedRange[] => Array.from({ length: count }, () => one)
const hit: StatedRange = { low: 4, high: 6, surePct: 80, truth: 6 }
const miss: StatedRange = { low: 4, high: 6, surePct: 80, truth: 7 }

test('[C11] an end belongs to its range; a miss of 1 at 80 % costs 10 beside the width', () => {
  expect(calibration([...times(10, hit), ...times(10, miss)])).toEqual({
    ranges: 20,
    hits: 10,
    hitRate: 0.5,
    statedPct: 80,
    intervalScoreMean: expect.closeTo((2 + 12) / 2, 9),
  })
})

test('[C11] who is surer pays more for the same miss', () => {
  const score = (surePct: number) => calibration(times(20, { ...miss, surePct }))?.intervalScoreMean ?? 0
  expect(score(90)).toBeGreaterThan(score(80))
})

test('[C11] nothing is said of fewer than twenty ranges', () => {
  expect(calibration(times(MIN_RANGES - 1, hit))).toBeNull()
  expect(calibration([])).toBeNull()
})
