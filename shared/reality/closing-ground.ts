/** What the closing is made of, and its parts. */
import type { Action } from '#shared/board/action-edits.ts'
import type { Card, Gap, Need, promiseDrafts, Stage } from '#shared/board/schema.ts'
import type { RowOf } from '#shared/document/collection.ts'
import type { Interview } from '#shared/interviews/schema.ts'
import type { NeedComparison } from '#shared/reality/reality.ts'
import type { Activity } from '#shared/record/activities.ts'
import type { Decision, Round } from '#shared/record/schema.ts'

/** What lies in the bin is not in it; all in their order. */
export interface ClosingGround {
  readonly needs: readonly Need[]
  readonly stages: readonly Stage[]
  readonly cards: readonly Card[]
  readonly gaps: readonly Gap[]
  readonly promiseDrafts: readonly RowOf<typeof promiseDrafts>[]
  readonly actions: readonly Action[]
  readonly decisions: readonly Decision[]
  /** Without those that were discarded, oldest first. */
  readonly rounds: readonly Round[]
  /** Null while the envelope is sealed. */
  readonly interviews: readonly Interview[] | null
  /** How many were held; no secret. */
  readonly interviewCount: number
  readonly nameOf: (seatId: string) => string
}

export interface ClosingLine {
  readonly words: string
  /** The stop that shows where it comes from. */
  readonly at: Activity
  /** The part of a report it says again, where the stop does not tell. */
  readonly part?: 'needs' | 'competition'
}

export interface ClosingLook extends ClosingLine {
  /** ISO day; empty where something has to happen before. */
  readonly day: string
}

export interface ConfidenceOf {
  readonly label: string
  /** 1 to 5. */
  readonly mean: number
  readonly n: number
  readonly at: Activity
}

/** The last guess before the envelope was opened, with how it compares; what both lists of lines rest on. */
export interface Reference {
  readonly compared: NeedComparison
  /** "guess of 10 of us, round 2" */
  readonly guess: string
}
