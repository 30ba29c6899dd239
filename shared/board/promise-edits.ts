/**
 * Edits of the essence of the promise (method B7): drafts that everyone writes at, what customers said to a version, and
 * the action without which a promise that is not true today cannot be adopted. Adopting itself is a decision of the room.
 */
import { actions, promiseDrafts, promiseReactions } from '#shared/board/schema.ts'
import {
  insertRow,
  type RowOf,
  readRow,
  readRows,
  removeRow,
  updateRow,
} from '#shared/document/collection.ts'
import type { Edit } from '#shared/document/edit.ts'
import { cut } from '#shared/document/fields.ts'
import { keyAtEnd } from '#shared/document/keyed.ts'

export type PromiseDraft = RowOf<typeof promiseDrafts>
export type PromiseReaction = RowOf<typeof promiseReactions>

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

/** Takes a draft away, with what customers said to it. What was adopted once stays on record: then false. */
export const removeDraft: Edit<{ id: string }, boolean> = (doc, { id }) => {
  if (readRow(doc, promiseDrafts, id)?.status !== 'draft') return false
  for (const said of readRows(doc, promiseReactions))
    if (said.draftId === id) removeRow(doc, promiseReactions, said.id)
  return removeRow(doc, promiseDrafts, id)
}

/** Why a version was given up: printed beside its struck words. False if it is gone. */
export const sayWhySuperseded: Edit<{ id: string; because: string }, boolean> = (doc, { id, because }) =>
  updateRow(doc, promiseDrafts, id, { supersededBecause: because.trim() })

/**
 * What a customer said to a version; said again it takes the place of what was there. What two people add at once both
 * stays. False if the draft is gone or there are no words.
 */
export const addReaction: Edit<{ id: string; interviewId: string; text: string }, boolean> = (
  doc,
  { id, interviewId, text },
  { newId },
) => {
  const said = cut(text.trim(), LONGEST_REACTION)
  if (!readRow(doc, promiseDrafts, id) || said === '') return false
  const before = readRows(doc, promiseReactions).find(
    (one) => one.draftId === id && one.interviewId === interviewId,
  )
  if (before) return updateRow(doc, promiseReactions, before.id, { text: said })
  const reactionId = newId()
  insertRow(doc, promiseReactions, reactionId, {
    draftId: id,
    interviewId,
    text: said,
    order: keyAtEnd(doc, promiseReactions, reactionId),
  })
  return true
}

/** Takes a reaction away. False if it is gone. */
export const removeReaction: Edit<{ reactionId: string }, boolean> = (doc, { reactionId }) =>
  removeRow(doc, promiseReactions, reactionId)

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
