/**
 * What a kind of sealed round is. A new kind of secret vote is one new entry in `kinds.ts`: how a ballot looks,
 * what may be sealed, and what a reveal publishes. Lifecycle, ballot box, rights and storage know no kind.
 */
import type * as z from 'zod/mini'
import type { Json } from '#shared/document/fields.ts'
import type { Fault } from '#shared/protocol/problems.ts'
import type { Anonymity } from '#shared/record/schema.ts'

export interface Subject {
  readonly id: string
  readonly title: string
}

/** What the round is about, copied when it opened. */
export interface RoundSubjects {
  readonly subjects: readonly Subject[]
  readonly columns: readonly Subject[]
}

/** A sealed ballot with what the tally may know about its voter. */
export interface CountedBallot<B> {
  readonly seatId: string
  readonly functionName: string
  readonly ballot: B
}

export interface TallySetting {
  readonly anonymity: Anonymity
  /** From how many ballots a function's figures are shown (method C2). */
  readonly minFunctionSize: number
  /** Breaks the link between positions of a person's values; passed in so that a test can repeat it. */
  readonly shuffle: <T>(values: readonly T[]) => T[]
}

export interface RoundKind<B, R extends Json> {
  /** True for the guesses the envelope waits for: weights and marks. */
  readonly isGuess: boolean
  /** True when what was written counts at the reveal whether or not it was sealed. */
  readonly countsDrafts?: true
  /** Board collections that give the subjects and the columns. */
  readonly subjectsFrom: 'needs' | 'findings' | 'promiseDrafts' | 'none'
  readonly columnsFrom: 'options' | null
  /** How many subjects a round may have. */
  readonly subjectCount: { readonly min: number; readonly max: number }
  /** Shape of a ballot, sealed or draft; anything else is refused. */
  readonly ballot: z.ZodMiniType<B>
  /** Why this ballot may not be sealed, as sentences; empty when it may. */
  faults(ballot: B, about: RoundSubjects): Fault[]
  /** What the reveal publishes, at the anonymity in force. Order of `ballots` must not show in it. */
  tally(ballots: readonly CountedBallot<B>[], about: RoundSubjects, setting: TallySetting): R
}
