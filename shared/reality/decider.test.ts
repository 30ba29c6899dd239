import { expect, test } from 'vitest'
import { readRows } from '#shared/document/collection.ts'
import { type Interview, interviews } from '#shared/interviews/schema.ts'
import { deciderOf, isToldApart } from '#shared/reality/decider.ts'
import { rounds } from '#shared/record/schema.ts'
import { demoFile, imported } from '#test/support/demo-file.ts'

const { docs } = imported(demoFile())
const calls = readRows(docs.interviews, interviews)
const subjects = readRows(docs.record, rounds).find(({ kind }) => kind === 'weights')?.subjects ?? []
const titleOf = (id: string) => subjects.find((one) => one.id === id)?.title
const needIds = subjects.map(({ id }) => id)

test('[R068] the demo: the audit was named unaided by 5 of 10, and is not clearly ahead of alarms in points', () => {
  const decider = deciderOf(calls, needIds)
  expect(decider.n).toBe(10)
  expect(decider.nPoints).toBe(9)
  expect(titleOf(decider.rows[0]?.needId ?? '')).toBe('Audit without a week of paperwork')
  expect(decider.rows[0]?.namedBy).toHaveLength(5)
  expect(decider.rows[0]?.byRole).toEqual(
    new Map([
      ['decision_maker', 4],
      ['approver', 1],
    ]),
  )
  expect(decider.topTwo?.n).toBe(9)
  expect(isToldApart(decider.topTwo)).toBe(false)
})

const wants = (points: Record<string, number>, index: number): Interview => ({
  ...(calls[0] as Interview),
  id: `x${index}`,
  unaidedTopNeedId: null,
  weights: { status: 'given', points, reason: '' },
})

test('[R068] what was named counts before points; a clear lead in points is told apart, few customers never are', () => {
  const clear = Array.from({ length: 8 }, (_, index) =>
    wants({ a: 70 + (index % 3), b: 30 - (index % 3) }, index),
  )
  const named = clear.map((one, index) => ({ ...one, unaidedTopNeedId: index < 2 ? 'b' : null }))
  expect(deciderOf(named, ['a', 'b']).rows.map(({ needId }) => needId)).toEqual(['b', 'a'])
  expect(isToldApart(deciderOf(clear, ['a', 'b']).topTwo)).toBe(true)
  expect(isToldApart(deciderOf(clear.slice(0, 4), ['a', 'b']).topTwo)).toBe(false)
})

test('[R068] nobody asked, one need, and people who bought elsewhere', () => {
  expect(deciderOf([], ['a', 'b'])).toMatchObject({ n: 0, nPoints: 0, topTwo: { n: 0, mean: null } })
  expect(deciderOf([], ['a']).topTwo).toBeNull()
  const lost = { ...wants({ a: 100 }, 1), unaidedTopNeedId: 'a' }
  const elsewhere = { ...lost, customer: { ...lost.customer, wonOrLost: 'lost' as const } }
  expect(deciderOf([elsewhere], ['a', 'b'])).toMatchObject({ n: 0 })
})
