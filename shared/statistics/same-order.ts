/** Whether two lists put the same things first (method C7). */
import { meanRanks } from '#shared/statistics/agreement.ts'
import { mean, sum } from '#shared/statistics/summary.ts'

export interface OrderAgreement {
  /** Pairs of needs, k(k − 1)/2. */
  readonly pairs: number
  readonly same: number
  readonly reversed: number
  /** Kendall's tau-b, −1 to 1; null when one list ties everything. */
  readonly tauB: number | null
  /** Spearman's rank correlation, −1 to 1, for the details; null when one list ties everything. */
  readonly spearman: number | null
  /** Indices that belong to the first three of both lists; equals at the third place all belong to it. */
  readonly topThreeShared: readonly number[]
}

/** Values of the same things in the same order; differences below one part in 10⁹ are ties. */
export function sameOrder(a: readonly number[], b: readonly number[]): OrderAgreement {
  let same = 0
  let reversed = 0
  let tiesA = 0
  let tiesB = 0
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < i; j++) {
      const inA = signOf((a[i] ?? 0) - (a[j] ?? 0))
      const inB = signOf((b[i] ?? 0) - (b[j] ?? 0))
      if (inA === 0) tiesA++
      if (inB === 0) tiesB++
      if (inA * inB > 0) same++
      if (inA * inB < 0) reversed++
    }
  }
  const pairs = (a.length * (a.length - 1)) / 2
  const under = Math.sqrt((pairs - tiesA) * (pairs - tiesB))
  const firstOfB = new Set(topThree(b))
  return {
    pairs,
    same,
    reversed,
    tauB: under === 0 ? null : (same - reversed) / under,
    spearman: correlation(meanRanks(a.map(steady)), meanRanks(b.map(steady))),
    topThreeShared: topThree(a).filter((index) => firstOfB.has(index)),
  }
}

const signOf = (difference: number): number => (Math.abs(difference) < 1e-9 ? 0 : Math.sign(difference))
const steady = (value: number): number => Math.round(value * 1e9) / 1e9

/** Place of each value, the largest first; equal values share the best place. */
export const places = (values: readonly number[]): number[] =>
  values.map((value) => 1 + values.filter((other) => signOf(other - value) > 0).length)

function topThree(values: readonly number[]): number[] {
  return places(values).flatMap((place, index) => (place <= 3 ? [index] : []))
}

function correlation(x: readonly number[], y: readonly number[]): number | null {
  const meanX = mean(x)
  const meanY = mean(y)
  if (meanX === null || meanY === null) return null
  const product = sum(x.map((value, i) => (value - meanX) * ((y[i] ?? 0) - meanY)))
  const under = Math.sqrt(
    sum(x.map((value) => (value - meanX) ** 2)) * sum(y.map((value) => (value - meanY) ** 2)),
  )
  return under === 0 ? null : product / under
}
