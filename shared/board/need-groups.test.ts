import { expect, test } from 'vitest'
import { missingKinds, proposeGroups, readWall } from '#shared/board/need-groups.ts'
import { needNotes, needs } from '#shared/board/schema.ts'
import { readValues } from '#shared/document/collection.ts'

const notes = (...texts: string[]) => texts.map((text, index) => ({ id: `n${index}`, text }))
const need = (id: string, values = {}) => ({ id, ...readValues(needs, { order: id, ...values }) })
const note = (id: string, values = {}) => ({
  id,
  ...readValues(needNotes, { order: id, text: id, ...values }),
})

test('[method D3] notes that share words are proposed as a group, whatever their endings', () => {
  expect(
    proposeGroups(
      notes(
        'See all pumps from the office',
        'Fix a pump without waiting',
        'Alerts on a phone',
        'Pumping at night',
        'Alert me early',
      ),
    ),
  ).toEqual([
    { words: ['pumps'], noteIds: ['n0', 'n1', 'n3'] },
    { words: ['alerts'], noteIds: ['n2', 'n4'] },
  ])
})

test('little words group nothing, and a note is in one proposal only', () => {
  expect(proposeGroups(notes('They want it to be fast', 'They want it to be cheap'))).toEqual([])
  const proposed = proposeGroups(
    notes('Spare parts tomorrow', 'Spare parts by phone', 'Order by phone', 'Order tomorrow'),
  )
  const ids = proposed.flatMap(({ noteIds }) => noteIds)
  expect(new Set(ids).size).toBe(ids.length)
  expect(proposed[0]).toEqual({ words: ['order'], noteIds: ['n2', 'n3'] })
})

test('a word in nearly every note is the topic and no group', () => {
  const all = Array.from({ length: 20 }, (_, index) => `Pump ${'abcdefghijklmnopqrst'[index]}${index}`)
  expect(proposeGroups(notes(...all))).toEqual([])
})

test('a note of a need that is gone is loose again, and identical ones count as often as they were written', () => {
  const wall = readWall(
    [need('b'), need('a'), need('c', { binned: { at: 1, seatId: 's' } })],
    [
      note('1', { mergedInto: 'a', count: 3 }),
      note('2', { mergedInto: 'c' }),
      note('3'),
      note('4', { mergedInto: 'a' }),
    ],
  )
  expect(wall.groups.map(({ need: { id }, said }) => [id, said])).toEqual([
    ['a', 4],
    ['b', 0],
  ])
  expect(wall.loose.map(({ id }) => id)).toEqual(['2', '3'])
})

test('[R018] says which kinds of need are empty once one has a kind', () => {
  expect(missingKinds([{ kind: null }])).toEqual([])
  expect(missingKinds([{ kind: 'product' }, { kind: null }])).toEqual([
    'buying_process',
    'service_after_sale',
  ])
  expect(
    missingKinds([{ kind: 'product' }, { kind: 'buying_process' }, { kind: 'service_after_sale' }]),
  ).toEqual([])
})
