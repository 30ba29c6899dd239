import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drift, type Mover, pullWord } from '#shared/statistics/drift.ts'
import { law } from '#test/support/law.ts'

const mover = (before: readonly number[], after = before, seniority: number | null = null): Mover => ({
  seniority,
  before,
  after,
  confidenceBefore: 3,
  confidenceAfter: 4,
})
const towards = (from: readonly number[], to: readonly number[], share: number) =>
  from.map((points, need) => points + share * ((to[need] ?? 0) - points))

const boss = [80, 10, 10]
const firsts = [
  [10, 60, 30],
  [20, 20, 60],
  [0, 50, 50],
  [30, 30, 40],
]

describe('the pull of the most senior first ballot (method C5)', () => {
  test('everybody who goes 40 % of the way there gives 0.40, and nothing to the group', () => {
    const all = [mover(boss, boss, 5), ...firsts.map((one) => mover(one, towards(one, boss, 0.4), 2))]
    expect(drift(all)).toMatchObject({
      n: 5,
      toGroup: 0,
      toSenior: 0.4,
      words: 'strong',
      alliesOfSenior: 0,
      seniorMoved: 0,
      why: null,
    })
  })

  test('everybody who goes 30 % of the way to the others gives 0.30 to the group, and nothing to the senior', () => {
    const groupOf = (index: number) => {
      const rest = firsts.filter((_, other) => other !== index)
      return [0, 1, 2].map((need) => rest.reduce((all, one) => all + (one[need] ?? 0), 0) / rest.length)
    }
    const all = [
      mover(boss, boss, 5),
      ...firsts.map((one, index) => mover(one, towards(one, groupOf(index), 0.3))),
    ]
    expect(drift(all)).toMatchObject({ toGroup: 0.3, toSenior: 0, words: 'none' })
  })

  test('of two equally senior people the larger pull is told', () => {
    const other = [0, 0, 100]
    const all = [
      mover(boss, boss, 4),
      mover(other, other, 4),
      ...firsts.map((one) => mover(one, towards(one, boss, 0.5))),
    ]
    expect(drift(all).toSenior).toBeGreaterThan(0.25)
  })

  test('from five people on, with somebody known to be senior, and not all in one direction', () => {
    const still = (points: readonly number[], seniority: number | null = null) =>
      mover(points, points, seniority)
    expect(drift([still(boss, 5), ...firsts.slice(1).map((one) => still(one))])).toMatchObject({
      n: 4,
      why: 'too-few-people',
      toSenior: null,
      words: null,
      seniorMoved: null,
    })
    expect(drift([still(boss), ...firsts.map((one) => still(one))]).why).toBe('no-seniority')
    expect(drift(Array.from({ length: 5 }, () => still(boss, 5))).why).toBe('cannot-be-told-apart')
  })

  test.each([
    [0.149, 'none'],
    [0.15, 'some'],
    [0.249, 'some'],
    [0.25, 'strong'],
    [-1, 'none'],
  ] as const)('a pull of %s is called %s', (pull, word) => {
    expect(pullWord(pull)).toBe(word)
  })
})

describe('disagreement and confidence', () => {
  test('nobody with two ballots: nothing to tell', () => {
    expect(drift([])).toMatchObject({
      n: 0,
      disagreementBefore: null,
      convergence: null,
      confidenceBefore: null,
    })
  })

  test('who all agreed before cannot converge', () => {
    expect(drift([mover(boss), mover(boss)])).toMatchObject({ disagreementBefore: 0, convergence: null })
  })

  test('confidence counts those who said it both times', () => {
    const half = { ...mover(boss), confidenceAfter: null, confidenceBefore: 1 }
    expect(drift([half, mover(boss)])).toMatchObject({ confidenceBefore: 3, confidenceAfter: 4 })
  })
})

const points = fc.tuple(fc.nat({ max: 100 }), fc.nat({ max: 100 })).map(([x, y]) => {
  const [low, high] = [Math.min(x, y), Math.max(x, y)]
  return [low, high - low, 100 - high]
})
const movers = fc.array(
  fc.tuple(points, points, fc.option(fc.integer({ min: 1, max: 5 }))).map((one) => mover(...one)),
  { maxLength: 8 },
)

law('[S1] the order of people does not show, and every figure is a number or null', [movers], (all) => {
  const found = drift(all)
  const { toGroup, toSenior, ...rest } = drift([...all].reverse())
  expect(rest.disagreementBefore).toBe(found.disagreementBefore)
  for (const [one, other] of [
    [toGroup, found.toGroup],
    [toSenior, found.toSenior],
  ]) {
    expect(one === null).toBe(other === null)
    if (one != null && other != null) expect(Number.isFinite(one)).toBe(true)
  }
  expect((found.why === null) === (found.toSenior !== null)).toBe(true)
})
