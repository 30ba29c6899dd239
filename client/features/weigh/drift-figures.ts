/** How the talk moved the room, as the analysis gives it (method C5), parsed once. */
import * as z from 'zod/mini'

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
