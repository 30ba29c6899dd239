import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  filled,
  left,
  needsWithPoints,
  type Points,
  placed,
  pointsOf,
  reach,
  shareEqually,
  slide,
  step,
  takeRest,
  type as typePoints,
} from '#client/lib/points.ts'

const ids = ['a', 'b', 'c', 'd', 'e']
const anyPoints: fc.Arbitrary<Points> = fc.dictionary(
  fc.constantFrom(...ids),
  fc.integer({ min: 0, max: 100 }),
)
const anyId = fc.constantFrom(...ids)

describe('spreading points', () => {
  test('[SC-3a] no press or drag places more than is left, and none cuts another need', () => {
    fc.assert(
      fc.property(anyPoints, anyId, fc.integer({ min: -300, max: 300 }), (points, id, by) => {
        const before = placed(points, ids)
        for (const after of [
          step(points, ids, id, by),
          slide(points, ids, id, by),
          takeRest(points, ids, id),
        ]) {
          expect(placed(after, ids)).toBeLessThanOrEqual(Math.max(100, before))
          expect(pointsOf(after, id)).toBeGreaterThanOrEqual(0)
          expect(Number.isInteger(pointsOf(after, id))).toBe(true)
          for (const other of ids) if (other !== id) expect(after[other]).toBe(points[other])
        }
      }),
    )
  })

  test('[SC-3a] taking away is always possible, also when too many are placed', () => {
    const over = { a: 60, b: 60 }
    expect(step(over, ids, 'a', -5)).toEqual({ a: 55, b: 60 })
    expect(step(over, ids, 'a', 5)).toEqual(over)
    expect(slide(over, ids, 'b', 10)).toEqual({ a: 60, b: 10 })
    expect(slide(over, ids, 'b', 90)).toEqual(over)
  })

  test('[SC-3a] a step of five stops at what is left', () => {
    expect(step({ a: 97 }, ids, 'b', 5)).toEqual({ a: 97, b: 3 })
    expect(reach({ a: 97 }, ids, 'b')).toBe(3)
  })

  test('[SC-3a] typing may exceed what is left and is then too many, never rescaled', () => {
    const typed = typePoints({ a: 80 }, 'b', '24')
    expect(typed).toEqual({ a: 80, b: 24 })
    expect(left(typed ?? {}, ids)).toBe(-4)
  })

  test('typing takes digits up to 100 and empties to blank', () => {
    expect(typePoints({ a: 1 }, 'a', '')).toEqual({})
    expect(typePoints({ a: 1 }, 'b', '')).toEqual({ a: 1 })
    expect(typePoints({}, 'a', '007')).toEqual({ a: 7 })
    for (const wrong of ['101', '1000', '-1', '1.5', 'ten', ' ', '１２']) {
      expect(typePoints({}, 'a', wrong)).toBeNull()
    }
  })

  test('[SC-3b] the rest goes to the focused need', () => {
    expect(takeRest({ a: 30, b: 10 }, ids, 'b')).toEqual({ a: 30, b: 70 })
    expect(takeRest({ a: 70, b: 40 }, ids, 'b')).toEqual({ a: 70, b: 40 })
  })

  test('[SC-3b] equal shares are whole, sum to 100, and the first ones get the point over', () => {
    expect(shareEqually(ids)).toEqual({ a: 20, b: 20, c: 20, d: 20, e: 20 })
    expect(shareEqually([...ids, 'f'])).toEqual({ a: 17, b: 17, c: 17, d: 17, e: 16, f: 16 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), (count) => {
        const many = Array.from({ length: count }, (_, index) => `n${index}`)
        expect(placed(shareEqually(many), many)).toBe(100)
      }),
    )
  })

  test('[SC-3b] blank counts as 0 when sealed', () => {
    expect(filled({ a: 60, c: 40 }, ids)).toEqual({ a: 60, b: 0, c: 40, d: 0, e: 0 })
    expect(needsWithPoints({ a: 60, b: 0, c: 40 }, ids)).toBe(2)
  })
})
