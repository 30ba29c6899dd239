import { expect, test } from 'vitest'
import { readValues } from '#shared/document/collection.ts'
import { alike, roundSize, standsOut } from '#shared/interviews/few-alike.ts'
import { interviews } from '#shared/interviews/schema.ts'

const customer = (id: string, role: string, trade = '') => ({
  id,
  ...readValues(interviews, { customer: { role, trade } }),
})

test('[C12] a customer stands out while fewer than five share role and trade, and nothing known tells nothing', () => {
  const four = ['a', 'b', 'c', 'd'].map((id) => customer(id, 'Owner', 'Fish'))
  const [first] = four
  if (!first) throw new Error('nobody')
  expect(alike(four, first)).toBe(4)
  expect(standsOut(four, first)).toBe(true)
  expect(standsOut([...four, customer('e', ' owner ', 'fish')], first)).toBe(false)
  expect(standsOut([customer('x', '')], customer('x', ''))).toBe(false)
})

test('sizes are rounded to usual ones', () => {
  expect([1, 34, 120, 410, 1800, 90_000].map(roundSize)).toEqual([10, 25, 100, 500, 2500, 10_000])
})
