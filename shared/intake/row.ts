/** What one row of a table says of one interview: cells that are empty say nothing and change nothing. */
import type { Json } from '#shared/document/fields.ts'
import type { IntakeQuote } from '#shared/intake/quote-cells.ts'

export interface IntakeAnswer {
  readonly questionId: string
  readonly text: string
  readonly stageId: string | null
}

export interface IntakeMarks {
  readonly basis: 'customer' | 'used' | 'evaluated' | 'heard_of' | null
  readonly marks: Readonly<Record<string, number | null>>
}

export interface IntakeRow {
  /** As the spreadsheet counts, from 1. */
  readonly row: number
  readonly pseudonym: string
  /** The interview it changes; null: a new one. */
  readonly interviewId: string | null
  /** Whole fields. */
  readonly fields: Readonly<Record<string, Json>>
  /** Parts of fields that are objects, by field. */
  readonly parts: Readonly<Record<string, Readonly<Record<string, Json>>>>
  readonly points: Readonly<Record<string, number>>
  readonly marks: Readonly<Record<string, IntakeMarks>>
  readonly answers: readonly IntakeAnswer[]
  readonly guideVersion: number
  readonly quotes: readonly IntakeQuote[]
  readonly themes: readonly string[]
  /** Pseudonym of the interview this one doubles. */
  readonly mergedInto: string | null
}

export interface IntakeProblem {
  /** From 1; null: the file as a whole. */
  readonly row: number | null
  readonly column: string | null
  /** A fault keeps the file out; a notice is to be known before it is taken in. */
  readonly level: 'fault' | 'notice'
  readonly message: string
}

/** A pseudonym as it is compared: spaces and case aside. */
export const pseudonymKey = (pseudonym: string): string =>
  pseudonym.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
