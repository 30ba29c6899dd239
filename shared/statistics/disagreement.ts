/** How far ballots lie apart, in all and between functions (method C2). All figures in points, 0 to 100. */
import { pointDistance } from '#shared/statistics/distance.ts'
import { mean } from '#shared/statistics/summary.ts'

export interface OfFunction {
  readonly functionName: string
  /** Points by position of the need, adding up to 100. */
  readonly points: readonly number[]
}

export interface Disagreement {
  readonly pairs: number
  /** Mean distance over all pairs; null below two ballots. */
  readonly overall: number | null
  /** Mean distance over pairs of one function; null without such a pair. */
  readonly within: number | null
  readonly between: number | null
  /** `between - within`: above 10 "the line runs between functions"; null when either is. */
  readonly split: number | null
}

export function disagreement(ballots: readonly OfFunction[]): Disagreement {
  const within: number[] = []
  const between: number[] = []
  for (const [index, one] of ballots.entries()) {
    for (const other of ballots.slice(index + 1)) {
      const distances = one.functionName === other.functionName ? within : between
      distances.push(pointDistance(one.points, other.points))
    }
  }
  const inside = mean(within)
  const across = mean(between)
  return {
    pairs: within.length + between.length,
    overall: mean([...within, ...between]),
    within: inside,
    between: across,
    split: inside === null || across === null ? null : across - inside,
  }
}
