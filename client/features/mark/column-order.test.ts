import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnOrder } from '#client/features/mark/column-order.ts'

const columns = ['us', 'a', 'b', 'c'].map((id) => ({ id }))

test('[method D5] our own column is never first, the order is stable, and nothing is lost', () => {
  void fc.assert(
    fc.property(fc.string(), fc.string(), (seat, round) => {
      const order = columnOrder(columns, 'us', seat, round)
      expect(order[0]?.id).not.toBe('us')
      expect(order).toEqual(columnOrder(columns, 'us', seat, round))
      expect(order.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c', 'us'])
    }),
  )
})

test('[method D5] people see the columns in different orders', () => {
  const orders = Array.from({ length: 60 }, (_, seat) =>
    columnOrder(columns, 'us', `seat-${seat}`, 'r')
      .map(({ id }) => id)
      .join(),
  )
  expect(new Set(orders).size).toBeGreaterThan(10)
  expect(new Set(orders.map((order) => order.split(',').indexOf('us')))).toEqual(new Set([1, 2, 3]))
})

test('without a column of our own, or alone, the others stand as they are drawn', () => {
  expect(columnOrder([{ id: 'us' }], 'us', 's', 'r')).toEqual([{ id: 'us' }])
  expect(columnOrder(columns, null, 's', 'r')).toHaveLength(4)
})
