/** Rounding that keeps a sum (method C1): shown points add up to 100 as the exact ones do. */

/** Remainders closer than this are equal: thirds must not be ranked by the last bit of a division. */
const EQUAL_WITHIN = 1e-9

/**
 * Whole numbers next to `values` that add up to `total`, by largest remainder; equal remainders go to the earlier value.
 * `values` are at least 0 and add up to `total` but for errors of division.
 */
export function largestRemainder(values: readonly number[], total = 100): number[] {
  const floors = values.map((value) => Math.floor(value + EQUAL_WITHIN))
  const missing = total - floors.reduce((all, value) => all + value, 0)
  const remainder = (index: number) => (values[index] ?? 0) - (floors[index] ?? 0)
  const lucky = values
    .map((_, index) => index)
    .sort((a, b) => {
      const difference = remainder(b) - remainder(a)
      return Math.abs(difference) < EQUAL_WITHIN ? a - b : difference
    })
    .slice(0, Math.max(0, missing))
  const raised = new Set(lucky)
  return floors.map((value, index) => (raised.has(index) ? value + 1 : value))
}
