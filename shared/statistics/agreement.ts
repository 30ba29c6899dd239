/** Agreement of rank orders and of marks (method C2, details). Agreement is not accuracy. */
import { mean, sum } from '#shared/statistics/summary.ts'

/** Mean ranks, the largest value ranked 1; equal values share the mean of their ranks. */
export function meanRanks(values: readonly number[]): number[] {
  return values.map((value) => {
    const larger = values.filter((other) => other > value).length
    const equal = values.filter((other) => other === value).length
    return larger + (equal + 1) / 2
  })
}

/**
 * Kendall's W with ties, 0 (none) to 1 (full agreement) of the ballots' rank orders (Kendall and Babington Smith 1939).
 * Null below two ballots or two needs, or when every ballot ties all needs.
 */
export function kendallW(ballots: readonly (readonly number[])[]): number | null {
  const n = ballots.length
  const k = ballots[0]?.length ?? 0
  if (n < 2 || k < 2) return null
  const ranks = ballots.map(meanRanks)
  const rankSums = Array.from({ length: k }, (_, j) => sum(ranks.map((row) => row[j] ?? 0)))
  const ties = sum(ballots.map(tieTerm))
  const below = n * n * k * (k * k - 1) - n * ties
  if (below <= 0) return null
  return (12 * sum(rankSums.map((r) => r * r)) - 3 * n * n * k * (k + 1) ** 2) / below
}

/** Sum of t³ - t over groups of equal values. */
function tieTerm(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return sum([...counts.values()].map((t) => t ** 3 - t))
}

/**
 * Krippendorff's alpha at interval level over cells (units) with any number of marks each; 1 is full agreement, 0 what
 * chance gives. Null when no cell has two marks or all marks are equal.
 */
export function krippendorffAlpha(cells: readonly (readonly number[])[]): number | null {
  const pairable = cells.filter((cell) => cell.length >= 2)
  const all = pairable.flat()
  const expected = meanSquaredDifference(all)
  if (expected === null || expected === 0) return null
  const observed = sum(pairable.map((cell) => cell.length * (meanSquaredDifference(cell) ?? 0))) / all.length
  return 1 - observed / expected
}

/** Mean of (a - b)² over all ordered pairs; null below two values. */
function meanSquaredDifference(values: readonly number[]): number | null {
  const centre = mean(values)
  if (centre === null || values.length < 2) return null
  return (2 * sum(values.map((value) => (value - centre) ** 2))) / (values.length - 1)
}
