import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  askForGap,
  binGap,
  changeGap,
  gapOf,
  type NewGap,
  raiseGaps,
  restoreGap,
} from '#shared/board/gap-edits.ts'
import { guideTemplate } from '#shared/board/guide-template.ts'
import { guide, guideChanges, guideQuestions, knowledgeGaps } from '#shared/board/schema.ts'
import { insertRow, readRow, readRows, readSingle } from '#shared/document/collection.ts'
import { type EditContext, runEdit } from '#shared/document/edit.ts'
import { byOrder } from '#shared/document/order.ts'

const context = (name = 'a'): EditContext => {
  let ids = 0
  return { newId: () => `${name}${++ids}`, now: () => 5, seatId: 's1' }
}
const gap = (changes: Partial<NewGap> = {}): NewGap => ({
  unknown: { reason: 'spread', subject: 'n4' },
  text: 'Does the yearly cost matter, or not?',
  question: 'When did the cost last surprise you?',
  raisedByCount: 9,
  ownerSeatId: null,
  ...changes,
})
const questionsIn = (doc: Y.Doc) =>
  readRows(doc, guideQuestions)
    .filter(({ binned }) => !binned)
    .sort(byOrder)
    .map(({ text }) => text)

describe('raising a gap', () => {
  test('[method E1] the first question of an empty guide comes after the fourteen usual ones', () => {
    const doc = new Y.Doc()
    runEdit(doc, raiseGaps, [gap()], context())
    expect(questionsIn(doc)).toEqual([
      ...guideTemplate.questions.map(({ text }) => text),
      'When did the cost last surprise you?',
    ])
    expect(guideTemplate.questions).toHaveLength(14)
    expect(readSingle(doc, guide)).toMatchObject({ version: 1, basedOn: guideTemplate.name, minutes: 30 })
    expect(readSingle(doc, guide).opening).toContain('I am not selling anything')
    const [row] = readRows(doc, knowledgeGaps)
    expect(row).toMatchObject({ text: gap().text, raisedByCount: 9, status: 'open' })
    expect(readRow(doc, guideQuestions, row?.guideQuestionId ?? '')?.text).toBe(gap().question)
  })

  test('a guide somebody has begun is left as it is, the question comes last', () => {
    const doc = new Y.Doc()
    insertRow(doc, guideQuestions, 'own', { text: 'What do you do all day?', order: 'a5' })
    runEdit(doc, raiseGaps, [gap()], context())
    expect(questionsIn(doc)).toEqual(['What do you do all day?', gap().question])
    expect(readSingle(doc, guide).version).toBe(1)
  })

  test('raised twice it is one gap; the first words stay', () => {
    const doc = new Y.Doc()
    const [first] = runEdit(doc, raiseGaps, [gap()], context())
    const [second] = runEdit(doc, raiseGaps, [gap({ question: 'Other?' })], context('b'))
    expect(second).toBe(first)
    expect(readRows(doc, knowledgeGaps)).toHaveLength(1)
    expect(questionsIn(doc)).toHaveLength(15)
  })

  test('[P2] two people who raise it at one moment, in an empty guide, make one gap and one guide', () => {
    const one = new Y.Doc()
    const other = new Y.Doc()
    runEdit(one, raiseGaps, [gap()], context())
    runEdit(other, raiseGaps, [gap()], context('b'))
    Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
    Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
    for (const doc of [one, other]) {
      expect(readRows(doc, knowledgeGaps)).toHaveLength(1)
      expect(questionsIn(doc)).toHaveLength(15)
    }
    expect(questionsIn(one)).toEqual(questionsIn(other))
  })

  test('all of them are one step of undo', () => {
    const doc = new Y.Doc()
    const undo = new Y.UndoManager(
      ['knowledgeGaps', 'guideQuestions', 'guide'].map((name) => doc.getMap(name)),
      {
        trackedOrigins: new Set(['me']),
      },
    )
    const gaps = [gap(), gap({ unknown: { reason: 'unsure', subject: 'n3' } }), gap({ unknown: null })]
    runEdit(doc, raiseGaps, gaps, context(), 'me')
    expect(readRows(doc, knowledgeGaps)).toHaveLength(3)
    undo.undo()
    expect(readRows(doc, knowledgeGaps)).toEqual([])
    expect(readRows(doc, guideQuestions)).toEqual([])
  })

  test('a line of one’s own without a question adds none, and lines never take each other’s place', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 20 }), { maxLength: 12 }), (texts) => {
        const doc = new Y.Doc()
        const here = context()
        for (const text of texts) runEdit(doc, raiseGaps, [gap({ unknown: null, text, question: '' })], here)
        const kept = readRows(doc, knowledgeGaps).sort(byOrder)
        expect(kept.map(({ text }) => text)).toEqual(texts)
        expect(readRows(doc, guideQuestions)).toEqual([])
      }),
    )
  })
})

