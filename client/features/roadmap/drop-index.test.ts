import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Box, slotAt } from '#client/features/roadmap/drop-index.ts'

const boxes: readonly Box[] = [
  { id: 'a', top: 0, bottom: 40 },
  { id: 'b', top: 44, bottom: 84 },
  { id: 'c', top: 88, bottom: 128 },
]

test('the slot is before the first card whose middle lies below the pointer', () => {
  expect(slotAt(boxes, 'x', 10, 0)).toEqual({ index: 0, y: -3 })
  expect(slotAt(boxes, 'x', 30, 0)).toEqual({ index: 1, y: 42 })
  expect(slotAt(boxes, 'x', 500, 0)).toEqual({ index: 3, y: 131 })
})

test('the lifted card does not count', () => {
  expect(slotAt(boxes, 'a', 70, 0).index).toBe(1)
  expect(slotAt(boxes.slice(0, 1), 'a', 70, 6)).toEqual({ index: 0, y: 6 })
})

test('a pointer further down never gives an earlier slot', () => {
  const heights = fc.array(fc.integer({ min: 20, max: 200 }), { maxLength: 8 })
  void fc.assert(
    fc.property(heights, fc.nat(1500), fc.nat(300), (list, y, further) => {
      let top = 0
      const cell = list.map((height, i) => {
        const box = { id: `${i}`, top, bottom: top + height }
        top += height + 4
        return box
      })
      const here = slotAt(cell, '1', y, 0)
      const there = slotAt(cell, '1', y + further, 0)
      expect(there.index).toBeGreaterThanOrEqual(here.index)
      expect(there.index).toBeLessThanOrEqual(cell.filter((box) => box.id !== '1').length)
    }),
  )
})
