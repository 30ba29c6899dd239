/** How long buying took from the first trouble to the signature, over the customers who said so. */
import type { Interview } from '#shared/interviews/schema.ts'
import { MIN_FOR_MEAN } from '#shared/statistics/comparison.ts'
import { median } from '#shared/statistics/summary.ts'

export interface Weeks {
  readonly n: number
  /** The typical one; null while a mean of so few may not be given. */
  readonly typical: number | null
  readonly least: number
  readonly most: number
}

/** Null when nobody said. */
export function weeksToSign(customers: readonly Interview[]): Weeks | null {
  const spans = customers.flatMap(({ timelineWeeks: { triggerToFirstContact, firstContactToSignature } }) =>
    triggerToFirstContact === null || firstContactToSignature === null
      ? []
      : [triggerToFirstContact + firstContactToSignature],
  )
  if (spans.length === 0) return null
  return {
    n: spans.length,
    typical: spans.length < MIN_FOR_MEAN ? null : median(spans),
    least: Math.min(...spans),
    most: Math.max(...spans),
  }
}
