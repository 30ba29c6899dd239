import { expect, test } from 'vitest'
import { firstOf } from '#client/features/needs/cut-first.ts'

const result = (...marks: number[]) => ({
  n: 5,
  abstained: 0,
  perNeed: marks.map((count, index) => ({ needId: `n${index}`, title: `N${index}`, marks: count })),
})
const counts = (...marks: number[]) => {
  const { chosen, tied } = firstOf(result(...marks))
  return [chosen.length, tied.length]
}

test('[R019] five survive, and none without a mark', () => {
  expect(counts(6, 5, 4, 3, 2, 1)).toEqual([5, 0])
  expect(counts(6, 5, 4, 4, 4)).toEqual([5, 0])
  expect(counts(3, 2, 0, 0)).toEqual([2, 0])
  expect(counts(0, 0)).toEqual([0, 0])
})

test('needs with as many marks at the edge are left to the room', () => {
  expect(counts(6, 5, 4, 2, 2, 2, 1)).toEqual([3, 3])
  expect(counts(2, 2, 2, 2, 2, 2)).toEqual([0, 6])
})
