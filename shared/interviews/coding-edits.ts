/**
 * Coding: themes, and what is tagged with them. For researchers. Draft findings that rest on what changed know their
 * interviews at once, so that opening the envelope publishes the right ones.
 */
import type * as Y from 'yjs'
import { insertRow, readRow, readRows, removeRow, updateRow } from '#shared/document/collection.ts'
import type { Edit } from '#shared/document/edit.ts'
import { cut } from '#shared/document/fields.ts'
import { keyAtEnd } from '#shared/document/keyed.ts'
import { countedFor } from '#shared/interviews/counted.ts'
import { answers, draftFindings, interviews, quotes, themes } from '#shared/interviews/schema.ts'
import { findingInterviews } from '#shared/interviews/themes-heard.ts'

const LONGEST_LABEL = 140

/** What can be tagged: a call as a whole, an answer, or words of it. */
const taggable = { interview: interviews, answer: answers, quote: quotes } as const
export interface Tagged {
  readonly kind: keyof typeof taggable
  readonly id: string
}

const sameWords = (a: string, b: string): boolean =>
  a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase()

/** Adds a theme; of the same label there is one. Answers its id, or null without a label. */
export const addTheme: Edit<{ label: string }, string | null> = (doc, { label }, { newId }) => {
  const wanted = cut(label.trim(), LONGEST_LABEL)
  if (wanted === '') return null
  const known = readRows(doc, themes).find((one) => sameWords(one.label, wanted))
  if (known) return countedFor(readRows(doc, themes)).get(known.id) ?? known.id
  const id = newId()
  insertRow(doc, themes, id, { label: wanted, order: keyAtEnd(doc, themes, id) })
  return id
}

/** False if the theme is gone, or without a label. */
export const renameTheme: Edit<{ id: string; label: string }, boolean> = (doc, { id, label }) =>
  label.trim() !== '' && updateRow(doc, themes, id, { label: label.trim() })

/** Makes a theme count as another; what was tagged with either stays so. False if one is gone, or they are one. */
export const mergeThemes: Edit<{ id: string; into: string }, boolean> = (doc, { id, into }) => {
  const counted = countedFor(readRows(doc, themes))
  const [from, to] = [counted.get(id), counted.get(into)]
  if (from === undefined || to === undefined || from === to) return false
  const isDone = updateRow(doc, themes, from, { mergedInto: to })
  recountDrafts(doc)
  return isDone
}

/** Parts a merged theme again. False if it is gone or none. */
export const partTheme: Edit<{ id: string }, boolean> = (doc, { id }) => {
  if (readRow(doc, themes, id)?.mergedInto == null) return false
  const isDone = updateRow(doc, themes, id, { mergedInto: null })
  recountDrafts(doc)
  return isDone
}

/** Removes a theme, those merged into it, and its tags. False if it is gone. */
export const removeTheme: Edit<{ id: string }, boolean> = (doc, { id }) => {
  if (!readRow(doc, themes, id)) return false
  const gone = familyOf(doc, id)
  for (const of of [interviews, answers, quotes, draftFindings] as const) {
    for (const row of readRows(doc, of)) {
      const themeIds = row.themeIds.filter((one) => !gone.has(one))
      if (themeIds.length < row.themeIds.length) updateRow(doc, of, row.id, { themeIds })
    }
  }
  for (const one of gone) removeRow(doc, themes, one)
  recountDrafts(doc)
  return true
}

/** A theme with all that count as it. */
function familyOf(doc: Y.Doc, id: string): ReadonlySet<string> {
  const counted = countedFor(readRows(doc, themes))
  const head = counted.get(id)
  return new Set([...counted].filter(([, to]) => to === head).map(([one]) => one))
}

/** Tags a call, an answer or a quote with a theme, or no longer. False if one of them is gone. */
export const tagTheme: Edit<{ on: Tagged; themeId: string; isOn: boolean }, boolean> = (
  doc,
  { on, themeId, isOn },
) => {
  const of = taggable[on.kind]
  const row = readRow(doc, of, on.id)
  if (!row || !readRow(doc, themes, themeId)) return false
  const family = familyOf(doc, themeId)
  const isTagged = row.themeIds.some((one) => family.has(one))
  if (isTagged === isOn) return true
  const others = row.themeIds.filter((one) => !family.has(one))
  updateRow(doc, of, on.id, { themeIds: isOn ? [...others, themeId] : others })
  recountDrafts(doc)
  return true
}

/** Tags with a theme that is made if it is missing. Answers its id, or null without a label. */
export const tagNewTheme: Edit<{ on: Tagged; label: string }, string | null> = (
  doc,
  { on, label },
  context,
) => {
  const themeId = addTheme(doc, { label }, context)
  if (themeId !== null) tagTheme(doc, { on, themeId, isOn: true }, context)
  return themeId
}

/** Says anew on which interviews the draft findings rest. */
function recountDrafts(doc: Y.Doc): void {
  const drafts = readRows(doc, draftFindings)
  if (drafts.length === 0) return
  const coded = {
    interviews: readRows(doc, interviews),
    answers: readRows(doc, answers),
    quotes: readRows(doc, quotes),
    themes: readRows(doc, themes),
  }
  for (const draft of drafts) {
    const interviewIds = findingInterviews(draft, coded)
    const isSame =
      interviewIds.length === draft.interviewIds.length &&
      interviewIds.every((one) => draft.interviewIds.includes(one))
    if (!isSame) updateRow(doc, draftFindings, draft.id, { interviewIds })
  }
}
