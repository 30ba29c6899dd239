/** How long customers took to buy (method P1): medians of what they told, each with the number of customers behind it. */
import type { Interview } from '#shared/interviews/schema.ts'
import { isCustomer } from '#shared/reality/customers.ts'
import { median } from '#shared/statistics/summary.ts'

export const spans = ['triggerToFirstContact', 'firstContactToSignature'] as const

export interface SpanOfWeeks {
  readonly span: (typeof spans)[number]
  /** To half a week. */
  readonly weeks: number
  /** Customers who told it. */
  readonly n: number
}

/** The spans at least one customer told. */
export function weeksTaken(interviews: readonly Interview[]): SpanOfWeeks[] {
  const customers = interviews.filter(isCustomer)
  return spans.flatMap((span) => {
    const told = customers.flatMap(({ timelineWeeks }) => timelineWeeks[span] ?? [])
    const middle = median(told)
    return middle === null ? [] : [{ span, weeks: Math.round(middle * 2) / 2, n: told.length }]
  })
}
