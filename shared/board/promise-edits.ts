/**
 * Edits of the essence of the promise (method B7): drafts that everyone writes at, what customers said to a version, and
 * the action without which a promise that is not true today cannot be adopted. Adopting itself is a decision of the room.
 */
import { actions, promiseDrafts } from '#shared/board/schema.ts'
import { insertRow, type RowOf, readRow, removeRow, updateRow } from '#shared/document/collection.ts'
import type { Edit } from '#shared/document/edit.ts'
import { keyAtEnd } from '#shared/document/keyed.ts'

export type PromiseDraft = RowOf<typeof promiseDrafts>

export const SHORTEST_PROMISE = 10
export const LONGEST_PROMISE = 160
const LONGEST_REACTION = 500
const LONGEST_ACTION = 200

/** Whether a draft can be voted on: 10 to 160 letters. */
export const isPromiseText = (text: string): boolean =>
  text.trim().length >= SHORTEST_PROMISE && text.trim().length <= LONGEST_PROMISE

/** Adds a draft after the others, empty or with the words of an earlier version to go on from. Answers its id. */
export const addDraft: Edit<{ text: string }, string> = (doc, { text }, { newId }) => {
  const id = newId()
  insertRow(doc, promiseDrafts, id, {
    text: text.slice(0, LONGEST_PROMISE),
    order: keyAtEnd(doc, promiseDrafts, id),
  })
  return id
}

/** Takes a draft away. What was adopted once stays on record: then false. */
export const removeDraft: Edit<{ id: string }, boolean> = (doc, { id }) =>
  readRow(doc, promiseDrafts, id)?.status === 'draft' && removeRow(doc, promiseDrafts, id)

/** Why a version was given up: printed beside its struck words. False if it is gone. */
export const sayWhySuperseded: Edit<{ id: string; because: string }, boolean> = (doc, { id, because }) =>
  updateRow(doc, promiseDrafts, id, { supersededBecause: because.trim() })

/** What a customer said to a version, one line each; empty words take it away. False if the draft is gone. */
export const setReaction: Edit<{ id: string; interviewId: string; text: string }, boolean> = (
  doc,
  { id, interviewId, text },
) => {
  const draft = readRow(doc, promiseDrafts, id)
  if (!draft) return false
  const others = draft.reactions.filter((one) => one.interviewId !== interviewId)
  const said = text.trim().slice(0, LONGEST_REACTION)
  return updateRow(doc, promiseDrafts, id, {
    reactions: said === '' ? others : [...others, { interviewId, text: said }],
  })
}

/** Adds an action of the plan that makes a draft true; only with it can a promise be adopted that somebody said "no" to. */
export const addPromiseAction: Edit<{ id: string; title: string }, string | null> = (
  doc,
  { id, title },
  { newId },
) => {
  if (!readRow(doc, promiseDrafts, id) || title.trim() === '') return null
  const actionId = newId()
  insertRow(doc, actions, actionId, {
    title: title.trim().slice(0, LONGEST_ACTION),
    kind: 'fix',
    links: [id],
    order: keyAtEnd(doc, actions, actionId),
  })
  return actionId
}
