/**
 * What a researcher adds while the envelope is sealed: it waits in the interviews, and opening the envelope puts it on
 * the board under the same id. Nothing of the board changes before, so nobody can tell what a customer said.
 */
import { insertRow, readRow, readRows, updateRow } from '#shared/document/collection.ts'
import type { Edit } from '#shared/document/edit.ts'
import { cut } from '#shared/document/fields.ts'
import { keyAtEnd } from '#shared/document/keyed.ts'
import { tagQuote } from '#shared/interviews/quote-edits.ts'
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

/** Says that words are about something that is not there yet, and proposes it. Answers its id. */
export const tagWithProposal: Edit<{ quoteId: string; kind: ProposalKind; title: string }, string | null> = (
  doc,
  { quoteId, kind, title },
  context,
) => {
  const ref = propose(doc, { kind, title: cut(title, 200) }, context)
  if (ref === null) return null
  const tagKind = kind === 'question' || kind === 'skepticism' ? 'card' : kind
  tagQuote(doc, { id: quoteId, tag: { kind: tagKind, ref }, isOn: true }, context)
  return ref
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

/** They did not bring it up after all. The proposal stays: others may have. False if the interview is gone. */
export const takeBackNeed: Edit<{ interviewId: string; title: string }, boolean> = (
  doc,
  { interviewId, title },
) => {
  const interview = readRow(doc, interviews, interviewId)
  if (!interview) return false
  const missingNeeds = interview.missingNeeds.filter((one) => !sameWords(one, title))
  return updateRow(doc, interviews, interviewId, { missingNeeds })
}
