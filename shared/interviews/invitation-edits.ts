/** Invitations to a call (method D7): who was asked, and at most one reminder to anybody (R061). */
import { insertRow, readRow, readRows, removeRow, updateRow } from '#shared/document/collection.ts'
import type { Edit } from '#shared/document/edit.ts'
import { keyAtEnd } from '#shared/document/keyed.ts'
import { freeBird } from '#shared/interviews/pseudonyms.ts'
import { type Invitation, interviews, invitations } from '#shared/interviews/schema.ts'

type State = Invitation['state']

/** What may follow what. Nothing leads back to a second reminder. */
const next: Readonly<Record<State, readonly State[]>> = {
  planned: ['asked', 'agreed', 'declined'],
  asked: ['reminded_once', 'agreed', 'declined'],
  reminded_once: ['agreed', 'declined'],
  agreed: ['done', 'declined'],
  declined: ['agreed'],
  done: [],
}

export const mayFollow = (state: State): readonly State[] => next[state]

/** Plans to ask somebody, under a free bird's name unless one is given. Answers the id. */
export const planInvitation: Edit<{ day: string; pseudonym?: string }, string> = (
  doc,
  { day, pseudonym },
  { newId },
) => {
  const id = newId()
  const taken = [...readRows(doc, interviews), ...readRows(doc, invitations)].map((row) => row.pseudonym)
  insertRow(doc, invitations, id, {
    pseudonym: pseudonym?.trim() || freeBird(taken, id),
    on: day,
    state: 'planned',
    order: keyAtEnd(doc, invitations, id),
  })
  return id
}

/** What became of an invitation. False if that may not follow: a second reminder never does. */
export const setInvitation: Edit<{ id: string; state: State; day: string; interviewId?: string }, boolean> = (
  doc,
  { id, state, day, interviewId },
) => {
  const before = readRow(doc, invitations, id)
  if (!before || !next[before.state].includes(state)) return false
  return updateRow(doc, invitations, id, { state, on: day, ...(interviewId && { interviewId }) })
}

/** Notes which interview came of an invitation. False if it is gone. */
export const linkInvitation: Edit<{ id: string; interviewId: string }, boolean> = (
  doc,
  { id, interviewId },
) => updateRow(doc, invitations, id, { interviewId })

export const removeInvitation: Edit<{ id: string }, boolean> = (doc, { id }) =>
  removeRow(doc, invitations, id)
