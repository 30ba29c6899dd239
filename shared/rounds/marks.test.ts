import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CountedBallot, TallySetting } from '#shared/rounds/kind.ts'
import { readResult } from '#shared/rounds/kinds.ts'
import { type MarksBallot, marks } from '#shared/rounds/marks.ts'
import { law } from '#test/support/law.ts'
import { shuffleFrom } from '#test/support/random.ts'

const about = {
  subjects: ['a', 'b'].map((id) => ({ id, title: `Need ${id}` })),
  columns: ['us', 'them'].map((id) => ({ id, title: `Option ${id}` })),
}

const ballot = (changes: Partial<MarksBallot> = {}): MarksBallot => ({
  marks: { us: { a: 8, b: null } },
  abstained: false,
  reason: '',
  ...changes,
})

const setting = (changes: Partial<TallySetting> = {}): TallySetting => ({
  anonymity: 'by_function',
  minFunctionSize: 3,
  shuffle: shuffleFrom(1),
  ...changes,
})

describe('a ballot of marks', () => {
  test.each([8.5, 11, -1, '7', true])('the mark %s does not pass', (mark) => {
    expect(marks.ballot.safeParse({ ...ballot(), marks: { us: { a: mark } } }).success).toBe(false)
  })

  test.each([0, 10, null])('the mark %s passes', (mark) => {
    expect(marks.ballot.safeParse({ ...ballot(), marks: { us: { a: mark } } }).success).toBe(true)
  })

  test.each([
    { low: 2.25, high: 8, surePct: 80 },
    { low: 2, high: 10.5, surePct: 80 },
    { low: 2, high: 8, surePct: 100 },
    { low: 2, high: 8 },
  ])('the range %j does not pass', (range) => {
    expect(marks.ballot.safeParse({ ...ballot(), ranges: { a: range } }).success).toBe(false)
  })

  test('cells left empty are no fault, not even all of them', () => {
    expect(marks.faults(ballot({ marks: {} }), about)).toEqual([])
  })

  test('every column, need and range that does not fit is named by path', () => {
    const faults = marks.faults(
      ballot({
        marks: { us: { x: 1 }, 'the/m': { a: 1 } },
        ranges: { a: { low: 8, high: 2, surePct: 80 }, y: { low: 1, high: 2, surePct: 80 } },
      }),
      about,
    )
    expect(faults.map(({ path }) => path)).toEqual(['/marks/the~1m', '/marks/us/x', '/ranges/a', '/ranges/y'])
  })
})

const cells = fc.record({ a: fc.option(fc.nat({ max: 10 })), b: fc.option(fc.nat({ max: 10 })) })
const counted: fc.Arbitrary<CountedBallot<MarksBallot>[]> = fc.uniqueArray(
  fc.record({
    seatId: fc.uuid(),
    functionName: fc.constantFrom('Sales', 'Marketing', 'Service'),
    ballot: fc.record({
      marks: fc.record({ us: cells, them: cells }),
      ranges: fc.constantFrom(
        {},
        { a: { low: 5, high: 9, surePct: 80 } },
        { b: { low: 1, high: 2.5, surePct: 60 } },
      ),
      confidence: fc.option(fc.integer({ min: 1, max: 5 })),
      abstained: fc.boolean(),
      reason: fc.constantFrom('', 'I am new'),
    }),
  }),
  { selector: ({ seatId }) => seatId, maxLength: 10 },
)

describe('what a reveal of marks publishes', () => {
  law('[U1] unknown is counted apart in every cell and never a number', [counted], (ballots) => {
    const result = marks.tally(ballots, about, setting())
    for (const cell of result.cells) {
      expect(cell.n + cell.unknown).toBe(result.n)
      expect(cell.values).toHaveLength(cell.n)
      expect(cell.mean === null).toBe(cell.n === 0)
    }
    expect(result.cells).toHaveLength(4)
    expect(result.cellsInAll).toBe(4 * result.n)
  })

  law(
    '[S1] neither the order in which ballots came in nor who sealed them shows',
    [counted, fc.nat(), fc.constantFrom('anonymous' as const, 'by_function' as const)],
    (ballots, seed, anonymity) => {
      const others = shuffleFrom(seed)(ballots).map((one, index) => ({ ...one, seatId: `seat-${index}` }))
      const first = JSON.stringify(marks.tally(ballots, about, setting({ anonymity })))
      expect(JSON.stringify(marks.tally(others, about, setting({ anonymity })))).toBe(first)
      for (const { seatId } of ballots) expect(first).not.toContain(seatId)
    },
  )

  law('[S1] in no cell does a function with too few marks stand beside them', [counted], (ballots) => {
    for (const cell of marks.tally(ballots, about, setting()).cells) {
      const labels = cell.values.map((one) => one.function).filter((label) => label !== null)
      for (const label of labels)
        expect(labels.filter((one) => one === label).length).toBeGreaterThanOrEqual(3)
    }
  })

  law('what is published is plain JSON that can be read back', [counted], (ballots) => {
    const result = marks.tally(ballots, about, setting({ anonymity: 'named' }))
    expect(readResult('marks', JSON.parse(JSON.stringify(result)))).toEqual(result)
    expect(result.named).toHaveLength(ballots.length)
  })

  test('ranges are published need by need', () => {
    const range = { low: 6, high: 8.5, surePct: 80 }
    const ballots = [{ seatId: 's', functionName: 'Sales', ballot: ballot({ ranges: { b: range } }) }]
    expect(marks.tally(ballots, about, setting()).ranges).toEqual([
      { needId: 'a', ranges: [] },
      { needId: 'b', ranges: [range] },
    ])
  })
})
