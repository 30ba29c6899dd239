import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  functionBalancedMean,
  functionGroups,
  functionSizes,
  meanPoints,
  tilts,
} from '#shared/statistics/functions.ts'
import { talkFirst, talkFirstAfterReveal } from '#shared/statistics/talk-first.ts'
import { law } from '#test/support/law.ts'

const shown = (sizes: Record<string, number>, minSize = 3) =>
  functionGroups(new Map(Object.entries(sizes)), minSize).map(
    ({ functions, n, show }) => `${functions.join('+')} ${n} ${show}`,
  )

describe('showing functions without exposing persons (method C2)', () => {
  test('three ballots and more show figures, in alphabetical order', () => {
    expect(shown({ Sales: 3, Marketing: 4 })).toEqual(['Marketing 4 figures', 'Sales 3 figures'])
  })

  test('what is too small is joined with the next smallest, again and again', () => {
    expect(shown({ A: 1, B: 4, C: 3 })).toEqual(['A+C 4 merged', 'B 4 figures'])
    expect(shown({ A: 1, B: 1, C: 1 })).toEqual(['A+B+C 3 merged'])
    expect(shown({ A: 2, B: 2, C: 5 })).toEqual(['A+B 4 merged', 'C 5 figures'])
    expect(shown({ A: 2, B: 4, C: 5 })).toEqual(['A+B 6 merged', 'C 5 figures'])
    expect(shown({ A: 1, B: 1, C: 5 })).toEqual(['A+B+C 7 merged'])
  })

  test('when all agreed, figures start at two ballots; a single one is still joined', () => {
    expect(shown({ A: 3, B: 2, C: 2, D: 2 }, 2)).toEqual([
      'A 3 figures',
      'B 2 figures',
      'C 2 figures',
      'D 2 figures',
    ])
    expect(shown({ A: 1, B: 2, C: 3 }, 2)).toEqual(['A+B 3 merged', 'C 3 figures'])
  })

  test('a function whose people all abstained is joined too, so that nobody sees who they are', () => {
    expect(shown({ A: 0, B: 4, C: 3 })).toEqual(['A+C 3 merged', 'B 4 figures'])
    expect([...functionSizes([{ functionName: 'B' }], [{ functionName: 'A' }])]).toEqual([
      ['A', 0],
      ['B', 1],
    ])
  })

  test('too few in all are hidden', () => {
    expect(shown({ A: 1 })).toEqual(['A 1 hidden'])
    expect(shown({ A: 1, B: 1 })).toEqual(['A+B 2 hidden'])
    expect(shown({})).toEqual([])
  })

  law(
    '[S1] no group with figures is smaller than allowed, and every function is in one group',
    [fc.dictionary(fc.stringMatching(/^[A-F]$/), fc.nat({ max: 6 })), fc.integer({ min: 2, max: 5 })],
    (sizes, minSize) => {
      const groups = functionGroups(new Map(Object.entries(sizes)), minSize)
      for (const { n, show } of groups) expect(show === 'hidden').toBe(n < minSize)
      if (groups.length > 1) expect(groups.every(({ show }) => show !== 'hidden')).toBe(true)
      expect(groups.flatMap(({ functions }) => functions).sort()).toEqual(Object.keys(sizes).sort())
    },
  )
})

describe('means and tilts', () => {
  const ballot = (functionName: string, first: number) => ({ functionName, points: [first, 100 - first] })

  test('the balanced mean gives every function the same voice', () => {
    const ballots = [ballot('A', 10), ballot('A', 10), ballot('A', 10), ballot('B', 50)]
    expect(meanPoints(ballots)).toEqual([20, 80])
    expect(functionBalancedMean(ballots)).toEqual([30, 70])
  })

  test('a tilt is against everybody else, and there is none without anybody else', () => {
    const ballots = [ballot('A', 10), ballot('B', 50), ballot('B', 30)]
    expect(tilts(ballots, ['B'])).toEqual([30, -30])
    expect(tilts([ballot('A', 10)], ['A'])).toBeNull()
  })
})

describe('what to talk about first', () => {
  test('before the reveal by mean times spread; a need without spread is no topic', () => {
    expect(talkFirst([20, 30, 50], [10, 1, null])).toEqual([
      { need: 0, value: 200 },
      { need: 1, value: 30 },
    ])
  })

  test("after the reveal by the gap times the customers' points (method C2, round 2)", () => {
    const order = talkFirstAfterReveal(
      [25, 10, 7.5, 32.5, 14.5, 10.5],
      [22.22, 26.11, 9.44, 13.89, 21.11, 7.22],
    )
    expect(order.map(({ need }) => need).slice(0, 3)).toEqual([1, 3, 4])
    expect(order[0]?.value).toBeCloseTo(420.6, 0)
  })
})
