import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { adoptPromise, isPromiseKept } from '#shared/board/decision-edits.ts'
import {
  addDraft,
  addPromiseAction,
  isPromiseText,
  removeDraft,
  sayWhySuperseded,
  setReaction,
} from '#shared/board/promise-edits.ts'
import { actions, promiseDrafts } from '#shared/board/schema.ts'
import { readRow, readRows, sharedTextOf } from '#shared/document/collection.ts'
import { type EditContext, runEdit } from '#shared/document/edit.ts'
import { byOrder } from '#shared/document/order.ts'

function drafting() {
  const doc = new Y.Doc()
  let ids = 0
  const context: EditContext = { newId: () => `d${++ids}`, now: () => 5, seatId: 's1' }
  const add = (text = '') => runEdit(doc, addDraft, { text }, context)
  return { doc, context, add, draft: (id: string) => readRow(doc, promiseDrafts, id) }
}

test('[R064] drafts stand in the order in which they came, and each is a text that several can write at', () => {
  const { doc, add } = drafting()
  add('First words of it')
  add()
  expect(
    readRows(doc, promiseDrafts)
      .sort(byOrder)
      .map(({ text }) => text),
  ).toEqual(['First words of it', ''])
  expect(sharedTextOf(doc, promiseDrafts, 'd2', 'text')).toBeInstanceOf(Y.Text)
})

test('[R103] a draft can be taken away, what was adopted once cannot', () => {
  const { doc, context, add, draft } = drafting()
  const [first, second] = [add('The first one of them'), add('The second one of them')]
  adoptPromise(doc, first)
  adoptPromise(doc, second)
  expect(runEdit(doc, removeDraft, { id: first }, context)).toBe(false)
  expect(runEdit(doc, removeDraft, { id: second }, context)).toBe(false)
  expect(runEdit(doc, removeDraft, { id: add('A third') }, context)).toBe(true)
  runEdit(doc, sayWhySuperseded, { id: first, because: ' Fast is not a promise. ' }, context)
  expect(draft(first)).toMatchObject({ status: 'superseded', supersededBecause: 'Fast is not a promise.' })
})

test('[R066] each customer has one reaction to a version; empty words take it away', () => {
  const { doc, context, add, draft } = drafting()
  const id = add('The first one of them')
  const say = (interviewId: string, text: string) =>
    runEdit(doc, setReaction, { id, interviewId, text }, context)
  say('i3', 'Not true.')
  say('i6', 'Yes.')
  say('i3', ' Not true yet. ')
  expect(draft(id)?.reactions).toEqual([
    { interviewId: 'i6', text: 'Yes.' },
    { interviewId: 'i3', text: 'Not true yet.' },
  ])
  say('i6', '  ')
  expect(draft(id)?.reactions).toHaveLength(1)
  expect(runEdit(doc, setReaction, { id: 'gone', interviewId: 'i1', text: 'x' }, context)).toBe(false)
})

test('[R065] an action that makes it true is tied to its draft', () => {
  const { doc, context, add } = drafting()
  const id = add('The first one of them')
  expect(isPromiseKept(doc, id)).toBe(false)
  expect(runEdit(doc, addPromiseAction, { id, title: '   ' }, context)).toBeNull()
  expect(runEdit(doc, addPromiseAction, { id: 'gone', title: 'Fix it' }, context)).toBeNull()
  const actionId = runEdit(doc, addPromiseAction, { id, title: 'Staff the night desk' }, context)
  expect(readRow(doc, actions, actionId ?? '')).toMatchObject({ title: 'Staff the night desk', kind: 'fix' })
  expect(isPromiseKept(doc, id)).toBe(true)
})

test('[method B7] 10 to 160 letters make a promise', () => {
  expect(isPromiseText(' too short ')).toBe(false)
  expect(isPromiseText('long enough')).toBe(true)
  expect(isPromiseText('x'.repeat(161))).toBe(false)
})
