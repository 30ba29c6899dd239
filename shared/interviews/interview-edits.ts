/** Edits of interviews: beginning one, what is known of the customer, the call, and doubles. For researchers. */
import type * as Y from 'yjs'
import { type ChangesOf, insertRow, readRow, readRows, updateRow } from '#shared/document/collection.ts'
import type { Edit } from '#shared/document/edit.ts'
import { keyAtEnd } from '#shared/document/keyed.ts'
import { countedFor } from '#shared/interviews/counted.ts'
import { freeBird } from '#shared/interviews/pseudonyms.ts'
import { type Interview, interviews, invitations } from '#shared/interviews/schema.ts'

type InterviewChanges = Omit<ChangesOf<typeof interviews>, 'mergedInto' | 'order' | 'customer'>

/** Longest call that a length is taken from (method D8); a call left open over lunch has none. */
const LONGEST_CALL_MIN = 180

/**
 * Begins an interview; answers its id. Nothing is asked for: without a pseudonym it gets a free bird's name. `day` is
 * the interviewer's own date.
 */
export const newInterview: Edit<
  { day: string; pseudonym?: string; values?: InterviewChanges; customer?: Partial<Interview['customer']> },
  string
> = (doc, { day, pseudonym, values, customer }, { newId, seatId }) => {
  const id = newId()
  insertRow(doc, interviews, id, {
    date: day,
    interviewerSeatId: seatId,
    ...values,
    pseudonym: pseudonym?.trim() || freeBird(takenNames(doc), id),
    ...(customer && { customer: { ...interviews.fields.customer.fallback, ...customer } }),
    order: keyAtEnd(doc, interviews, id),
  })
  return id
}

const takenNames = (doc: Y.Doc): string[] => [
  ...readRows(doc, interviews).map(({ pseudonym }) => pseudonym),
  ...readRows(doc, invitations).map(({ pseudonym }) => pseudonym),
]

/** Changes what is known of an interview. False if it is gone. */
export const changeInterview: Edit<{ id: string; changes: InterviewChanges }, boolean> = (
  doc,
  { id, changes },
) => updateRow(doc, interviews, id, changes)

/** Changes some of what is known of the customer and leaves the rest. False if the interview is gone. */
export const changeCustomer: Edit<{ id: string; changes: Partial<Interview['customer']> }, boolean> = (
  doc,
  { id, changes },
) => {
  const before = readRow(doc, interviews, id)
  return before !== null && updateRow(doc, interviews, id, { customer: { ...before.customer, ...changes } })
}

/** The call is on from now; one that was on, or had ended, goes on. */
export const startCall: Edit<{ id: string }, boolean> = (doc, { id }, { now }) => {
  const before = readRow(doc, interviews, id)
  if (!before) return false
  return updateRow(doc, interviews, id, { startedAt: before.startedAt ?? now(), endedAt: null })
}

/** The call is over, and was when that was first said. Asks for nothing; its length is noted unless somebody has. */
export const endCall: Edit<{ id: string }, boolean> = (doc, { id }, { now }) => {
  const before = readRow(doc, interviews, id)
  if (!before) return false
  const minutes =
    before.startedAt === null ? null : Math.max(1, Math.round((now() - before.startedAt) / 60_000))
  for (const invitation of readRows(doc, invitations)) {
    if (invitation.interviewId === id) updateRow(doc, invitations, invitation.id, { state: 'done' })
  }
  return updateRow(doc, interviews, id, {
    endedAt: before.endedAt ?? now(),
    ...(before.minutes === null && minutes !== null && minutes <= LONGEST_CALL_MIN && { minutes }),
  })
}

export const isOnCall = ({ startedAt, endedAt }: Pick<Interview, 'startedAt' | 'endedAt'>): boolean =>
  startedAt !== null && endedAt === null

/**
 * Makes an interview a double of another: its answers and quotes count for that one, both histories stay. False if one
 * of them is gone, or they are one already.
 */
export const mergeInterviews: Edit<{ id: string; into: string }, boolean> = (doc, { id, into }) => {
  const counted = countedFor(readRows(doc, interviews))
  const [from, to] = [counted.get(id), counted.get(into)]
  if (from === undefined || to === undefined || from === to) return false
  return updateRow(doc, interviews, from, { mergedInto: to })
}

/** Parts a double again. False if it is gone or none. */
export const unmergeInterview: Edit<{ id: string }, boolean> = (doc, { id }) =>
  readRow(doc, interviews, id)?.mergedInto != null && updateRow(doc, interviews, id, { mergedInto: null })
