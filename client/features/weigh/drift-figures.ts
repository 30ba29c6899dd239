/** How the talk moved the room, as the analysis gives it (method C5), parsed once. */
import type { TFunction } from 'i18next'
import * as z from 'zod/mini'
import { asLines } from '#client/lib/as-lines.ts'

const figure = z._default(z.nullable(z.number()), null)

const driftFigures = z.object({
  /** People with a ballot in both rounds. */
  n: z.number(),
  /** Points between two ballots, on average. */
  disagreementBefore: figure,
  disagreementAfter: figure,
  /** Share of the disagreement that went; below 0 when it grew. */
  convergence: figure,
  /** Share of the way to the others' first average, and to the most senior first ballot. */
  toGroup: figure,
  toSenior: figure,
  /** What to call `toSenior`. */
  words: z._default(z.nullable(z.enum(['none', 'some', 'strong'])), null),
  /** Why there is no pull: too few people, nobody marked as senior, not to be told apart from the group's. */
  why: z._default(z.nullable(z.string()), null),
  alliesOfSenior: figure,
  /** Points. */
  seniorMoved: figure,
  othersMovedMean: figure,
  confidenceBefore: figure,
  confidenceAfter: figure,
})
export type DriftFigures = z.output<typeof driftFigures>

/** Null while it is sealed, or there are not two rounds to compare. */
export function driftOf(analysis: Readonly<Record<string, unknown>> | null): DriftFigures | null {
  const parsed = driftFigures.safeParse(analysis?.drift)
  return parsed.success ? parsed.data : null
}

/** For a spreadsheet: each figure before and after, or alone; what cannot be said stays empty. */
export const driftAsText = (t: TFunction<'secondLook'>, drift: DriftFigures, sample: string): string =>
  asLines([
    [t('drift.disagreement'), drift.disagreementBefore, drift.disagreementAfter],
    [t('drift.convergence'), drift.convergence],
    [t('drift.group'), drift.toGroup],
    [t('drift.senior.name'), drift.toSenior],
    [t('drift.confidence'), drift.confidenceBefore, drift.confidenceAfter],
    [sample],
  ])
