import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Grouped, groupsOf, heldGroups } from '#client/features/plan/groups.ts'
import { barOf, shareOf, timelineOf } from '#client/features/plan/timeline.ts'
import type { Action } from '#shared/board/action-edits.ts'
import { actions } from '#shared/board/schema.ts'
import { readValues } from '#shared/document/collection.ts'
import type { JsonObject } from '#shared/document/fields.ts'

const action = (id: string, values: JsonObject = {}): Action => ({ id, ...readValues(actions, values) })
const by: Omit<Grouped, 'by'> = {
  stageIds: ['s1', 's2'],
  stageOf: (link) => ({ q1: 's1', q2: 's2' })[link] ?? null,
  ownerOf: ({ ownerName }) => ownerName,
}
const all = [
  action('a', { kind: 'create', links: ['q2', 'q1'], ownerName: 'Zoë' }),
  action('b', { kind: 'fix', ownerName: 'Ana' }),
  action('c', { kind: 'create', links: ['q2'] }),
]

test('by kind, by stage, by owner; what has none comes last', () => {
  const keys = (grouping: Grouped['by']) =>
    groupsOf(all, { ...by, by: grouping }).map(({ key, ids }) => `${key}:${ids.join('')}`)
  expect(keys('kind')).toEqual(['fix:b', 'create:ac'])
  expect(keys('stage')).toEqual(['s1:a', 's2:c', ':b'])
  expect(keys('owner')).toEqual(['Ana:b', 'Zoë:a', ':c'])
})

test('[U3] while somebody types, rows stay; new ones join, those that are gone go', () => {
  const shown = [
    { key: 'fix', ids: ['a', 'b'] },
    { key: 'create', ids: ['c'] },
  ]
  const next = [
    { key: 'fix', ids: ['b', 'd'] },
    { key: 'improve', ids: ['a', 'e'] },
  ]
  expect(heldGroups(shown, next)).toEqual([
    { key: 'fix', ids: ['a', 'b', 'd'] },
    { key: 'improve', ids: ['e'] },
  ])
  const groups = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e')).map((ids) => [
    { key: 'one', ids: ids.filter((_, n) => n % 2 === 0) },
    { key: 'two', ids: ids.filter((_, n) => n % 2 === 1) },
  ])
  fc.assert(
    fc.property(groups, groups, (before, after) => {
      const held = heldGroups(before, after).flatMap(({ ids }) => ids)
      expect(held.sort()).toEqual(after.flatMap(({ ids }) => ids).sort())
    }),
  )
})

test('six months from the first promise, more when it reaches further, today always in it', () => {
  const plan = [
    action('a', { promisedOn: '2026-03-20', due: '2026-04-30' }),
    action('b', { due: '2026-07-25' }),
  ]
  const months = (today: string, of = plan) => timelineOf(of, today).months.map((day) => day.slice(0, 7))
  expect(months('2026-03-13')).toEqual(['2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08'])
  expect(months('2026-11-22')).toHaveLength(9)
  expect(months('2030-01-15').at(-1)).toBe('2030-01')
  expect(months('2026-03-13', [action('a', { due: '2029-01-01' })])[0]).toBe('2026-03')
  expect(months('2026-03-13', [])).toHaveLength(6)
})

test('bars from the promise to the due day; one that lies outside only says where', () => {
  const timeline = timelineOf([], '2026-03-01')
  expect(shareOf('2026-03-01', timeline)).toBe(0)
  const bar = (values: JsonObject) => barOf(action('a', values), timeline, '2026-03-13')
  expect(bar({ due: '' })).toBeNull()
  expect(bar({ promisedOn: '2026-03-01', due: '2026-09-01' })).toEqual({ from: 0, to: 1, outside: null })
  expect(bar({ promisedOn: '2026-01-01', due: '2026-02-01' })?.outside).toBe('before')
  expect(bar({ promisedOn: '2027-01-01', due: '2027-02-01' })?.outside).toBe('after')
  expect(bar({ promisedOn: '2026-05-01', due: '2026-04-01' })).toMatchObject({ outside: null })
})
