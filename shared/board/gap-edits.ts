/**
 * Edits of what we do not know: a gap, its owner, and the question to customers that belongs to it. Raising the same
 * unknown twice, also by two people at one moment, makes one gap and one question: their ids follow from the unknown.
 */
import type * as Y from 'yjs'
import { guideTemplate } from '#shared/board/guide-template.ts'
import { type Gap, type GapReason, guide, guideQuestions, knowledgeGaps } from '#shared/board/schema.ts'
import {
  type ChangesOf,
  insertRow,
  readRow,
  readRows,
  updateRow,
  updateSingle,
} from '#shared/document/collection.ts'
import type { Edit } from '#shared/document/edit.ts'
import { byOrder, place } from '#shared/document/order.ts'

/** Theme of questions that stand for a gap. */
const GAP_THEME = 'gap'

export interface NewGap {
  /** What the figures showed, and of which need or stage; null for a line somebody wrote. */
  readonly unknown: { readonly reason: GapReason; readonly subject: string } | null
  readonly text: string
  /** To be asked in interviews; none is added when empty. */
  readonly question: string
  readonly raisedByCount: number
  readonly ownerSeatId: string | null
}

/** The gap that was made of an unknown, if it is on the list. */
export const gapOf = (all: readonly Gap[], unknown: NewGap['unknown']): Gap | undefined =>
  unknown === null
    ? undefined
    : all.find(
        ({ reason, subject, binned }) => !binned && reason === unknown.reason && subject === unknown.subject,
      )

/**
 * Adds gaps at the end of the list, each with its question at the end of the guide; one step of undo. The first question
 * of an empty guide brings the fourteen usual ones before it. Answers the ids, those of gaps that were there included.
 */
export const raiseGaps: Edit<readonly NewGap[], string[]> = (doc, gaps, { newId }) =>
  gaps.map((gap) => {
    const known = gapOf(readRows(doc, knowledgeGaps), gap.unknown)
    if (known) return known.id
    const key = gap.unknown ? `${gap.unknown.reason}-${gap.unknown.subject}` : newId()
    const id = `gap-${key}`
    const questionId = `ask-${key}`
    if (gap.question !== '') addQuestion(doc, questionId, gap.question)
    insertRow(doc, knowledgeGaps, id, {
      text: gap.text,
      raisedByCount: gap.raisedByCount,
      guideQuestionId: gap.question === '' ? null : questionId,
      ownerSeatId: gap.ownerSeatId,
      reason: gap.unknown?.reason ?? null,
      subject: gap.unknown?.subject ?? null,
      order: orderAtEnd(doc, knowledgeGaps, id),
    })
    return id
  })

/** Changes a gap. False if it is gone. */
export const changeGap: Edit<
  { id: string; changes: Omit<ChangesOf<typeof knowledgeGaps>, 'order'> },
  boolean
> = (doc, { id, changes }) => updateRow(doc, knowledgeGaps, id, changes)

/** Takes a gap off the list, and the question that was added for it out of the guide. False if it is gone. */
export const binGap: Edit<{ id: string }, boolean> = (doc, { id }, { now, seatId }) =>
  setBinned(doc, id, { at: now(), seatId })

export const restoreGap: Edit<{ id: string }, boolean> = (doc, { id }) => setBinned(doc, id, null)

function setBinned(doc: Y.Doc, id: string, binned: Gap['binned']): boolean {
  const questionId = readRow(doc, knowledgeGaps, id)?.guideQuestionId ?? ''
  if (readRow(doc, guideQuestions, questionId)?.theme === GAP_THEME) {
    updateRow(doc, guideQuestions, questionId, { binned })
  }
  return updateRow(doc, knowledgeGaps, id, { binned })
}

/** Gives a gap's question other words; one that has no question yet gets it. False if the gap is gone. */
export const askForGap: Edit<{ id: string; question: string }, boolean> = (doc, { id, question }) => {
  const gap = readRow(doc, knowledgeGaps, id)
  if (!gap) return false
  if (gap.guideQuestionId !== null && readRow(doc, guideQuestions, gap.guideQuestionId)) {
    return updateRow(doc, guideQuestions, gap.guideQuestionId, { text: question })
  }
  const questionId = `ask-${id}`
  addQuestion(doc, questionId, question)
  return updateRow(doc, knowledgeGaps, id, { guideQuestionId: questionId })
}

function addQuestion(doc: Y.Doc, id: string, text: string): void {
  if (readRows(doc, guideQuestions).length === 0) startGuide(doc)
  const order = orderAtEnd(doc, guideQuestions, id)
  insertRow(doc, guideQuestions, id, { theme: GAP_THEME, text, order })
}

/** Ids follow from the themes: two people who start the guide at one moment start the same one. */
function startGuide(doc: Y.Doc): void {
  const { name, minutes, opening, closing, questions } = guideTemplate
  updateSingle(doc, guide, { version: 1, basedOn: name, minutes, opening, closing })
  for (const { theme, text, captures, probes } of questions) {
    const id = `guide-${theme}`
    insertRow(doc, guideQuestions, id, {
      theme,
      text,
      captures,
      probes,
      order: orderAtEnd(doc, guideQuestions, id),
    })
  }
}

/** The key of a record after all others; re-keys those that stand in the way. */
function orderAtEnd(doc: Y.Doc, of: typeof guideQuestions | typeof knowledgeGaps, id: string): string {
  const all = readRows(doc, of)
    .filter((row) => row.id !== id)
    .sort(byOrder)
  const [own, ...others] = place(all, all.length, id)
  for (const other of others) updateRow(doc, of, other.id, { order: other.order })
  return own?.order ?? ''
}
