import { expect, test } from 'vitest'
import { walked } from '#client/lib/mark-walk.ts'

test('[AN-9a] arrows walk rows and marks, stop at the edges, and leave other keys alone', () => {
  expect(walked(null, 'ArrowLeft', 3, 2)).toEqual({ row: 0, mark: 0 })
  expect(walked({ row: 0, mark: 0 }, 'ArrowRight', 3, 2)).toEqual({ row: 0, mark: 1 })
  expect(walked({ row: 0, mark: 1 }, 'ArrowRight', 3, 2)).toEqual({ row: 0, mark: 1 })
  expect(walked({ row: 1, mark: 1 }, 'ArrowDown', 3, 2)).toEqual({ row: 2, mark: 1 })
  expect(walked({ row: 2, mark: 1 }, 'ArrowDown', 3, 2)).toEqual({ row: 2, mark: 1 })
  expect(walked({ row: 0, mark: 1 }, 'ArrowUp', 3, 2)).toEqual({ row: 0, mark: 1 })
  expect(walked({ row: 0, mark: 0 }, 'Enter', 3, 2)).toBeNull()
  expect(walked(null, 'ArrowDown', 0, 2)).toBeNull()
})

test('[AN-9a] where a row has one mark, left and right go from row to row as well', () => {
  expect(walked({ row: 0, mark: 0 }, 'ArrowRight', 3, 1)).toEqual({ row: 1, mark: 0 })
  expect(walked({ row: 1, mark: 0 }, 'ArrowLeft', 3, 1)).toEqual({ row: 0, mark: 0 })
})
