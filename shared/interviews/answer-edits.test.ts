import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { versionInForce, wordingAt } from '#shared/board/guide-wording.ts'
import { insertRow, readRow, readRows } from '#shared/document/collection.ts'
import { type EditContext, runEdit } from '#shared/document/edit.ts'
import { answersTo, openAnswer } from '#shared/interviews/answer-edits.ts'
import { answers, interviews } from '#shared/interviews/schema.ts'

const context = (name = 'a'): EditContext => {
  let ids = 0
  return { newId: () => `${name}${++ids}`, now: () => 5, seatId: 's1' }
}
const open = { interviewId: 'i', questionId: 'q', guideVersion: 3 }

test('[R044] an answer remembers the version that was asked; once it has text no later one', () => {
  const doc = new Y.Doc()
  insertRow(doc, interviews, 'i', { pseudonym: 'Avocet' })
  const id = runEdit(doc, openAnswer, open, context())
  expect(runEdit(doc, openAnswer, { ...open, guideVersion: 4 }, context('b'))).toBe(id)
  expect(readRow(doc, answers, id ?? '')).toMatchObject({ guideVersion: 4, text: '' })
  insertRow(doc, answers, id ?? '', { interviewId: 'i', questionId: 'q', guideVersion: 4, text: 'Pumps.' })
  runEdit(doc, openAnswer, { ...open, guideVersion: 5 }, context('c'))
  expect(readRow(doc, answers, id ?? '')?.guideVersion).toBe(4)
  expect(runEdit(doc, openAnswer, { ...open, interviewId: 'none' }, context())).toBeNull()
})

test('[P1] two who open a question at one moment make two answers, and both stay; the one with text comes first', () => {
  const [one, two] = [new Y.Doc(), new Y.Doc()]
  insertRow(one, interviews, 'i', { pseudonym: 'Avocet' })
  Y.applyUpdate(two, Y.encodeStateAsUpdate(one))
  const first = runEdit(one, openAnswer, open, context('a')) ?? ''
  const second = runEdit(two, openAnswer, open, context('b')) ?? ''
  insertRow(two, answers, second, { interviewId: 'i', questionId: 'q', text: 'Written.' })
  Y.applyUpdate(one, Y.encodeStateAsUpdate(two))
  expect(answersTo(readRows(one, answers), 'i', 'q').map(({ id }) => id)).toEqual([second, first])
})

test('[R044] a question is shown as it stood at the version that was asked', () => {
  const question = { id: 'q', text: 'third' }
  const changes = [
    { version: 2, questionId: 'q', wording: 'first' },
    { version: 4, questionId: 'q', wording: 'second' },
    { version: 5, questionId: 'other', wording: 'no matter' },
    { version: 6, questionId: 'q', wording: '' },
  ]
  expect([1, 2, 3, 4, 9].map((version) => wordingAt(question, version, changes))).toEqual([
    'first',
    'second',
    'second',
    'third',
    'third',
  ])
  expect(versionInForce(1, changes)).toBe(6)
  expect(versionInForce(7, changes)).toBe(7)
})
