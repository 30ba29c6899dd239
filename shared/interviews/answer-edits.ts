/**
 * Answers to the questions of the guide. One row an interview and question; two that came of one moment both stay, and
 * so does what is in them. An answer keeps the wording that was asked (R044), so it remembers the guide's version.
 */

import { insertRow, readRow, readRows, updateRow } from '#shared/document/collection.ts'
import type { Edit } from '#shared/document/edit.ts'
import { keyAtEnd } from '#shared/document/keyed.ts'
import { byOrder } from '#shared/document/order.ts'
import { type Answer, answers, interviews } from '#shared/interviews/schema.ts'

/** Answers of an interview to one question, the one to write in first. */
export const answersTo = (all: readonly Answer[], interviewId: string, questionId: string): Answer[] =>
  all
    .filter((answer) => answer.interviewId === interviewId && answer.questionId === questionId)
    .sort((a, b) => Number(a.text === '') - Number(b.text === '') || byOrder(a, b))

/**
 * Makes the answer to a question, so that there is something to type into; answers its id, or null when there is no
 * such interview. One that is still empty is taken, and remembers the version of the guide in force now.
 */
export const openAnswer: Edit<
  { interviewId: string; questionId: string; guideVersion: number },
  string | null
> = (doc, { interviewId, questionId, guideVersion }, { newId }) => {
  if (!readRow(doc, interviews, interviewId)) return null
  const [known] = answersTo(readRows(doc, answers), interviewId, questionId)
  if (known) {
    if (known.text === '') updateRow(doc, answers, known.id, { guideVersion })
    return known.id
  }
  const id = newId()
  insertRow(doc, answers, id, { interviewId, questionId, guideVersion, order: keyAtEnd(doc, answers, id) })
  return id
}
