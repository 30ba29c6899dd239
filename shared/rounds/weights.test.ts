import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CountedBallot, TallySetting } from '#shared/rounds/kind.ts'
import { isRoundKind, readResult, roundKind } from '#shared/rounds/kinds.ts'
import { sumFault, type WeightsBallot, weights } from '#shared/rounds/weights.ts'
import { sum } from '#shared/statistics/summary.ts'
import { law } from '#test/support/law.ts'
import { shuffleFrom } from '#test/support/random.ts'

const about = {
  subjects: ['a', 'b', 'c'].map((id) => ({ id, title: `Need ${id}` })),
  columns: [],
}

const ballot = (changes: Partial<WeightsBallot> = {}): WeightsBallot => ({
  points: { a: 50, b: 30, c: 20 },
  unsure: [],
  confidence: null,
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

const messages = (points: Record<string, number>) =>
  weights.faults(ballot({ points }), about).map(({ message }) => message)

describe('a ballot of points', () => {
  test('99 and 101 points are refused with a sentence, 100 are accepted', () => {
    expect(messages({ a: 50, b: 30, c: 19 })).toEqual(['These add up to 99. Place 1 more point.'])
    expect(messages({ a: 50, b: 30, c: 18 })).toEqual(['These add up to 98. Place 2 more points.'])
    expect(messages({ a: 50, b: 30, c: 21 })).toEqual(['These add up to 101: 1 too many.'])
    expect(messages({ a: 50, b: 30, c: 20 })).toEqual([])
  })

  test('needs left out count as 0', () => {
    expect(messages({ b: 100 })).toEqual([])
    expect(messages({})).toEqual(['These add up to 0. Place 100 more points.'])
  })

  test('needs that are not part of the round are named by path', () => {
    expect(weights.faults(ballot({ points: { a: 60, 'x/y': 40 }, unsure: ['z'] }), about)).toEqual([
      { path: '/points/x~1y', message: 'This need is not part of the round.' },
      { path: '/unsure/z', message: 'This need is not part of the round.' },
    ])
  })

  test('who abstains needs no points', () => {
    expect(weights.faults(ballot({ points: {}, abstained: true }), about)).toEqual([])
  })

  test.each([
    ['as text', { points: { a: '25' } }],
    ['negative', { points: { a: -1 } }],
    ['fractional', { points: { a: 12.5 } }],
    ['above 100', { points: { a: 101 } }],
    ['as a list', { points: [100] }],
    ['missing', { points: undefined }],
    ['not a number', { points: { a: Number.NaN } }],
    ['of too many needs', { points: Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`n${i}`, 1])) }],
  ])('points that are %s do not pass', (_, changes) => {
    const parsed = weights.ballot.safeParse({ ...ballot(), ...changes })
    expect(parsed.success).toBe(false)
    expect(parsed.error?.issues[0]?.message).not.toBe('Invalid input')
  })

  test('a part that is no part of a ballot does not pass', () => {
    expect(weights.ballot.safeParse({ ...ballot(), seatId: 'somebody' }).success).toBe(false)
    expect(weights.ballot.safeParse({ ...ballot(), abstained: 'no' }).success).toBe(false)
    expect(weights.ballot.safeParse({ ...ballot(), confidence: 6 }).success).toBe(false)
    expect(weights.ballot.safeParse({ ...ballot(), reason: 'x'.repeat(201) }).success).toBe(false)
    expect(weights.ballot.safeParse(JSON.parse('{"points":{"__proto__":{"a":1}}}')).success).toBe(false)
  })

  test('a draft may add up to anything', () => {
    expect(weights.ballot.safeParse(ballot({ points: { a: 100, b: 100, c: 7 } })).success).toBe(true)
  })

  law('a sum of points is right or has a sentence that says how many', [fc.nat({ max: 2000 })], (total) => {
    const sentence = sumFault(total)
    expect(sentence === null).toBe(total === 100)
    if (sentence) expect(sentence).toContain(String(Math.abs(100 - total)))
  })
})

const points = fc.tuple(fc.nat({ max: 100 }), fc.nat({ max: 100 })).map(([x, y]) => {
  const [low, high] = [Math.min(x, y), Math.max(x, y)]
  return { a: low, b: high - low, c: 100 - high }
})

const counted: fc.Arbitrary<CountedBallot<WeightsBallot>[]> = fc.uniqueArray(
  fc.record({
    seatId: fc.uuid(),
    functionName: fc.constantFrom('Sales', 'Marketing', 'Service', ''),
    ballot: fc.record({
      points,
      unsure: fc.subarray(['a', 'b', 'c']),
      confidence: fc.option(fc.integer({ min: 1, max: 5 })),
      abstained: fc.boolean(),
      reason: fc.constantFrom('', 'I am new', 'No idea'),
    }),
  }),
  { selector: ({ seatId }) => seatId, maxLength: 12 },
)

