/** The round of confidence at the close: what may be sealed, what is published, and that it treats all ballots alike. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { confidence } from '#shared/rounds/confidence.ts'
import { readResult } from '#shared/rounds/kinds.ts'

const about = { subjects: [], columns: [] }
const setting = {
  anonymity: 'named',
  minFunctionSize: 2,
  shuffle: <T>(all: readonly T[]) => [...all],
} as const

const tally = (levels: readonly number[]) =>
  confidence.tally(
    levels.map((level, index) => ({
      seatId: `s${index}`,
      functionName: index % 2 === 0 ? 'Sales' : 'Marketing',
      ballot: { confidence: level },
    })),
    about,
    setting,
  )

test('[R028] one whole number from 1 to 5, and none until one is chosen', () => {
  for (const wrong of [0, 6, 2.5, '3', undefined])
    expect(confidence.ballot.safeParse({ confidence: wrong }).success).toBe(false)
  expect(confidence.ballot.safeParse({ confidence: 3, name: 'Ana' }).success).toBe(false)
  expect(confidence.faults({ confidence: null }, about)).toHaveLength(1)
  expect(confidence.faults({ confidence: 1 }, about)).toEqual([])
})

test('[S1] only how many said what is published, in no order and by no function, also of a named round', () => {
  expect(tally([4, 2, 4, 5])).toEqual({ n: 4, mean: 3.75, counts: [0, 1, 0, 2, 1] })
  expect(tally([])).toEqual({ n: 0, mean: null, counts: [0, 0, 0, 0, 0] })
  expect(readResult('confidence', JSON.parse(JSON.stringify(tally([3]))))).toEqual(tally([3]))
  const levels = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 30 })
  fc.assert(
    fc.property(
      levels.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, mixed]) => {
        expect(tally(mixed)).toEqual(tally(all))
      },
    ),
  )
})
