/** [C12] What a device does when it hears of a withdrawal. */
import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { insertRow, removeRow, updateRow } from '#shared/document/collection.ts'
import type { Edit } from '#shared/document/edit.ts'
import { erasures, interviews, quotes } from '#shared/interviews/schema.ts'
import { playSession } from '#test/support/render-session.tsx'

const write: Edit<(doc: Y.Doc) => void> = (doc, change) => change(doc)

test('no step of undo brings back what was withdrawn; steps made after it do what they did', () => {
  const { session, docs } = playSession({
    role: 'researcher',
    interviews: {
      interviews: { i1: { pseudonym: 'Wren' }, i2: { pseudonym: 'Heron' } },
      quotes: { q1: { interviewId: 'i1', text: 'Unmistakable' } },
    },
  })
  session.editInterviews(write, (doc) => void removeRow(doc, quotes, 'q1'))
  docs.interviews.transact(() => {
    removeRow(docs.interviews, interviews, 'i1')
    insertRow(docs.interviews, erasures, 'e1', { interviewId: 'i1', what: 'everything' })
  }, 'server')
  expect(session.undo()).toBe(false)
  expect(JSON.stringify(docs.interviews.toJSON())).not.toContain('Unmistakable')
  session.editInterviews(write, (doc) => void updateRow(doc, interviews, 'i2', { personNote: 'New' }))
  expect(session.undo()).toBe(true)
  expect(session.rows(interviews).getState().get('i2')?.personNote).toBe('')
})
