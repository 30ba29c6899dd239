/**
 * How far a mean of few answers may be from the truth (method C6): half-widths from Student's t, with a floor under the
 * standard deviation so that a bar does not vanish when all say the same.
 */
import jStat from 'jstat'
import { mean, sampleSd } from '#shared/statistics/summary.ts'

/** No interval is given below this many answers (method C12). */
export const MIN_FOR_INTERVAL = 5

const CHANCE_OF_MISS = 0.05

/** 0.975 quantile of t with n - 1 degrees of freedom; with `family` bars looked at together, Bonferroni's (method C6). */
export const tQuantile = (n: number, family = 1): number =>
  jStat.studentt.inv(1 - CHANCE_OF_MISS / (2 * family), n - 1)

export interface HalfWidthOf {
  readonly n: number
  /** Sample standard deviation of the answers. */
  readonly sd: number
  /** Least standard deviation reckoned with: half a step of the scale (2.5 points, 0.5 marks). */
  readonly floor: number
  /** How many bars are looked at together; 1 for the plain half-width. */
  readonly family?: number
}

/** Half-width of the 95 % interval of a mean, in the unit of `sd`; null below five answers. */
export function halfWidth({ n, sd, floor, family = 1 }: HalfWidthOf): number | null {
  if (n < MIN_FOR_INTERVAL) return null
  return (tQuantile(n, family) * Math.max(sd, floor)) / Math.sqrt(n)
}

export interface PairedDifference {
  readonly n: number
  readonly mean: number | null
  /** 95 % t interval of the mean difference, [low, high]; null below five pairs. */
  readonly interval: readonly [number, number] | null
  readonly higher: number
  readonly equal: number
  readonly lower: number
}

/** Mean of differences within the same people, and whether it is settled (method C4 trap, C7). No floor: zero is news. */
export function pairedDifference(differences: readonly number[]): PairedDifference {
  const centre = mean(differences)
  const half = halfWidth({ n: differences.length, sd: sampleSd(differences) ?? 0, floor: 0 })
  return {
    n: differences.length,
    mean: centre,
    interval: centre === null || half === null ? null : [centre - half, centre + half],
    higher: differences.filter((one) => one > 0).length,
    equal: differences.filter((one) => one === 0).length,
    lower: differences.filter((one) => one < 0).length,
  }
}

const WILSON_Z = 1.959963984540054

/** 95 % interval of a share by Wilson's score, each 0 to 1; null without anybody asked. */
export function wilson(successes: number, n: number): readonly [number, number] | null {
  if (n <= 0) return null
  const p = successes / n
  const z2 = WILSON_Z ** 2
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n)
  const half = (WILSON_Z / (1 + z2 / n)) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n))
  return [Math.max(0, centre - half), Math.min(1, centre + half)]
}
