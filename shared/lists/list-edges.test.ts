import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { bringInList, type ListKind } from '#shared/board/list-edits.ts'
import { actions, cards, functions, options, stages } from '#shared/board/schema.ts'
import { insertRow, readRow, readRows } from '#shared/document/collection.ts'
import { runEdit } from '#shared/document/edit.ts'
import { readBoardList } from '#shared/lists/list-check.ts'
import type { ListSettings } from '#shared/lists/list-layout.ts'
import { pastedSheet, worldOf } from '#test/support/list-board.ts'
import { idsFrom } from '#test/support/random.ts'

const context = { newId: idsFrom(7), now: () => 1_000, seatId: 'me' }

function board(stageNames: readonly string[] = ['Look around', 'Live with it']) {
  const doc = new Y.Doc()
  for (const [index, name] of stageNames.entries())
    insertRow(doc, stages, `s${index + 1}`, { name, phase: 'early', order: `a${index}` })
  return doc
}

function read(kind: ListKind, text: string, doc = board(), settings: ListSettings = {}, isSealed = true) {
  return readBoardList(kind, pastedSheet(text), settings, worldOf(doc, isSealed))
}

const faults = ({ problems }: ReturnType<typeof read>) =>
  problems.flatMap(({ level, message }) => (level === 'fault' ? [message] : []))

function bring(kind: ListKind, text: string, doc = board(), settings: ListSettings = {}) {
  const reading = read(kind, text, doc, settings)
  if (!reading.list) throw new Error(JSON.stringify(reading.problems))
  runEdit(doc, bringInList, reading.list, context)
  return doc
}

const placesOf = (doc: Y.Doc) => readRows(doc, cards).map(({ text, place }) => [text, place.stageId])

test('[EX-4b] stages are told apart by signs alone, and one of signs is not the stage of cards that name none', () => {
  const signs = board(['🚀', '🎯'])
  expect(placesOf(bring('cards', 'Stage | Card\n🎯 | Who repairs it?', signs))).toEqual([
    ['Who repairs it?', 's2'],
  ])
  expect(faults(read('cards', 'Stage | Card\n | Who repairs it?', board(['🚀'])))).toEqual([
    'names no stage: choose above where such cards go',
  ])
  expect(placesOf(bring('cards', 'Stage | Card\nC++ | Who?', board(['C', 'C++'])))).toEqual([['Who?', 's2']])
})

test('[EX-4b] a new stage has a name that a stage may have', () => {
  const long = 'x'.repeat(81)
  expect(faults(read('cards', `Stage | Card\n${long} | Who repairs it?`))).toEqual([
    expect.stringMatching(/80/),
  ])
})

test('[EX-4b] a change of what an option is makes no second column of ours', () => {
  const doc = board()
  insertRow(doc, options, 'o1', { name: 'We', kind: 'us', order: 'a0' })
  insertRow(doc, options, 'o2', { name: 'Rival', kind: 'competitor', order: 'a1' })
  const reading = read('competitors', 'Name | Kind\nRival | us', doc, { taken: new Set(['2 kind']) })
  expect(faults(reading)).toEqual(['There is one column of our own; this list would make another.'])
})

test('[EX-4b] a function that is taken as owner takes the place of the person', () => {
  const doc = board()
  insertRow(doc, functions, 'f1', { name: 'Service', order: 'a0' })
  insertRow(doc, actions, 'a1', { title: 'Ring them', ownerSeatId: 'ada', order: 'a0' })
  bring('actions', 'Action | Owner\nRing them | Service', doc, { taken: new Set(['2 owner']) })
  expect(readRow(doc, actions, 'a1')).toMatchObject({ ownerSeatId: null, functionName: 'Service' })
})

test('[EX-4b] a question that stands twice in a list is one, and what answers it is clear', () => {
  const doc = bring(
    'cards',
    'Stage | Lane | Card | Answers\nLook around | question | Who? |\nLook around | question | Who? |\nLook around | answer | We do | Who?',
  )
  const [asked, answer] = readRows(doc, cards)
  expect(readRows(doc, cards)).toHaveLength(2)
  expect(answer?.settles).toEqual([asked?.id])
})

test('[EX-4b] a question whose lane stays settles nothing', () => {
  const doc = board()
  insertRow(doc, cards, 'c1', { text: 'Who?', place: { stageId: 's1', lane: 'question', order: 'a0' } })
  insertRow(doc, cards, 'c2', { text: 'When?', place: { stageId: 's1', lane: 'question', order: 'a1' } })
  const text = 'Id | Stage | Lane | Card | Answers\nc2 | Look around | answer | When? | Who?'
  const { list } = read('cards', text, doc)
  if (list) runEdit(doc, bringInList, list, context)
  expect(readRow(doc, cards, 'c2')).toMatchObject({ place: { lane: 'question' }, settles: [] })
})

test('[U1] words of a list for a card that customers raised are said to stand as theirs, unless that is sealed', () => {
  const doc = board()
  const lane = 'question' as const
  insertRow(doc, cards, 'c1', {
    text: 'Who repairs it?',
    raisedBy: ['i1'],
    place: { stageId: 's1', lane, order: 'a0' },
  })
  const said = (isSealed: boolean, taken: string[]) =>
    read('cards', 'Id | Card\nc1 | Is it the best?', doc, { taken: new Set(taken) }, isSealed).problems
  expect(said(false, ['2 text'])).toMatchObject([
    { row: 2, level: 'notice', message: expect.stringMatching(/^customers raised it/) },
  ])
  expect([said(false, []), said(true, ['2 text'])]).toEqual([[], []])
})

test('[EX-4b] an error of a spreadsheet is no text', () => {
  expect(faults(read('needs', 'Need | Statement\n#REF! | One day\nLasts | #N/A'))).toHaveLength(2)
  expect(faults(read('needs', 'Need\n#1 in service'))).toEqual([])
})
