/**
 * Summaries of a list of numbers. An empty list has no mean: such figures are null, never 0.
 * Sources: sample standard deviation with divisor n - 1, quantiles of type 7 (method C, notation).
 */

export interface Summary {
  readonly n: number
  readonly mean: number | null
  readonly median: number | null
  /** Null below two values. */
  readonly sd: number | null
  readonly min: number | null
  readonly max: number | null
}

/** Arithmetic mean in the unit of the values; null without values. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : sum(values) / values.length
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Sample standard deviation (divisor n - 1), at least 0; null below two values. */
export function sampleSd(values: readonly number[]): number | null {
  const centre = mean(values)
  if (centre === null || values.length < 2) return null
  return Math.sqrt(sum(values.map((value) => (value - centre) ** 2)) / (values.length - 1))
}

/** Quantile of type 7: linear interpolation between order statistics. `share` within 0 to 1; null without values. */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * Math.min(1, Math.max(0, share))
  const low = sorted[Math.floor(at)]
  const high = sorted[Math.ceil(at)]
  if (low === undefined || high === undefined) return null
  return low + (high - low) * (at - Math.floor(at))
}

export const median = (values: readonly number[]): number | null => quantile(values, 0.5)

/** Everything a row or cell shows of its values. Order of the values does not show in it. */
export function summarize(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b)
  return {
    n: sorted.length,
    mean: mean(sorted),
    median: median(sorted),
    sd: sampleSd(sorted),
    min: sorted[0] ?? null,
    max: sorted.at(-1) ?? null,
  }
}
