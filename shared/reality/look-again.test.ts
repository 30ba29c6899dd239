import { expect, test } from 'vitest'
import type { Action, ActionChange } from '#shared/board/action-edits.ts'
import { actionChanges, actions } from '#shared/board/schema.ts'
import { readValues } from '#shared/document/collection.ts'
import type { JsonObject } from '#shared/document/fields.ts'
import { looksAgain } from '#shared/reality/look-again.ts'

const action = (id: string, values: JsonObject): Action => ({ id, ...readValues(actions, values) })
const change = (field: string, from: string, to: string, day: string, actionId = 'a'): ActionChange => ({
  id: `${day}-${field}`,
  ...readValues(actionChanges, { actionId, field, from, to, at: Date.parse(`${day}T12:00:00Z`) }),
})
const live = [
  action('a', { promisedOn: '2026-04-16', due: '2026-05-10', status: 'done' }),
  action('b', { promisedOn: '2026-04-20', due: '2026-06-01' }),
  action('c', { due: '' }),
]
const seen = { live, changes: [] as ActionChange[], today: '2026-06-01', timeZone: '' }

test('[method P8] 30, 60 and 90 days after the first promise', () => {
  expect(looksAgain(seen)).toMatchObject([
    { day: '2026-05-16', when: 'past', due: 1, doneOfDue: 1 },
    { day: '2026-06-15', when: 'next', due: 2, doneOfDue: 1 },
    { day: '2026-07-15', when: 'later', due: 2, doneOfDue: 1 },
  ])
  expect(looksAgain({ ...seen, live: [] })).toEqual([])
})

test('what moved since the look before: dates put off, targets, readings and states', () => {
  const changes = [
    change('due', '2026-05-01', '2026-05-10', '2026-05-02'),
    change('due', '2026-07-01', '2026-06-01', '2026-05-20', 'b'),
    change('latest', '', '3 of 10', '2026-05-20'),
    change('target', '10', '8', '2026-05-21'),
    change('status', 'open', 'done', '2026-09-30'),
    change('due', '2026-05-01', '', '2026-05-22', 'deleted'),
  ]
  const [first, second, third] = looksAgain({ ...seen, changes })
  expect(first?.postponed).toHaveLength(1)
  expect(second?.postponed).toEqual([])
  expect(second?.measured.map(({ to }) => to)).toEqual(['3 of 10'])
  expect(second?.retargeted).toHaveLength(1)
  expect(third?.states).toHaveLength(1)
})

test('[P3] a day that is none, which a file or a device may hold, is no promise, and a plan with it can be read', () => {
  const odd = action('odd', { promisedOn: '2026-99-99', due: '2026-05-10' })
  expect(looksAgain({ ...seen, live: [odd] })).toEqual([])
  expect(looksAgain({ ...seen, live: [odd, ...live] })[0]?.day).toBe('2026-05-16')
})
