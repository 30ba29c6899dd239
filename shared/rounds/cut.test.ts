/** The cutting vote: three marks each, in secret. */
import { expect, test } from 'vitest'
import { type CutBallot, cut } from '#shared/rounds/cut.ts'
import { readResult } from '#shared/rounds/kinds.ts'

const about = {
  subjects: ['a', 'b', 'c', 'd'].map((id) => ({ id, title: `Need ${id}` })),
  columns: [],
}
const setting = {
  anonymity: 'anonymous',
  minFunctionSize: 3,
  shuffle: <T>(values: readonly T[]) => [...values],
} as const
const ballot = (marks: string[], abstained = false): CutBallot => ({ marks, abstained })
const messages = (one: CutBallot) => cut.faults(one, about).map(({ message }) => message)

test('[R019] one to three marks, each for another need of the vote', () => {
  expect(messages(ballot(['a']))).toEqual([])
  expect(messages(ballot(['a', 'b', 'c']))).toEqual([])
  expect(messages(ballot([]))).toEqual(['Give at least one mark.'])
  expect(messages(ballot(['a', 'a']))).toEqual(['A need gets one mark from each.'])
  expect(messages(ballot(['x']))).toEqual(['This need is not part of the vote.'])
  expect(messages(ballot([], true))).toEqual([])
  expect(cut.ballot.safeParse(ballot(['a', 'b', 'c', 'd'])).success).toBe(false)
})

test('the most marks come first, as many keep the order of the list, and abstentions are counted apart', () => {
  const counted = [ballot(['c', 'b']), ballot(['c', 'a']), ballot([], true)].map((one, index) => ({
    seatId: `s${index}`,
    functionName: 'Sales',
    ballot: one,
  }))
  const result = cut.tally(counted, about, setting)
  expect(result).toEqual({
    n: 2,
    abstained: 1,
    perNeed: [
      { needId: 'c', title: 'Need c', marks: 2 },
      { needId: 'a', title: 'Need a', marks: 1 },
      { needId: 'b', title: 'Need b', marks: 1 },
      { needId: 'd', title: 'Need d', marks: 0 },
    ],
  })
  expect(readResult('cut', JSON.parse(JSON.stringify(result)))).toEqual(result)
})
