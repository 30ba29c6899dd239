import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { askAboutCard, askedForCard, check, raise, settle, settleWith } from '#shared/board/card-edits.ts'
import { removeQuestion } from '#shared/board/guide-edits.ts'
import { liveQuestions } from '#shared/board/guide-wording.ts'
import { type Card, cards, guideChanges, guideQuestions } from '#shared/board/schema.ts'
import { insertRow, readRow, readRows, removeRow } from '#shared/document/collection.ts'
import { type EditContext, runEdit } from '#shared/document/edit.ts'

const context = (name = 'a'): EditContext => {
  let ids = 0
  return { newId: () => `${name}${++ids}`, now: () => 5, seatId: 's1' }
}
const at = (lane: Card['place']['lane']) => ({ stageId: 'st1', lane, order: 'a0' })

function board(): Y.Doc {
  const doc = new Y.Doc()
  insertRow(doc, cards, 'q1', { text: 'What does it cost?', place: at('question') })
  insertRow(doc, cards, 'd1', { text: 'They hide the price', place: at('skepticism') })
  insertRow(doc, cards, 'w1', { text: 'The auditor', place: at('concern') })
  insertRow(doc, cards, 'x1', { text: 'A price list', place: at('answer'), settles: ['q1'] })
  return doc
}
const card = (doc: Y.Doc, id: string) => readRow(doc, cards, id)

describe('what settles what', () => {
  test('[R074] an answer to a question and a tool for it stand in its stage', () => {
    const doc = board()
    const answer = runEdit(doc, settleWith, { cardId: 'd1', text: 'All prices online' }, context()) ?? ''
    expect(card(doc, answer)).toMatchObject({ place: { stageId: 'st1', lane: 'answer' }, settles: ['d1'] })
    const tool = runEdit(doc, settleWith, { cardId: answer, text: 'Website' }, context('b')) ?? ''
    expect(card(doc, tool)).toMatchObject({ place: { stageId: 'st1', lane: 'tool' }, settles: [answer] })
  })

  test('[BD-3a] answers settle questions and doubts alone, tools answers alone', () => {
    const doc = board()
    expect(runEdit(doc, settleWith, { cardId: 'w1', text: 'x' }, context())).toBeNull()
    expect(runEdit(doc, settle, { id: 'x1', cardId: 'w1', isOn: true }, context())).toBe(false)
    expect(runEdit(doc, settle, { id: 'q1', cardId: 'x1', isOn: true }, context())).toBe(false)
    expect(card(doc, 'x1')?.settles).toEqual(['q1'])
  })

  test('one answer settles several; taking one back leaves the others, also when its question is gone', () => {
    const doc = board()
    runEdit(doc, settle, { id: 'x1', cardId: 'd1', isOn: true }, context())
    runEdit(doc, settle, { id: 'x1', cardId: 'd1', isOn: true }, context())
    expect(card(doc, 'x1')?.settles).toEqual(['q1', 'd1'])
    removeRow(doc, cards, 'q1')
    expect(runEdit(doc, settle, { id: 'x1', cardId: 'q1', isOn: false }, context())).toBe(true)
    expect(card(doc, 'x1')?.settles).toEqual(['d1'])
  })

  test('nothing is added to a card that somebody deleted', () => {
    const doc = board()
    removeRow(doc, cards, 'q1')
    expect(runEdit(doc, settleWith, { cardId: 'q1', text: 'x' }, context())).toBeNull()
    expect(readRows(doc, cards)).toHaveLength(3)
  })
})

test('taking back that a customer said it takes their quotes along, and nobody else’s', () => {
  const doc = board()
  insertRow(doc, cards, 'q2', { place: at('question'), raisedBy: ['i1', 'i2'], quoteIds: ['k1', 'k2'] })
  runEdit(doc, raise, { cardId: 'q2', interviewId: 'i3', quoteIds: [], isOn: true }, context())
  runEdit(doc, raise, { cardId: 'q2', interviewId: 'i1', quoteIds: ['k1'], isOn: false }, context())
  expect(card(doc, 'q2')).toMatchObject({ raisedBy: ['i2', 'i3'], quoteIds: ['k2'] })
})

test('[R087] each of the six tests is ticked by itself', () => {
  const doc = board()
  runEdit(doc, check, { id: 'x1', check: 'believable', isOn: true }, context())
  runEdit(doc, check, { id: 'x1', check: 'plain_words', isOn: false }, context())
  expect(card(doc, 'x1')?.checks).toEqual({ believable: true, plain_words: false })
})

describe('[R057] asking a customer about a card', () => {
  const asked = (doc: Y.Doc) =>
    liveQuestions(readRows(doc, guideQuestions)).filter(({ id }) => id === askedForCard('x1'))

  test('asking twice, by two people too, is one question of the guide', () => {
    const [a, b] = [board(), new Y.Doc()]
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
    runEdit(a, askAboutCard, { cardId: 'x1', question: 'Would a list do?' }, context())
    runEdit(b, askAboutCard, { cardId: 'x1', question: 'Would a list do?' }, context('b'))
    Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
    expect(asked(a)).toMatchObject([{ text: 'Would a list do?' }])
  })

  test('[R044] other words leave the earlier ones, and one that was taken out comes back', () => {
    const doc = board()
    runEdit(doc, askAboutCard, { cardId: 'x1', question: 'Would a list do?' }, context())
    runEdit(doc, removeQuestion, { id: askedForCard('x1') }, context('c'))
    expect(asked(doc)).toEqual([])
    runEdit(doc, askAboutCard, { cardId: 'x1', question: 'Does a price list answer it?' }, context('d'))
    expect(asked(doc)).toMatchObject([{ text: 'Does a price list answer it?' }])
    expect(readRows(doc, guideChanges).map(({ wording }) => wording)).toContain('Would a list do?')
  })
})
