import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  axisOf,
  dumbbell,
  GUESS_R,
  type Label,
  placeOf,
  SINGLE_R,
  SURE_NUMBERS,
  SURE_SIDE,
  TRUTH_R,
} from '#client/features/reality/dumbbell.ts'
import { gapModel } from '#client/features/reality/gap-model.ts'
import { madeInterviews, madeNeed, madeRound } from '#test/support/made-reality.ts'

/** Digits of the display face are at most this wide. */
const widthOf = (value: number | null, size: number): number => String(value ?? '').length * 0.66 * size

const boxOf = (label: Label, value: number | null, size: number): readonly [number, number] =>
  label.anchor === 'start'
    ? [label.x, label.x + widthOf(value, size)]
    : [label.x - widthOf(value, size), label.x]

const setting = fc.record({
  needs: fc.integer({ min: 3, max: 7 }),
  overlooked: fc.integer({ min: 0, max: 3 }),
  customers: fc.constantFrom(0, 1, 2, 4, 5, 12, 40),
  seed: fc.nat(9999),
  width: fc.integer({ min: 180, max: 1000 }),
})

test('[issue 5] how sure: both numbers stand clear of marks, bands and each other, inside the drawing', () => {
  fc.assert(
    fc.property(setting, ({ needs, overlooked, customers, seed, width }) => {
      const model = gapModel(
        madeRound(
          Array.from({ length: needs }, (_, index) => `Need ${index}`),
          seed,
        ),
        madeInterviews(needs, overlooked, customers, seed),
        Array.from({ length: overlooked }, (_, index) => madeNeed(`o${index}`, `Unlisted ${index}`)),
      )
      if (!model) throw new Error('The round cannot be read.')
      const scale = { from: SURE_SIDE, width: width - 2 * SURE_SIDE, end: axisOf(model.theirs).end }
      for (const row of model.theirs) {
        const { guess, truth, band, singles, guessLabel, truthLabel } = dumbbell(row, scale)
        const drawn = [
          ...(guess === null ? [] : [[guess - GUESS_R, guess + GUESS_R] as const]),
          ...(truth === null ? [] : [[truth - TRUTH_R, truth + TRUTH_R] as const]),
          ...(band ? [[band.from, band.to] as const] : []),
          ...singles.map((x) => [x - SINGLE_R, x + SINGLE_R] as const),
        ]
        const labels = [
          ...(guessLabel ? [boxOf(guessLabel, row.guessShown, SURE_NUMBERS.guess)] : []),
          ...(truthLabel ? [boxOf(truthLabel, row.shown, SURE_NUMBERS.truth)] : []),
        ]
        for (const [index, [left, right]] of labels.entries()) {
          expect(left).toBeGreaterThanOrEqual(0)
          expect(right).toBeLessThanOrEqual(width)
          for (const [from, to] of [...drawn, ...labels.slice(index + 1)])
            expect(Math.min(right, to) - Math.max(left, from)).toBeLessThanOrEqual(0)
        }
      }
    }),
    { numRuns: 100 },
  )
})

test('a place on the scale never leaves it', () => {
  const scale = { from: 40, width: 300, end: 40 }
  expect([-5, 0, 20, 40, 90].map((value) => placeOf(value, scale))).toEqual([40, 40, 190, 340, 340])
})
