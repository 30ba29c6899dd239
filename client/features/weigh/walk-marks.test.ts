import { expect, test } from 'vitest'
import type { StripRow } from '#client/features/weigh/strip-rows.ts'
import { walkMarks } from '#client/features/weigh/walk-marks.ts'

const row = (count: number) =>
  ({ values: Array.from({ length: count }, () => ({ value: 1, functionName: null })) }) as unknown as StripRow
const rows = [row(3), row(2)]

test('arrows walk the guesses of a row and the rows, and stop at the ends', () => {
  const path = [
    'ArrowDown',
    'ArrowRight',
    'ArrowRight',
    'ArrowRight',
    'ArrowDown',
    'ArrowDown',
    'ArrowLeft',
    'ArrowUp',
  ]
  let at: ReturnType<typeof walkMarks> = null
  const visited = path.map((key) => {
    at = walkMarks(rows, at, key)
    return `${at?.row}/${at?.mark}`
  })
  expect(visited).toEqual(['0/0', '0/1', '0/2', '0/2', '1/1', '1/1', '1/0', '0/0'])
})

test('other keys do not walk, and without rows there is nowhere to go', () => {
  expect(walkMarks(rows, null, 'Enter')).toBeNull()
  expect(walkMarks([], null, 'ArrowDown')).toBeNull()
})
