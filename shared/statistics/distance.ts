/** The unit of everything about weights: how many of 100 points lie elsewhere (method C, notation). */

/**
 * Distance of two lists of points, in points: half the sum of the absolute differences (total variation).
 * 0 to 100 for lists that add up to 100; a metric.
 */
export function pointDistance(a: readonly number[], b: readonly number[]): number {
  const length = Math.max(a.length, b.length)
  let total = 0
  for (let i = 0; i < length; i++) total += Math.abs((a[i] ?? 0) - (b[i] ?? 0))
  return total / 2
}
