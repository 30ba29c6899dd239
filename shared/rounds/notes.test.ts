/** Silent notes: what an opened wall shows, and what it never shows. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CountedBallot, TallySetting } from '#shared/rounds/kind.ts'
import { readResult } from '#shared/rounds/kinds.ts'
import { type NotesBallot, notes } from '#shared/rounds/notes.ts'

const about = { subjects: [], columns: [] }
const anonymous: TallySetting = {
  anonymity: 'anonymous',
  minFunctionSize: 3,
  shuffle: (values) => [...values],
}

const by = (functionName: string, ...lines: string[]): CountedBallot<NotesBallot> => ({
  seatId: `seat of ${lines[0]}`,
  functionName,
  ballot: { notes: lines },
})

const isBallot = (value: unknown) => notes.ballot.safeParse(value).success

test('[ID-1a] a note is one line of 1 to 140 characters, forty at most', () => {
  expect(isBallot({ notes: [] })).toBe(true)
  expect(isBallot({ notes: ['x'.repeat(140)] })).toBe(true)
  expect(isBallot({ notes: Array.from({ length: 40 }, () => 'x') })).toBe(true)
  for (const wrong of ['', '  ', 'x'.repeat(141), 'two\nlines', 7, null, '\u200b'])
    expect(isBallot({ notes: [wrong] }), String(wrong)).toBe(false)
  expect(isBallot({ notes: Array.from({ length: 41 }, () => 'x') })).toBe(false)
  expect(isBallot({})).toBe(false)
  expect(isBallot({ notes: [], author: 'me' })).toBe(false)
})

describe('the wall', () => {
  test('shows a note once with how many wrote it, whatever their case and full stop', () => {
    const result = notes.tally(
      [
        by('', 'Back up before the shift', 'Price'),
        by('', 'back up  before the shift.', 'price', 'Price!'),
        by(''),
      ],
      about,
      anonymous,
    )
    expect(result).toEqual({
      n: 2,
      notes: [
        { text: 'Back up before the shift', count: 2, functionName: null },
        { text: 'Price', count: 2, functionName: null },
      ],
    })
    expect(readResult('notes', JSON.parse(JSON.stringify(result)))).toEqual(result)
  })

  test('[S1] names no seat, and no function unless the round says so and enough of it wrote', () => {
    const ballots = [
      by('Sales', 'One', 'Both'),
      by('Sales', 'Two'),
      by('Sales', 'Three'),
      by('Product', 'Four', 'Both'),
      by('Product', 'Five'),
      by('Product', 'Six'),
      by('Finance', 'Seven'),
      by('Finance', 'Eight'),
    ]
    const label = (setting: Partial<TallySetting>) => {
      const { notes: wall } = notes.tally(ballots, about, { ...anonymous, ...setting })
      return (text: string) => wall.find((note) => note.text === text)?.functionName
    }
    expect(label({})('One')).toBeNull()
    const named = label({ anonymity: 'by_function' })
    // Finance is too small alone, so it is joined with the next smallest.
    expect([named('One'), named('Four'), named('Seven')]).toEqual([
      'Sales',
      'Finance + Product',
      'Finance + Product',
    ])
    expect(named('Both')).toBeNull()
    expect(JSON.stringify(notes.tally(ballots, about, { ...anonymous, anonymity: 'named' }))).not.toContain(
      'seat of',
    )
  })

  test('the order in which notes came in does not show', () => {
    const ballot = fc.array(fc.constantFrom('Price', 'price', 'Fast', 'A long need', 'Night help'), {
      maxLength: 5,
    })
    fc.assert(
      fc.property(fc.array(ballot, { maxLength: 6 }), (lists) => {
        const counted = lists.map((lines) => by('Sales', ...lines))
        const forth = notes.tally(counted, about, anonymous)
        const back = notes.tally([...counted].reverse(), about, anonymous)
        expect(back).toEqual(forth)
      }),
    )
  })
})
