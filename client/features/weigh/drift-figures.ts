/** How the talk moved the room, as the analysis gives it (method C5): parsed once, and which words it deserves. */
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

/** From so many people with two ballots on, who moved where may be said (method C5). */
export const FEWEST_FOR_PULL = 5

/** Below 0.15 none, below 0.25 some, from there strong (thresholds of method C5). */
export function pullWord(pull: number): 'None' | 'Some' | 'Strong' {
  if (pull < 0.15) return 'None'
  return pull < 0.25 ? 'Some' : 'Strong'
}
