import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inOrder, moved } from '#client/features/weigh/ordered.ts'

const items = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]

describe('order first', () => {
  test('needs stand in the order given; what it does not name comes after', () => {
    expect(inOrder(items, ['c', 'a']).map(({ id }) => id)).toEqual(['c', 'a', 'b'])
    expect(inOrder(items, ['gone', 'b']).map(({ id }) => id)).toEqual(['b', 'a', 'c'])
  })

  test('moving keeps every need, and past the ends is at the ends', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['c', 'a', 'b'])
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string(), { maxLength: 9 }),
        fc.nat(10),
        fc.integer(),
        (all, from, to) => {
          expect(moved(all, from, to).sort()).toEqual([...all].sort())
        },
      ),
    )
  })
})
