import { expect, test } from 'vitest'
import type { Change } from '#server/history/content-watch.ts'
import { type OpenEntries, planEntries, stillOpen } from '#server/history/entries.ts'

const typed = (from: string | null, to: string | null, at: number, seatId = 'ann', field = 'text') => {
  const json = (text: string | null) => (text === null ? null : JSON.stringify(text))
  const change: Change = {
    collection: 'cards',
    recordId: 'c',
    field,
    oldValue: json(from),
    newValue: json(to),
    isTyped: field === 'text',
  }
  return { changes: [change], seatId, at }
}

const told = (
  entries: readonly { oldValue: string | null; newValue: string | null; seatId: string | null }[],
) => entries.map(({ oldValue, newValue, seatId }) => `${seatId}: ${oldValue} → ${newValue}`)

test('keystrokes of one seat in one field within five seconds are one entry', () => {
  const { entries } = planEntries(
    [typed('', 'a', 0), typed('a', 'ab', 4000), typed('ab', 'abc', 9000), typed('abc', 'abcd', 14_001)],
    new Map(),
  )
  expect(told(entries)).toEqual(['ann: "" → "abc"', 'ann: "abc" → "abcd"'])
  expect(entries[0]?.at).toBe(9000)
})

test('[P5] what somebody else overwrites is an entry of its own', () => {
  const { entries } = planEntries(
    [typed('', 'a', 0), typed('a', 'ab', 10, 'bob'), typed('ab', 'abc', 20), typed('abc', null, 30)],
    new Map(),
  )
  expect(told(entries)).toEqual([
    'ann: "" → "a"',
    'bob: "a" → "ab"',
    'ann: "ab" → "abc"',
    'ann: "abc" → null',
  ])
})

test('[P5] a choice made twice in a second is two entries', () => {
  const status = (from: string, to: string, at: number) => typed(from, to, at, 'ann', 'status')
  const { entries } = planEntries([status('none', 'draft', 0), status('draft', 'live_weak', 500)], new Map())
  expect(entries).toHaveLength(2)
})

test('typing goes on in the entry already written, under its number', () => {
  const first = planEntries([typed('', 'a', 0)], new Map())
  let open: OpenEntries = stillOpen(new Map(), first, [7])
  const second = planEntries([typed('a', 'ab', 1000)], open)
  expect(second.entries).toMatchObject([{ seq: 7, oldValue: '""', newValue: '"ab"', at: 1000 }])
  open = stillOpen(open, second, [7])
  const other = planEntries([typed('', 'x', 7000, 'bob', 'hurdles')], open)
  open = stillOpen(open, other, [8])
  expect([...open.values()].map((entry) => entry.seq)).toEqual([8])
})
