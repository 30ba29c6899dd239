import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { migrateDocument } from '#shared/document/migrations.ts'

const stored = (reactions: unknown): Y.Doc => {
  const doc = new Y.Doc()
  doc
    .getMap('promiseDrafts')
    .set('d1', new Y.Map(Object.entries({ status: 'draft', order: 'a0', reactions })))
  return doc
}

test('[R066] the list of reactions in a stored draft becomes a record each, in its order', () => {
  const doc = stored([
    { interviewId: 'i3', text: 'Not true.' },
    { interviewId: 'i6', text: 'Yes.' },
  ])
  migrateDocument(doc, 'board', 1)
  expect(doc.getMap('promiseReactions').toJSON()).toEqual({
    'r0-d1': { draftId: 'd1', interviewId: 'i3', text: 'Not true.', order: 'a0' },
    'r1-d1': { draftId: 'd1', interviewId: 'i6', text: 'Yes.', order: 'a1' },
  })
  expect(doc.getMap('promiseDrafts').toJSON()).toEqual({ d1: { status: 'draft', order: 'a0' } })
})

test.each([
  [null],
  ['words'],
  [[null, 3, 'x', {}, { interviewId: 1, text: 'x' }, { interviewId: 'i', text: null }]],
])('what is no reaction is left behind: %j', (reactions) => {
  const doc = stored(reactions)
  migrateDocument(doc, 'board', 1)
  expect(doc.getMap('promiseReactions').toJSON()).toEqual({})
})
