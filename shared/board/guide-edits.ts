/**
 * Edits of the interview guide. Every change brings the next version and leaves the wording there was before it, so
 * that an interview keeps the words that were asked (R044). Starting the guide twice at one moment starts one guide.
 */
import type * as Y from 'yjs'
import { guideTemplate } from '#shared/board/guide-template.ts'
import { usualQuestions, versionInForce } from '#shared/board/guide-wording.ts'
import { type GuideQuestion, guide, guideChanges, guideQuestions } from '#shared/board/schema.ts'
import {
  insertRow,
  readRow,
  readRows,
  readSingle,
  updateRow,
  updateSingle,
} from '#shared/document/collection.ts'
import type { Edit, EditContext } from '#shared/document/edit.ts'
import { keyAtEnd, keyBefore } from '#shared/document/keyed.ts'

/** Theme of questions that stand for a gap. */
export const GAP_THEME = 'gap'
/** Theme of questions that somebody added to the guide by hand. */
const OWN_THEME = 'own'

/** What a change was; files may hold other words. */
export type GuideChangeKind = 'wording' | 'probes' | 'added' | 'removed' | 'restored' | 'moved'

/** Brings the fourteen usual questions onto an empty guide; false when there is one. Ids follow from the themes. */
export const startGuide: Edit<null, boolean> = (doc) => {
  if (readRows(doc, guideQuestions).length > 0) return false
  const { name, minutes, opening, closing } = guideTemplate
  updateSingle(doc, guide, { version: 1, basedOn: name, minutes, opening, closing })
  for (const { id, theme, text, captures, probes } of usualQuestions) {
    insertRow(doc, guideQuestions, id, {
      theme,
      text,
      captures,
      probes,
      order: keyAtEnd(doc, guideQuestions, id),
    })
  }
  return true
}

export interface NewQuestion {
  readonly text: string
  readonly theme?: string
  readonly captures?: string
  readonly probes?: readonly string[]
  /** Given where the same question may be added twice at one moment. */
  readonly id?: string
}

/** Adds a question after all others, into an empty guide after the fourteen usual ones. Answers its id. */
export const addQuestion: Edit<NewQuestion, string> = (doc, question, context) => {
  const isFirst = startGuide(doc, null, context)
  const { text, theme = OWN_THEME, captures = '', probes = [], id = context.newId() } = question
  insertRow(doc, guideQuestions, id, {
    theme,
    text,
    captures,
    probes,
    order: keyAtEnd(doc, guideQuestions, id),
  })
  if (!isFirst) noteChange(doc, 'added', id, '', context)
  return id
}

/** Gives a question other words or other probes. False if it is gone. */
export const changeQuestion: Edit<
  { id: string; text?: string; captures?: string; probes?: readonly string[] },
  boolean
> = (doc, { id, ...changes }, context) => {
  const before = readRow(doc, guideQuestions, id)
  if (!before) return false
  if (changes.text !== undefined && changes.text !== before.text) {
    noteChange(doc, 'wording', id, before.text, context)
  }
  if (changes.probes !== undefined && changes.probes.join('\n') !== before.probes.join('\n')) {
    noteChange(doc, 'probes', id, '', context)
  }
  return updateRow(doc, guideQuestions, id, changes)
}

/** Takes a question out of the guide; answers that were given to it stay. False if it is gone. */
export const removeQuestion: Edit<{ id: string }, boolean> = (doc, { id }, context) => {
  const before = readRow(doc, guideQuestions, id)
  if (!before || before.binned) return false
  noteChange(doc, 'removed', id, '', context)
  return updateRow(doc, guideQuestions, id, { binned: { at: context.now(), seatId: context.seatId } })
}

export const restoreQuestion: Edit<{ id: string }, boolean> = (doc, { id }, context) => {
  const before = readRow(doc, guideQuestions, id)
  if (!before?.binned) return false
  noteChange(doc, 'restored', id, '', context)
  return updateRow(doc, guideQuestions, id, { binned: null })
}

/** Puts a question before another, or after all without one. False if it is gone. */
export const moveQuestion: Edit<{ id: string; before: string | null }, boolean> = (
  doc,
  { id, before },
  context,
) => {
  if (id === before || !readRow(doc, guideQuestions, id)) return false
  noteChange(doc, 'moved', id, '', context)
  return updateRow(doc, guideQuestions, id, { order: keyBefore(doc, guideQuestions, id, before) })
}

/** What is said first and last, and how long it takes. */
export const changeGuide: Edit<{ opening?: string; closing?: string; minutes?: number }> = (doc, changes) =>
  updateSingle(doc, guide, changes)

/** The version in force: what an answer that is given now remembers. */
export const guideVersion = (doc: Y.Doc): number =>
  versionInForce(readSingle(doc, guide).version, readRows(doc, guideChanges))

/** `version` is the one that the change brings, `wording` what stood there before. */
function noteChange(
  doc: Y.Doc,
  what: GuideChangeKind,
  questionId: string,
  wording: GuideQuestion['text'],
  { newId, now, seatId }: EditContext,
): void {
  const version = guideVersion(doc) + 1
  updateSingle(doc, guide, { version })
  insertRow(doc, guideChanges, newId(), {
    version,
    at: new Date(now()).toISOString(),
    seatId,
    what,
    questionId,
    wording,
  })
}
