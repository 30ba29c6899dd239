/** From notes to needs on real documents. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  addLateNotes,
  agreeShortlist,
  applyCut,
  groupNotes,
  mergeNeed,
  mergeNotes,
  parkNeed,
  releaseNotes,
  returnNotes,
  shortlistNeed,
  takeNotes,
  ungroupNeed,
} from '#shared/board/need-edits.ts'
import { addNeed } from '#shared/board/scene-edits.ts'
import { needNotes, needs } from '#shared/board/schema.ts'
import { readRow, readRows } from '#shared/document/collection.ts'
import { type Edit, runEdit } from '#shared/document/edit.ts'
import { byOrder } from '#shared/document/order.ts'

let ids = 0
const run = <A, R>(doc: Y.Doc, edit: Edit<A, R>, args: A): R =>
  runEdit(doc, edit, args, { newId: () => `id${++ids}`, now: () => 5, seatId: 'me' })

const written = ['Price', 'Back before the shift', 'Fix it ourselves'].map((text, index) => ({
  text,
  count: index + 1,
  functionName: null,
}))

const withNotes = (): Y.Doc => {
  const doc = new Y.Doc()
  run(doc, takeNotes, { roundId: 'r', notes: written })
  return doc
}
const texts = (doc: Y.Doc) =>
  readRows(doc, needNotes)
    .sort(byOrder)
    .map(({ text }) => text)
const need = (doc: Y.Doc, id: string) => readRow(doc, needs, id)
const short = (doc: Y.Doc, status: string) =>
  readRows(doc, needs)
    .filter((one) => one.status === status && !one.binned)
    .sort(byOrder)
    .map((one) => one.short)

test('[P2] two facilitators who take the notes at once make one set', () => {
  const [one, other] = [withNotes(), withNotes()]
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
  expect(texts(one)).toEqual(['Price', 'Back before the shift', 'Fix it ourselves'])
  expect(readRows(one, needNotes)).toEqual(readRows(other, needNotes))
  run(one, takeNotes, { roundId: 'r', notes: written })
  expect(texts(one)).toHaveLength(3)
  expect(readRow(one, needNotes, 'r-0')).toMatchObject({
    genericHint: true,
    count: 1,
    functionName: '',
    roundId: 'r',
  })
})

test('notes that came late join the others', () => {
  const doc = withNotes()
  run(doc, addLateNotes, { texts: ['Came late'] })
  expect(texts(doc).at(-1)).toBe('Came late')
})

test('[ID-2a] [R017] a group is titled by its first note and keeps the words it came from', () => {
  const doc = withNotes()
  const id = run(doc, groupNotes, { noteIds: ['r-1', 'r-2'] }) ?? ''
  expect(need(doc, id)).toMatchObject({
    short: 'Back before the shift',
    status: 'proposed',
    sharpenedFrom: ['Back before the shift', 'Fix it ourselves'],
  })
  run(doc, mergeNotes, { noteIds: ['r-0'], needId: id })
  run(doc, releaseNotes, { noteIds: ['r-2'] })
  expect(need(doc, id)?.sharpenedFrom).toEqual(['Back before the shift', 'Price'])
  run(doc, ungroupNeed, { id })
  expect(readRows(doc, needNotes).every(({ mergedInto }) => mergedInto === null)).toBe(true)
  expect(need(doc, id)?.binned).toEqual({ at: 5, seatId: 'me' })
  expect(run(doc, groupNotes, { noteIds: ['gone'] })).toBeNull()
  expect(run(doc, mergeNotes, { noteIds: ['r-0'], needId: id })).toBe(false)
})

test('[ID-2a] a grouping is taken back: every note is where it was, what others did meanwhile stays', () => {
  const doc = withNotes()
  const first = run(doc, groupNotes, { noteIds: ['r-1', 'r-2'] }) ?? ''
  const second = run(doc, groupNotes, { noteIds: ['r-0', 'r-1'] }) ?? ''
  const places = [
    { noteId: 'r-0', needId: null },
    { noteId: 'r-1', needId: first },
  ]
  run(doc, mergeNotes, { noteIds: ['r-2'], needId: second })
  run(doc, returnNotes, { places, from: second, isMadeForThem: true })
  expect(places.map(({ noteId }) => readRow(doc, needNotes, noteId)?.mergedInto)).toEqual([null, first])
  expect(readRow(doc, needNotes, 'r-2')?.mergedInto).toBe(second)
  expect(need(doc, second)).toMatchObject({ binned: null, sharpenedFrom: ['Fix it ourselves'] })
  run(doc, releaseNotes, { noteIds: ['r-2'] })
  run(doc, returnNotes, { places, from: second, isMadeForThem: true })
  expect(need(doc, second)?.binned).toEqual({ at: 5, seatId: 'me' })
  expect(need(doc, first)).toMatchObject({ binned: null, sharpenedFrom: ['Back before the shift'] })
})

test('a long note gives a title of 60 characters and keeps its words as the statement', () => {
  const doc = new Y.Doc()
  const text = 'x'.repeat(120)
  run(doc, takeNotes, { roundId: 'r', notes: [{ text, count: 1, functionName: null }] })
  const id = run(doc, groupNotes, { noteIds: ['r-0'] }) ?? ''
  expect(need(doc, id)).toMatchObject({ short: 'x'.repeat(60), statement: text })
})

test('[R017] a need joined to another leaves it its notes, its words and its title', () => {
  const doc = withNotes()
  const one = run(doc, groupNotes, { noteIds: ['r-1'] }) ?? ''
  const other = run(doc, groupNotes, { noteIds: ['r-2'], values: { short: 'Mend it alone' } }) ?? ''
  expect(run(doc, mergeNeed, { id: other, into: one })).toBe(true)
  expect(need(doc, one)?.sharpenedFrom).toEqual([
    'Back before the shift',
    'Fix it ourselves',
    'Mend it alone',
  ])
  expect(readRow(doc, needNotes, 'r-2')?.mergedInto).toBe(one)
  expect(need(doc, other)?.binned).not.toBeNull()
  expect(run(doc, mergeNeed, { id: one, into: one })).toBe(false)
})

const withNeeds = (count: number): { doc: Y.Doc; all: string[] } => {
  const doc = new Y.Doc()
  const all = Array.from({ length: count }, (_, index) =>
    run(doc, addNeed, { short: `N${index + 1}`, values: { status: 'proposed' } }),
  )
  return { doc, all }
}

test('[R019] an eighth need cannot be made active; a place on the list is chosen', () => {
  const { doc, all } = withNeeds(8)
  for (const id of all.slice(0, 6)) expect(run(doc, shortlistNeed, { id, index: 9 })).toBe(true)
  expect(run(doc, shortlistNeed, { id: all[6] ?? '', index: 0 })).toBe(true)
  expect(short(doc, 'active')).toEqual(['N7', 'N1', 'N2', 'N3', 'N4', 'N5', 'N6'])
  expect(run(doc, shortlistNeed, { id: all[7] ?? '', index: 0 })).toBe(false)
  expect(run(doc, shortlistNeed, { id: all[0] ?? '', index: 6 })).toBe(true)
  expect(short(doc, 'active')).toEqual(['N7', 'N2', 'N3', 'N4', 'N5', 'N6', 'N1'])
  run(doc, parkNeed, { id: all[6] ?? '' })
  expect(short(doc, 'parked')).toEqual(['N7'])
})

test('[R019] a cut makes the chosen ones active in its order and keeps all others', () => {
  const { doc, all } = withNeeds(6)
  run(doc, addNeed, { short: 'Theirs', values: { status: 'proposed_by_customers' } })
  run(doc, shortlistNeed, { id: all[0] ?? '', index: 0 })
  run(doc, applyCut, { chosen: [all[5] ?? '', all[2] ?? '', all[3] ?? ''] })
  expect(short(doc, 'active')).toEqual(['N6', 'N3', 'N4'])
  expect(short(doc, 'parked')).toEqual(['N1', 'N2', 'N5'])
  expect(short(doc, 'proposed_by_customers')).toEqual(['Theirs'])
})

test('agreeing parks what is not on the shortlist', () => {
  const { doc, all } = withNeeds(4)
  for (const id of all.slice(1)) run(doc, shortlistNeed, { id, index: 9 })
  run(doc, agreeShortlist, null)
  expect(short(doc, 'active')).toEqual(['N2', 'N3', 'N4'])
  expect(short(doc, 'parked')).toEqual(['N1'])
})
