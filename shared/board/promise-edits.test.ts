import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { adoptPromise, isPromiseKept } from '#shared/board/decision-edits.ts'
import {
  addDraft,
  addPromiseAction,
  addReaction,
  isPromiseText,
  removeDraft,
  removeReaction,
  sayWhySuperseded,
} from '#shared/board/promise-edits.ts'
import { actions, promiseDrafts, promiseReactions } from '#shared/board/schema.ts'
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

test('[R066] each customer has one reaction to a version, and it can be taken away', () => {
  const { doc, context, add } = drafting()
  const id = add('The first one of them')
  const say = (interviewId: string, text: string) =>
    runEdit(doc, addReaction, { id, interviewId, text }, context)
  const said = () => readRows(doc, promiseReactions).sort(byOrder)
  say('i3', 'Not true.')
  say('i6', 'Yes.')
  say('i3', ' Not true yet. ')
  expect(say('i7', '  ')).toBe(false)
  expect(said().map(({ draftId, interviewId, text }) => [draftId, interviewId, text])).toEqual([
    [id, 'i3', 'Not true yet.'],
    [id, 'i6', 'Yes.'],
  ])
  expect(runEdit(doc, removeReaction, { reactionId: said()[1]?.id ?? '' }, context)).toBe(true)
  expect(said()).toHaveLength(1)
  expect(runEdit(doc, addReaction, { id: 'gone', interviewId: 'i1', text: 'x' }, context)).toBe(false)
  runEdit(doc, removeDraft, { id }, context)
  expect(said()).toEqual([])
})

test('[P2] two people who note what customers said at the same time lose neither', () => {
  const [ann, ben] = [drafting(), drafting()]
  const id = ann.add('The first one of them')
  const meet = () => {
    Y.applyUpdate(ben.doc, Y.encodeStateAsUpdate(ann.doc))
    Y.applyUpdate(ann.doc, Y.encodeStateAsUpdate(ben.doc))
  }
  meet()
  runEdit(ann.doc, addReaction, { id, interviewId: 'i3', text: 'Not true.' }, ann.context)
  const bens = { ...ben.context, newId: () => 'of-ben' }
  runEdit(ben.doc, addReaction, { id, interviewId: 'i6', text: 'Yes.' }, bens)
  meet()
  for (const { doc } of [ann, ben])
    expect(readRows(doc, promiseReactions).map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Not true.', 'Yes.']),
    )
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
