/**
 * What a researcher adds while the envelope is sealed: it waits in the interviews, and opening the envelope puts it on
 * the board under the same id. Nothing of the board changes before, so nobody can tell what a customer said.
 */
import { insertRow, readRow, readRows, updateRow } from '#shared/document/collection.ts'
import type { Edit } from '#shared/document/edit.ts'
import { keyAtEnd } from '#shared/document/keyed.ts'
import { interviews, type Proposal, proposals } from '#shared/interviews/schema.ts'

export type ProposalKind = Proposal['kind']

const sameWords = (a: string, b: string): boolean =>
  a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase()

/** Proposes something once: of the same kind and title there is one. Answers its id, or null without a title. */
export const propose: Edit<{ kind: ProposalKind; title: string; stageId?: string | null }, string | null> = (
  doc,
  { kind, title, stageId = null },
  { newId },
) => {
  if (title.trim() === '') return null
  const known = readRows(doc, proposals).find((one) => one.kind === kind && sameWords(one.title, title))
  if (known) return known.id
  const id = newId()
  insertRow(doc, proposals, id, { kind, title: title.trim(), stageId, order: keyAtEnd(doc, proposals, id) })
  return id
}

/** A need this customer brought up by themselves: proposed, and noted with them. Answers its id. */
export const raiseNeed: Edit<{ interviewId: string; title: string; needId?: string }, string | null> = (
  doc,
  { interviewId, title, needId },
  context,
) => {
  const interview = readRow(doc, interviews, interviewId)
  if (!interview || title.trim() === '') return null
  const id = needId ?? propose(doc, { kind: 'need', title }, context)
  if (!interview.missingNeeds.some((one) => sameWords(one, title))) {
    updateRow(doc, interviews, interviewId, { missingNeeds: [...interview.missingNeeds, title.trim()] })
  }
  return id
}
