/**
 * Edits of what we do not know: a gap, its owner, and the question to customers that belongs to it. Raising the same
 * unknown twice, also by two people at one moment, makes one gap and one question: their ids follow from the unknown.
 */
import type * as Y from 'yjs'
import {
  addQuestion,
  changeQuestion,
  GAP_THEME,
  removeQuestion,
  restoreQuestion,
} from '#shared/board/guide-edits.ts'
import { type Gap, type GapReason, guideQuestions, knowledgeGaps } from '#shared/board/schema.ts'
import { type ChangesOf, insertRow, readRow, readRows, updateRow } from '#shared/document/collection.ts'
import type { Edit, EditContext } from '#shared/document/edit.ts'
import { keyAtEnd } from '#shared/document/keyed.ts'

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
export const raiseGaps: Edit<readonly NewGap[], string[]> = (doc, gaps, context) =>
  gaps.map((gap) => {
    const known = gapOf(readRows(doc, knowledgeGaps), gap.unknown)
    if (known) return known.id
    const key = gap.unknown ? `${gap.unknown.reason}-${gap.unknown.subject}` : context.newId()
    const id = `gap-${key}`
    const questionId = `ask-${key}`
    if (gap.question !== '') ask(doc, questionId, gap.question, context)
    insertRow(doc, knowledgeGaps, id, {
      text: gap.text,
      raisedByCount: gap.raisedByCount,
      guideQuestionId: gap.question === '' ? null : questionId,
      ownerSeatId: gap.ownerSeatId,
      reason: gap.unknown?.reason ?? null,
      subject: gap.unknown?.subject ?? null,
      order: keyAtEnd(doc, knowledgeGaps, id),
    })
    return id
  })

/** Changes a gap. It closes only with what answered it, and is open again when that is taken away. False if it is gone. */
export const changeGap: Edit<
  { id: string; changes: Omit<ChangesOf<typeof knowledgeGaps>, 'order'> },
  boolean
> = (doc, { id, changes }) => {
  const gap = readRow(doc, knowledgeGaps, id)
  if (!gap) return false
  const touchesAnswer = changes.status !== undefined || changes.answeredBy !== undefined
  const isAnswered = (changes.answeredBy ?? gap.answeredBy).trim() !== ''
  return updateRow(doc, knowledgeGaps, id, {
    ...changes,
    ...(touchesAnswer && !isAnswered && { status: 'open' as const }),
  })
}

/** Takes a gap off the list, and the question that was added for it out of the guide. False if it is gone. */
export const binGap: Edit<{ id: string }, boolean> = (doc, { id }, context) => {
  const questionId = ownQuestion(doc, id)
  if (questionId !== null) removeQuestion(doc, { id: questionId }, context)
  return updateRow(doc, knowledgeGaps, id, { binned: { at: context.now(), seatId: context.seatId } })
}

export const restoreGap: Edit<{ id: string }, boolean> = (doc, { id }, context) => {
  const questionId = ownQuestion(doc, id)
  if (questionId !== null) restoreQuestion(doc, { id: questionId }, context)
  return updateRow(doc, knowledgeGaps, id, { binned: null })
}

/** The question that came with the gap; one of the usual ones is not its own. */
function ownQuestion(doc: Y.Doc, gapId: string): string | null {
  const question = readRow(doc, guideQuestions, readRow(doc, knowledgeGaps, gapId)?.guideQuestionId ?? '')
  return question?.theme === GAP_THEME ? question.id : null
}

/** Gives a gap's question other words; one that has no question yet gets it. False if the gap is gone. */
export const askForGap: Edit<{ id: string; question: string }, boolean> = (
  doc,
  { id, question },
  context,
) => {
  const gap = readRow(doc, knowledgeGaps, id)
  if (!gap) return false
  if (gap.guideQuestionId !== null && readRow(doc, guideQuestions, gap.guideQuestionId)) {
    return changeQuestion(doc, { id: gap.guideQuestionId, text: question }, context)
  }
  const questionId = `ask-${id}`
  ask(doc, questionId, question, context)
  return updateRow(doc, knowledgeGaps, id, { guideQuestionId: questionId })
}

const ask = (doc: Y.Doc, id: string, text: string, context: EditContext): string =>
  addQuestion(doc, { id, text, theme: GAP_THEME }, context)
