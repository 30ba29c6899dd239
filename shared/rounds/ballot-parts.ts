/** What ballots of several kinds have in common: strict parts with sentences, and reading by id. */
import * as z from 'zod/mini'
import { pointer } from '#shared/protocol/faults.ts'
import type { Fault } from '#shared/protocol/problems.ts'
import type { Anonymity } from '#shared/record/schema.ts'
import type { CountedBallot, Subject, TallySetting } from '#shared/rounds/kind.ts'

export const MAX_SUBJECTS = 20

export const subjectId = z.string({ error: 'An id is text.' }).check(z.minLength(1), z.maxLength(64))

/** A whole number in a range, refused with a sentence. Text, halves and anything outside do not pass. */
export const whole = (minimum: number, maximum: number, sentence: string) =>
  z
    .int({ error: sentence })
    .check(z.minimum(minimum, { error: sentence }), z.maximum(maximum, { error: sentence }))

/** 1 "a shot in the dark" to 5 "I have heard customers say it"; null when not said. */
export const confidence = z.nullable(whole(1, 5, 'Confidence is a whole number from 1 to 5.'))

/** "I do not know" for the whole ballot. */
export const abstained = z.boolean({ error: 'Abstained is true or false.' })

/** Why somebody abstains; published without a name. */
export const reason = z
  .string({ error: 'The reason is text.' })
  .check(z.maxLength(200, { error: 'The reason is longer than 200 characters.' }))

/** Values by id with at most `max` entries. */
export const byId = <T extends z.ZodMiniType>(value: T, max: number, sentence: string) =>
  z
    .record(subjectId, value, { error: sentence })
    .check(z.refine((entries) => Object.keys(entries).length <= max, { error: `More than ${max} entries.` }))

/** Own value of an id, never one inherited from `Object.prototype`. */
export const entryOf = <T>(values: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.hasOwn(values, id) ? values[id] : undefined

/** One fault for every key that is none of the subjects. `path` is a JSON Pointer. */
export function unknownIds(
  ids: readonly string[],
  subjects: readonly Subject[],
  path: string,
  sentence: string,
): Fault[] {
  const known = new Set(subjects.map(({ id }) => id))
  return ids
    .filter((id) => !known.has(id))
    .map((id) => ({ path: `${path}${pointer([id])}`, message: sentence }))
}

interface Guess {
  readonly abstained: boolean
  readonly reason: string
}

export interface Counts<B> {
  /** Ballots with values, in an order that does not depend on when or by whom they were sealed. */
  readonly given: readonly CountedBallot<B>[]
  readonly abstained: readonly CountedBallot<B>[]
  readonly reasons: readonly string[]
}

/** Parts abstentions from ballots with values. Reasons are sorted, then shuffled: nobody's stands where theirs did. */
export function countBallots<B extends Guess>(
  ballots: readonly CountedBallot<B>[],
  shuffle: <T>(values: readonly T[]) => T[],
): Counts<B> {
  const abstentions = ballots.filter(({ ballot }) => ballot.abstained)
  return {
    given: ballots.filter(({ ballot }) => !ballot.abstained),
    abstained: abstentions,
    reasons: shuffle(
      abstentions
        .map(({ ballot }) => ballot.reason.trim())
        .filter((line) => line !== '')
        .sort(),
    ),
  }
}

/** One value of somebody, with the function only where that may be said. */
export const shownValue = z.object({ value: z.number(), function: z.nullable(z.string()) })
export type ShownValue = z.output<typeof shownValue>

/**
 * The values of one need or cell, shuffled by themselves: position says nothing about who gave which other value.
 * Sorted first, so that the order in which ballots came in cannot show.
 */
export function shuffledValues(
  values: readonly ShownValue[],
  shuffle: <T>(values: readonly T[]) => T[],
): ShownValue[] {
  const key = (one: ShownValue) => one.function ?? ''
  return shuffle(
    [...values].sort((a, b) => a.value - b.value || (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)),
  )
}

/** True when values may carry a function at all; whether one does depends on the group it is in. */
export const namesFunctions = (anonymity: Anonymity): boolean => anonymity !== 'anonymous'

/** From how many ballots figures are shown: where nobody agreed to be known by function, never below 3. */
export const shownFrom = ({ anonymity, minFunctionSize }: Omit<TallySetting, 'shuffle'>): number =>
  anonymity === 'anonymous' ? Math.max(3, minFunctionSize) : minFunctionSize
