import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gapHeading } from '#client/features/reality/gap-heading.ts'
import { gapModel, mayBeFirst, talkOrder } from '#client/features/reality/gap-model.ts'
import { madeInterviews, madeNeed, madeRound, pointsOf } from '#test/support/made-reality.ts'

const titles = ['Alpha', 'Beta', 'Gamma', 'Delta']

function made(guess: readonly number[], customers: readonly (readonly number[])[], overlooked = 0) {
  const model = gapModel(
    madeRound(titles.slice(0, guess.length), 1, guess),
    pointsOf(customers, guess.length),
    Array.from({ length: overlooked }, (_, index) => madeNeed(`o${index}`, `Unlisted ${index}`)),
  )
  if (!model) throw new Error('The round cannot be read.')
  return model
}
const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one)

describe('the heading of the gap', () => {
  test('another first need that is settled is said to be first', () => {
    const heading = gapHeading(made([60, 20, 20], times(12, [10, 70, 20])))
    expect(heading).toEqual({
      ours: { key: 'one', title: 'Alpha' },
      theirs: { key: 'first', title: 'Beta' },
      notApart: [],
    })
  })

  test('agreement asks to look at second', () => {
    expect(gapHeading(made([60, 20, 20], times(12, [60, 25, 15]))).theirs).toEqual({ key: 'same' })
  })

  test('[C7] what is not settled is not said to be first', () => {
    const customers = [
      [10, 60, 30],
      [10, 30, 60],
      [10, 50, 40],
      [10, 40, 50],
      [10, 55, 35],
    ]
    const heading = gapHeading(made([60, 20, 20], customers))
    expect(heading.theirs).toEqual({ key: 'most', title: 'Beta' })
    expect(heading.notApart).toEqual(['Beta', 'Gamma'])
  })

  test('all equal on both sides: level, and no path', () => {
    const model = made([25, 25, 25, 25], times(5, [25, 25, 25, 25]))
    expect(gapHeading(model)).toMatchObject({
      ours: { key: 'level', count: 4 },
      theirs: { key: 'level', count: 4 },
    })
    expect(model.pathId).toBeNull()
  })

  test('two of ours level, two of theirs level', () => {
    const heading = gapHeading(made([40, 40, 20], times(5, [20, 40, 40])))
    expect(heading.ours).toEqual({ key: 'two', title: 'Alpha', other: 'Beta' })
    expect(heading.theirs).toEqual({ key: 'mostTwo', title: 'Beta', other: 'Gamma' })
  })

  test('[C12] below five customers nothing is said of their order', () => {
    expect(gapHeading(made([60, 20, 20], times(4, [10, 70, 20]))).theirs).toEqual({ key: 'few' })
  })

  test('a need nobody listed may be their first', () => {
    const model = made([60, 20, 20], times(12, [10, 10, 10, 70]), 1)
    expect(gapHeading(model).theirs).toEqual({ key: 'first', title: 'Unlisted 0' })
    expect(model.theirs[0]).toMatchObject({ kind: 'overlooked', givenBy: 12, isTooFewToRank: false })
  })
})

describe('the rows of the gap', () => {
  test('a need of ours that ten customers gave nothing is imagined and comes last', () => {
    const model = made([20, 60, 20], times(10, [50, 0, 50]))
    expect(model.theirs.at(-1)).toMatchObject({ title: 'Beta', kind: 'imagined', givenBy: 0, shown: 0 })
  })

  test('an overlooked need that half of them named at most has no place', () => {
    const named = [...times(5, [50, 30, 10, 10]), ...times(5, [50, 30, 20, 0])]
    const row = made([60, 20, 20], named, 1).theirs.find(({ kind }) => kind === 'overlooked')
    expect(row).toMatchObject({ givenBy: 5, isTooFewToRank: true })
  })

  test('[issue 5] a need customers only named stands after those with points: no figure, no place, never a zero', () => {
    const customers = pointsOf(times(10, [50, 30, 20]), 3)
    const need = madeNeed('o0', 'Unlisted', ['i1', 'i4', 'i4', 'gone'])
    const model = gapModel(madeRound(titles.slice(0, 3), 1, [20, 30, 50]), customers, [need])
    const row = model?.theirs.at(-1)
    expect(row).toMatchObject({ kind: 'overlooked', raisedBy: 2, givenBy: 0, isTooFewToRank: true })
    expect(row).toMatchObject({ customers: null, shown: null, places: null, values: [], halfWidth: null })
    expect(model).toMatchObject({ overlooked: 1, asked: 10, n: 10 })
    expect(model?.theirs[0]?.places).toEqual([1, 1])
    expect(model?.theirs[2]?.places).toEqual([3, 3])
    expect(model && mayBeFirst(model).map(({ title }) => title)).toEqual(['Alpha'])
  })

  test('the path is the largest climber into the first three', () => {
    const model = made([40, 30, 20, 10], times(12, [10, 20, 30, 40]))
    expect(model.pathId).toBe('n3')
  })

  test('what to talk about first has the largest difference times weight', () => {
    const model = made([40, 30, 20, 10], times(12, [38, 10, 12, 40]))
    expect(talkOrder(model)[0]?.title).toBe('Delta')
  })

  const anything = fc.record({
    needs: fc.integer({ min: 3, max: 7 }),
    overlooked: fc.integer({ min: 0, max: 3 }),
    customers: fc.constantFrom(0, 1, 2, 3, 4, 5, 12, 40),
    seed: fc.nat(9999),
  })

  test('for any workshop: every need once, theirs from most to least, whole points that add up to 100, places that hold', () => {
    fc.assert(
      fc.property(anything, ({ needs, overlooked, customers, seed }) => {
        const model = gapModel(
          madeRound(
            Array.from({ length: needs }, (_, index) => `Need ${index}`),
            seed,
          ),
          madeInterviews(needs, overlooked, customers, seed),
          Array.from({ length: overlooked }, (_, index) => madeNeed(`o${index}`, `Unlisted ${index}`)),
        )
        if (!model) throw new Error('The round cannot be read.')
        const { ours, theirs, isEnough, pathId } = model
        expect(ours).toHaveLength(needs)
        expect(new Set(theirs.map(({ needId }) => needId)).size).toBe(needs + model.overlooked)
        expect(ours.reduce((sum, { guessShown }) => sum + (guessShown ?? 0), 0)).toBe(100)
        if (!isEnough) {
          expect(theirs.every(({ shown, places }) => shown === null && places === null)).toBe(true)
          expect(pathId).toBeNull()
          expect(mayBeFirst(model)).toEqual([])
          return
        }
        expect(theirs.reduce((sum, { shown }) => sum + (shown ?? 0), 0)).toBe(100)
        const ranked = theirs.filter(({ kind }) => kind !== 'imagined')
        for (const [index, row] of ranked.entries()) {
          const next = ranked[index + 1]
          if (next) expect((row.customers ?? 0) + 1e-6).toBeGreaterThanOrEqual(next.customers ?? 0)
          const [from, to] = row.places ?? [0, 0]
          expect(from).toBeGreaterThanOrEqual(1)
          expect(to).toBeLessThanOrEqual(theirs.length)
          expect(from).toBeLessThanOrEqual(to)
        }
        expect(mayBeFirst(model)[0]).toBe(theirs[0])
      }),
      { numRuns: 150 },
    )
  })
})