describe('what a reveal of weights publishes', () => {
  law('shown points add up to 100 as soon as somebody gave points', [counted], (ballots) => {
    const { n, perNeed } = weights.tally(ballots, about, setting())
    const shown = perNeed.map((need) => need.shown)
    if (n === 0) expect(shown).toEqual([null, null, null])
    else expect(sum(shown.map(Number))).toBe(100)
  })

  law(
    '[S1] neither the order in which ballots came in nor who sealed them shows',
    [
      counted,
      fc.nat(),
      fc.constantFrom('anonymous' as const, 'by_function' as const),
      fc.integer({ min: 2, max: 4 }),
    ],
    (ballots, seed, anonymity, minFunctionSize) => {
      const others = shuffleFrom(seed)(ballots).map((one, index) => ({ ...one, seatId: `seat-${index}` }))
      const first = weights.tally(ballots, about, setting({ anonymity, minFunctionSize }))
      const second = weights.tally(others, about, setting({ anonymity, minFunctionSize }))
      expect(JSON.stringify(second)).toBe(JSON.stringify(first))
      expect(first.named).toEqual([])
    },
  )

  law('[S1] without agreement on names no seat is in a result', [counted], (ballots) => {
    for (const anonymity of ['anonymous', 'by_function'] as const) {
      const text = JSON.stringify(weights.tally(ballots, about, setting({ anonymity })))
      for (const { seatId } of ballots) expect(text).not.toContain(seatId)
    }
  })

  law(
    '[S1] a value carries a function only where that group shows figures',
    [counted, fc.integer({ min: 2, max: 4 })],
    (ballots, minFunctionSize) => {
      const open = weights.tally(ballots, about, setting({ minFunctionSize }))
      const figures = new Map(
        open.byFunction.filter(({ show }) => show !== 'hidden').map((group) => [group.function, group.n]),
      )
      for (const need of open.perNeed) {
        const labels = need.values.map((one) => one.function).filter((label) => label !== null)
        for (const label of labels) expect(figures.has(label)).toBe(true)
        for (const [label, n] of figures) expect(labels.filter((one) => one === label)).toHaveLength(n)
      }
      for (const group of open.byFunction) {
        if (!figures.has(group.function))
          expect(group.perNeed.every((need) => need.mean === null && need.tilt === null)).toBe(true)
      }
      if (open.byFunction.some(({ show }) => show !== 'figures')) expect(open.functionBalanced).toBeNull()
      const closed = weights.tally(ballots, about, setting({ minFunctionSize, anonymity: 'anonymous' }))
      expect(closed.perNeed.flatMap((need) => need.values).every((one) => one.function === null)).toBe(true)
    },
  )

  law('what is published is plain JSON that can be read back', [counted], (ballots) => {
    const result = weights.tally(ballots, about, setting({ anonymity: 'named' }))
    expect(readResult('weights', JSON.parse(JSON.stringify(result)))).toEqual(result)
  })

  test('[S1] a pair shows figures only where people agreed to be known by function', () => {
    const ballots = ['A', 'A', 'B', 'B'].map((functionName, i) => ({
      seatId: `s${i}`,
      functionName,
      ballot: ballot(),
    }))
    const shown = (anonymity: TallySetting['anonymity']) =>
      weights
        .tally(ballots, about, setting({ anonymity, minFunctionSize: 2 }))
        .byFunction.map(({ show }) => show)
    expect(shown('anonymous')).toEqual(['merged'])
    expect(shown('by_function')).toEqual(['figures', 'figures'])
  })

  test('positions are shuffled need by need, so that nobody can put a ballot together', () => {
    const ballots = Array.from({ length: 12 }, (_, i) => ({
      seatId: `s${i}`,
      functionName: 'Sales',
      ballot: ballot({ points: { a: i, b: i, c: 100 - 2 * i } }),
    }))
    const { perNeed } = weights.tally(ballots, about, setting({ shuffle: shuffleFrom(7) }))
    const [first, second] = perNeed.map((need) => need.values.map(({ value }) => value))
    expect(first).not.toEqual(second)
    expect([...(first ?? [])].sort()).toEqual([...(second ?? [])].sort())
  })

  test('only a round opened as named gives whole ballots', () => {
    const ballots = [{ seatId: 'p2', functionName: 'Sales', ballot: ballot() }]
    expect(weights.tally(ballots, about, setting({ anonymity: 'named' })).named).toEqual([
      {
        seatId: 'p2',
        functionName: 'Sales',
        points: { a: 50, b: 30, c: 20 },
        unsure: [],
        confidence: null,
        abstained: false,
      },
    ])
  })

  test('abstentions are counted apart and their reasons come without names', () => {
    const ballots = [
      { seatId: 'p1', functionName: 'Sales', ballot: ballot() },
      {
        seatId: 'p2',
        functionName: 'Sales',
        ballot: ballot({ points: { a: 100 }, abstained: true, reason: ' I am new ' }),
      },
    ]
    const result = weights.tally(ballots, about, setting())
    expect(result).toMatchObject({ n: 1, abstained: 1, reasons: ['I am new'] })
    expect(result.perNeed.map(({ mean }) => mean)).toEqual([50, 30, 20])
  })

  test('[P3] a result of another shape is null, never an error', () => {
    expect(readResult('weights', { n: 'many' })).toBeNull()
    expect(readResult('weights', null)).toBeNull()
    expect(readResult('marks', [])).toBeNull()
  })

  test('names that every object has are no kinds of rounds', () => {
    expect(isRoundKind('weights')).toBe(true)
    expect(isRoundKind('toString')).toBe(false)
    expect(roundKind('marks').isGuess).toBe(true)
  })
})