test('an unknown is found again by what it is of, not by its words', () => {
  const doc = new Y.Doc()
  const [id] = runEdit(doc, raiseGaps, [gap()], context())
  runEdit(
    doc,
    changeGap,
    { id: id ?? '', changes: { text: 'Quite other words', ownerSeatId: 's2' } },
    context(),
  )
  const all = readRows(doc, knowledgeGaps)
  expect(gapOf(all, gap().unknown)).toMatchObject({ id, text: 'Quite other words', ownerSeatId: 's2' })
  expect(gapOf(all, { reason: 'spread', subject: 'n5' })).toBeUndefined()
  expect(gapOf(all, null)).toBeUndefined()
})

test('[R057] a gap closes only with what answered it, and opens again when that is taken away', () => {
  const doc = new Y.Doc()
  const [id = ''] = runEdit(doc, raiseGaps, [gap()], context())
  const change = (changes: Parameters<typeof changeGap>[1]['changes']) => {
    runEdit(doc, changeGap, { id, changes }, context())
    return readRow(doc, knowledgeGaps, id)?.status
  }
  expect(change({ status: 'answered' })).toBe('open')
  expect(change({ status: 'partly', answeredBy: '  ' })).toBe('open')
  expect(change({ status: 'answered', answeredBy: '9 of 10 said' })).toBe('answered')
  expect(change({ due: '2026-06-12' })).toBe('answered')
  expect(change({ answeredBy: '' })).toBe('open')
  expect(runEdit(doc, changeGap, { id: 'gone', changes: { status: 'open' } }, context())).toBe(false)
})

test('the question of a gap gets other words, or is added where there was none', () => {
  const doc = new Y.Doc()
  const [asked, silent] = runEdit(doc, raiseGaps, [gap(), gap({ unknown: null, question: '' })], context())
  runEdit(doc, askForGap, { id: asked ?? '', question: 'Sharper?' }, context('b'))
  expect(readRows(doc, guideChanges).map(({ wording }) => wording)).toContain(gap().question)
  runEdit(doc, askForGap, { id: silent ?? '', question: 'New?' }, context('b'))
  expect(questionsIn(doc).slice(14)).toEqual(['Sharper?', 'New?'])
  expect(runEdit(doc, askForGap, { id: 'none', question: '?' }, context())).toBe(false)
})

test('a gap that goes takes its own question along, never one of the guide', () => {
  const doc = new Y.Doc()
  const [id] = runEdit(doc, raiseGaps, [gap()], context())
  insertRow(doc, knowledgeGaps, 'other', { text: 'x', guideQuestionId: 'guide-decider' })
  expect(runEdit(doc, binGap, { id: id ?? '' }, context())).toBe(true)
  expect(runEdit(doc, binGap, { id: 'other' }, context())).toBe(true)
  expect(runEdit(doc, binGap, { id: 'never' }, context())).toBe(false)
  expect(readRows(doc, knowledgeGaps).every(({ binned }) => binned?.seatId === 's1')).toBe(true)
  expect(questionsIn(doc)).toHaveLength(14)
  runEdit(doc, restoreGap, { id: id ?? '' }, context())
  expect(questionsIn(doc)).toHaveLength(15)
  expect(gapOf(readRows(doc, knowledgeGaps), gap().unknown)?.id).toBe(id)
})

test('a gap taken off the list can be raised again with its question', () => {
  const doc = new Y.Doc()
  const [id] = runEdit(doc, raiseGaps, [gap()], context())
  runEdit(doc, binGap, { id: id ?? '' }, context())
  runEdit(doc, raiseGaps, [gap()], context())
  expect(questionsIn(doc)).toHaveLength(15)
})
