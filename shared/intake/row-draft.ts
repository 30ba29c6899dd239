/** One row of a table of interviews while it is read, and what it comes to. */
import type { Json } from '#shared/document/fields.ts'
import type { IntakeQuote } from '#shared/intake/quote-cells.ts'
import type { IntakeAnswer, IntakeMarks, IntakeRow } from '#shared/intake/row.ts'
import type { IntakeWorld } from '#shared/intake/world.ts'
import { answers } from '#shared/interviews/schema.ts'

export const LONGEST_ANSWER = 20_000

/** Everything one row says, while it is read. */
export class RowDraft {
  pseudonym = ''
  mergedInto: string | null = null
  guideVersion: number | null = null
  readonly fields: Record<string, Json> = {}
  readonly parts: Record<string, Record<string, Json>> = {}
  readonly points: Record<string, number> = {}
  readonly marks = new Map<string, { basis: IntakeMarks['basis']; marks: Record<string, number | null> }>()
  readonly texts = new Map<string, string>()
  readonly stages = new Map<string, string>()
  quotes: readonly IntakeQuote[] = []
  themes: readonly string[] = []

  marksOf(optionId: string) {
    const known = this.marks.get(optionId) ?? { basis: null, marks: {} }
    this.marks.set(optionId, known)
    return known
  }
}

/** What a row comes to once it is read; `interviewId` is the interview it changes, null for a new one. */
export function rowOf(
  row: number,
  draft: RowDraft,
  interviewId: string | null,
  { us, guideVersion }: Pick<IntakeWorld, 'us' | 'guideVersion'>,
): IntakeRow {
  const marks: Record<string, IntakeMarks> = {}
  for (const [optionId, { basis, marks: given }] of draft.marks)
    marks[optionId] = { basis: basis ?? (optionId === us ? 'customer' : null), marks: given }
  if (Object.keys(draft.points).length > 0 && draft.parts.weights?.status === undefined)
    draft.parts.weights = { ...draft.parts.weights, status: 'given' }
  const { pseudonym, fields, parts, points, quotes, themes, mergedInto } = draft
  return {
    row,
    pseudonym,
    interviewId,
    fields,
    parts,
    points,
    marks,
    answers: [...draft.texts].flatMap(([questionId, text]) =>
      pieces(questionId, text, draft.stages.get(questionId) ?? null),
    ),
    guideVersion: draft.guideVersion ?? guideVersion,
    quotes,
    themes,
    mergedInto,
  }
}

/** An answer; notes to no question are cut at line breaks into as many as they need. */
export function pieces(questionId: string, text: string, stageId: string | null): IntakeAnswer[] {
  const all: IntakeAnswer[] = []
  let rest = text
  while (answers.fields.text.fault(rest) !== null) {
    const line = rest.lastIndexOf('\n', LONGEST_ANSWER)
    const end = line > 0 ? line : LONGEST_ANSWER
    all.push({ questionId, text: rest.slice(0, end), stageId })
    rest = rest.slice(line > 0 ? end + 1 : end)
  }
  return [...all, { questionId, text: rest, stageId }]
}
