// @vitest-environment jsdom
import type { EditorView } from '@codemirror/view'
import { expect, test } from 'vitest'
import { mountNote } from '#client/session/note-editor.ts'
import { sharedTextOf } from '#shared/document/collection.ts'
import { answers } from '#shared/interviews/schema.ts'
import { playSession } from '#test/support/render-session.tsx'

function opened(content: string) {
  const { session } = playSession({
    role: 'researcher',
    interviews: { interviews: { i1: { pseudonym: 'Heron' } }, answers: { a1: { interviewId: 'i1' } } },
  })
  const text = sharedTextOf(session.notes.doc, answers, 'a1', 'text')
  if (!text) throw new Error('The answer has no text.')
  text.insert(0, content)
  const told: number[] = []
  let view: EditorView | null = null
  const close = mountNote(session, document.body.appendChild(document.createElement('div')), {
    answerId: 'a1',
    label: 'Note',
    extensions: [],
    onView: (made) => {
      view = made
    },
    onMarks: () => {},
    onTyped: () => {},
    onFull: () => told.push(1),
  })
  const made = view as EditorView | null
  if (!made) throw new Error('There is no editor.')
  const type = (at: number, insert: string) => made.dispatch({ changes: { from: at, insert } })
  return { text, view: made, close, type, told }
}

test('[P2] what another researcher adds to a full note is shown: the note never shows less than there is', () => {
  const { text, view, close, type } = opened('x'.repeat(19_995))
  text.doc?.transact(() => text.insert(0, 'from the other: '), 'remote')
  expect(view.state.doc.toString()).toBe(text.toString())
  // What is deleted afterwards is what was seen.
  view.dispatch({ changes: { from: 0, to: 16 } })
  expect(text.toString()).toBe('x'.repeat(19_995))
  type(0, 'Yes, ')
  expect(text.toString()).toBe(view.state.doc.toString())
  close()
})

test('what does not fit into a note is said, and what was there stays', () => {
  const { text, close, type, told } = opened('')
  type(0, 'y'.repeat(20_000))
  expect(told).toEqual([])
  type(0, 'one more')
  expect(text.toString()).toBe('y'.repeat(20_000))
  expect(told).toEqual([1])
  close()
})
