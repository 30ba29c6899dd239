/** Whether ranges somebody is so and so sure of hold what customers say (method C11). A figure of the team, never of a person. */
import { mean } from '#shared/statistics/summary.ts'

/** Fewer ranges say nothing of how well a room knows what it knows. */
export const MIN_RANGES = 20

export interface StatedRange {
  readonly low: number
  readonly high: number
  /** How sure, 50 to 99 of 100. */
  readonly surePct: number
  /** What customers gave on average. */
  readonly truth: number
}

export interface Calibration {
  readonly ranges: number
  readonly hits: number
  readonly hitRate: number
  /** Mean of what was stated, in percent. */
  readonly statedPct: number
  /** Winkler's interval score: width, and for each miss its distance times 2 / (1 - sureness). Lower is better. */
  readonly intervalScoreMean: number
}

/** Null below twenty ranges. */
export function calibration(stated: readonly StatedRange[]): Calibration | null {
  const scores = mean(stated.map(intervalScore))
  const statedPct = mean(stated.map(({ surePct }) => surePct))
  if (stated.length < MIN_RANGES || scores === null || statedPct === null) return null
  const hits = stated.filter((range) => missOf(range) === 0).length
  return {
    ranges: stated.length,
    hits,
    hitRate: hits / stated.length,
    statedPct,
    intervalScoreMean: scores,
  }
}

const missOf = ({ low, high, truth }: StatedRange): number => Math.max(0, low - truth, truth - high)

const intervalScore = (range: StatedRange): number =>
  range.high - range.low + (2 / (1 - range.surePct / 100)) * missOf(range)
