/** The rounds of Debate: what may be sealed, what is published; the demo's own ballots give the demo's own results. */
import { describe, expect, test } from 'vitest'
import { category } from '#shared/rounds/category.ts'
import { characteristic } from '#shared/rounds/characteristic.ts'
import { dots } from '#shared/rounds/dots.ts'
import { type RoundKindName, readResult, roundKind } from '#shared/rounds/kinds.ts'
import { support } from '#shared/rounds/support.ts'
import { truth } from '#shared/rounds/truth.ts'
import { demoRounds } from '#test/support/demo-file.ts'

const about = { subjects: ['a', 'b', 'c'].map((id) => ({ id, title: `About ${id}` })), columns: [] }
const setting = {
  anonymity: 'anonymous',
  minFunctionSize: 3,
  shuffle: <T>(values: readonly T[]) => [...values],
} as const
const messages = (faults: readonly { message: string }[]) => faults.map(({ message }) => message)

describe('what may be sealed', () => {
  test('[R063] five dots, several on one allowed, each on a finding of the vote', () => {
    const faults = (given: Record<string, number>) => messages(dots.faults({ dots: given }, about))
    expect(faults({ a: 5 })).toEqual([])
    expect(faults({ a: 2, b: 3 })).toEqual([])
    expect(faults({ a: 4 })).toEqual(['1 dot left: place all 5.'])
    expect(faults({ a: 4, b: 3 })).toEqual(['2 dots too many: place 5.'])
    expect(faults({ x: 5 })).toEqual(['This finding is not part of the vote.'])
    expect(dots.ballot.safeParse({ dots: { a: 2.5 } }).success).toBe(false)
    expect(dots.ballot.safeParse({ dots: { a: -1 } }).success).toBe(false)
  })

  test('[R064] support from 1 to 5, of one draft at least', () => {
    expect(messages(support.faults({ support: { a: 5 } }, about))).toEqual([])
    expect(messages(support.faults({ support: {} }, about))).toEqual([
      'Say how far you support at least one draft.',
    ])
    expect(messages(support.faults({ support: { x: 1 } }, about))).toEqual([
      'This draft is not part of the vote.',
    ])
    for (const wrong of [0, 6, 2.5, 'three'])
      expect(support.ballot.safeParse({ support: { a: wrong } }).success).toBe(false)
  })

  test('[R065] true today is yes, partly or no; whoever delivers none of it seals nothing', () => {
    expect(truth.faults({ trueToday: {} }, about)).toEqual([])
    expect(messages(truth.faults({ trueToday: { x: 'no' } }, about))).toEqual([
      'This draft is not part of the vote.',
    ])
    expect(truth.ballot.safeParse({ trueToday: { a: 'maybe' } }).success).toBe(false)
  })

  test('[R067] one of four categories; [R068] one need or "I do not know"', () => {
    expect(messages(category.faults({ category: null }, about))).toEqual(['Choose one of the four.'])
    expect(category.ballot.safeParse({ category: 'huge' }).success).toBe(false)
    expect(characteristic.faults({ needId: 'a', abstained: false }, about)).toEqual([])
    expect(characteristic.faults({ needId: null, abstained: true }, about)).toEqual([])
    expect(messages(characteristic.faults({ needId: null, abstained: false }, about))).toHaveLength(1)
    expect(messages(characteristic.faults({ needId: 'x', abstained: false }, about))).toHaveLength(1)
  })
})

describe('what is published', () => {
  const counted = <B>(ballots: readonly B[]) =>
    ballots.map((ballot, index) => ({ seatId: `s${index}`, functionName: 'Sales', ballot }))

  test('votes for a need, abstentions apart', () => {
    const ballots = counted([
      { needId: 'b', abstained: false },
      { needId: 'b', abstained: false },
      { needId: null, abstained: true },
    ])
    const result = characteristic.tally(ballots, about, setting)
    expect(result).toMatchObject({ n: 2, abstained: 1 })
    expect(result.perSubject.map(({ votes }) => votes)).toEqual([0, 2, 0])
    expect(readResult('characteristic', JSON.parse(JSON.stringify(result)))).toEqual(result)
  })

  test.each(['dots', 'support', 'truth', 'category', 'confidence'] as const)(
    'the demo’s ballots of %s give the result the demo states',
    (name: RoundKindName) => {
      const round = demoRounds().find(({ kind }) => kind === name)
      if (!round) throw new Error(`The demo has no round of ${name}.`)
      const kind = roundKind(name)
      const ballots = round.ballots.map(({ seatId, ballot }) => ({
        seatId,
        functionName: '',
        ballot: kind.ballot.parse(ballot),
      }))
      for (const { ballot } of ballots) expect(kind.faults(ballot, round)).toEqual([])
      expect(kind.tally(ballots, round, setting)).toEqual(round.result)
    },
  )
})
