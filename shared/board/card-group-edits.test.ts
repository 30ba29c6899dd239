import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { binCards, changeCards, moveCards } from '#shared/board/card-group-edits.ts'
import { addCard, addCards, addStage, binCard, cardsIn } from '#shared/board/roadmap-edits.ts'
import { cards } from '#shared/board/schema.ts'
import { readRow, readRows } from '#shared/document/collection.ts'
import { runEdit } from '#shared/document/edit.ts'
import { idsFrom } from '#test/support/random.ts'

function board() {
  const doc = new Y.Doc()
  const context = { newId: idsFrom(1), now: () => 5, seatId: 'p' }
  const a = runEdit(doc, addStage, { name: 'A' }, context)
  const b = runEdit(doc, addStage, { name: 'B' }, context)
  const questions = runEdit(doc, addCards, { stageId: a, lane: 'question', texts: ['1', '2', '3'] }, context)
  const tool = runEdit(doc, addCard, { stageId: a, lane: 'tool', text: 'T' }, context)
  runEdit(doc, addCard, { stageId: b, lane: 'question', text: 'there' }, context)
  const texts = (stageId: string, lane: 'question' | 'tool') =>
    cardsIn(readRows(doc, cards), stageId, lane).map(({ text }) => text)
  return { doc, context, a, b, questions, tool, texts }
}

test('cards moved together keep their order and, unless told otherwise, each its lane', () => {
  const { doc, context, a, b, questions, tool, texts } = board()
  const ids = [questions[2] ?? '', tool, questions[0] ?? '', 'gone']
  expect(runEdit(doc, moveCards, { ids, stageId: b }, context)).toBe(3)
  expect(texts(b, 'question')).toEqual(['there', '1', '3'])
  expect(texts(b, 'tool')).toEqual(['T'])
  expect(texts(a, 'question')).toEqual(['2'])
})

test('[P4] cards moved into one lane, some of them there already, are each in exactly one place', () => {
  const { doc, context, a, questions, tool, texts } = board()
  runEdit(doc, moveCards, { ids: [tool, ...questions.slice(0, 1)], stageId: a, lane: 'question' }, context)
  expect(texts(a, 'question').slice(0, 2)).toEqual(['2', '3'])
  expect(texts(a, 'question').slice(2).sort()).toEqual(['1', 'T'])
  expect(texts(a, 'tool')).toEqual([])
})

test('a slot among the others is kept', () => {
  const { doc, context, a, b, questions, texts } = board()
  const [first = '', , third = ''] = questions
  runEdit(doc, moveCards, { ids: [third, first], stageId: b, lane: 'question', index: 0 }, context)
  expect(texts(b, 'question')).toEqual(['1', '3', 'there'])
  expect(texts(a, 'question')).toEqual(['2'])
})

test('binning several answers only those that were on the board, so that taking it back brings no others', () => {
  const { doc, context, questions } = board()
  const [first = '', second = ''] = questions
  runEdit(doc, binCard, { id: first }, context)
  expect(runEdit(doc, binCards, { ids: [first, second, 'gone'] }, context)).toEqual([second])
  expect(runEdit(doc, changeCards, { ids: questions, changes: { binned: null } }, context)).toBe(3)
  expect(readRow(doc, cards, second)?.binned).toBeNull()
})
