/**
 * Findings: what several customers said, in a sentence. While the envelope is sealed they are drafts among the
 * interviews; once it is open they are on the board. One set of edits for both: `isOpen` says which, and it is run on
 * that document. The board cannot know what customers said, so the caller says on which interviews a finding rests.
 */
import { findings } from '#shared/board/schema.ts'
import { insertRow, type RowOf, readRow, removeRow, updateRow } from '#shared/document/collection.ts'
import type { Edit } from '#shared/document/edit.ts'
import { keyAtEnd } from '#shared/document/keyed.ts'
import { draftFindings } from '#shared/interviews/schema.ts'

export type Finding = RowOf<typeof findings>
export type FindingValues = Omit<Finding, 'id' | 'order'>

export const SHORTEST_FINDING = 10
export const LONGEST_FINDING = 200

const homeOf = (isOpen: boolean) => (isOpen ? findings : draftFindings)

/** Whether a text can be a finding: 10 to 200 letters. */
export const isFindingText = (text: string): boolean =>
  text.trim().length >= SHORTEST_FINDING && text.trim().length <= LONGEST_FINDING

/** Answers the id, or null when the text is too short or too long. */
export const addFinding: Edit<{ isOpen: boolean; values: FindingValues }, string | null> = (
  doc,
  { isOpen, values },
  { newId },
) => {
  if (!isFindingText(values.text)) return null
  const id = newId()
  const of = homeOf(isOpen)
  insertRow(doc, of, id, { ...values, text: values.text.trim(), order: keyAtEnd(doc, of, id) })
  return id
}

/** False if it is gone or the text is too short or too long; then nothing is changed. */
export const changeFinding: Edit<
  { isOpen: boolean; id: string; changes: Partial<FindingValues> },
  boolean
> = (doc, { isOpen, id, changes }) => {
  const { text } = changes
  if (text !== undefined && !isFindingText(text)) return false
  return updateRow(doc, homeOf(isOpen), id, {
    ...changes,
    ...(text !== undefined && { text: text.trim() }),
  })
}

/** One finding of two: the words of `into`, on all that both rest on. False if one is gone. */
export const mergeFindings: Edit<
  { isOpen: boolean; id: string; into: string; interviewIds: readonly string[] },
  boolean
> = (doc, { isOpen, id, into, interviewIds }) => {
  const of = homeOf(isOpen)
  const [from, to] = [readRow(doc, of, id), readRow(doc, of, into)]
  if (!from || !to || id === into) return false
  const both = (key: 'themeIds' | 'quoteIds' | 'cardIds' | 'stageIds') => [
    ...new Set([...to[key], ...from[key]]),
  ]
  updateRow(doc, of, into, {
    kind: to.kind ?? from.kind,
    themeIds: both('themeIds'),
    quoteIds: both('quoteIds'),
    cardIds: both('cardIds'),
    stageIds: both('stageIds'),
    interviewIds,
  })
  return removeRow(doc, of, id)
}

/** False if it is gone. */
export const removeFinding: Edit<{ isOpen: boolean; id: string }, boolean> = (doc, { isOpen, id }) =>
  removeRow(doc, homeOf(isOpen), id)
