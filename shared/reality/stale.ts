/** When a decision goes stale by itself (R072): its review date has come, or what it rests on has changed. */
import type { Interview } from '#shared/interviews/schema.ts'
import { hasPoints, isCustomer, pointsByNeed } from '#shared/reality/customers.ts'
import type { Decision } from '#shared/record/schema.ts'
import { MIN_FOR_MEAN } from '#shared/statistics/comparison.ts'
import { sum } from '#shared/statistics/summary.ts'

/** What customers give today, as a decision keeps it. */
export function basisOf(interviews: readonly Interview[]): Decision['basis'] {
  const customers = interviews.filter(isCustomer).filter(hasPoints)
  if (customers.length < MIN_FOR_MEAN) return { customers: customers.length, firstNeeds: [] }
  const needIds = [...new Set(customers.flatMap(({ weights }) => Object.keys(weights.points)))]
  const totals = [...pointsByNeed(customers, needIds)].map(([needId, points]) => ({
    needId,
    total: sum(points),
  }))
  totals.sort((a, b) => b.total - a.total || (a.needId < b.needId ? -1 : 1))
  return { customers: customers.length, firstNeeds: totals.slice(0, 2).map(({ needId }) => needId) }
}

export type WhyStale = 'review-due' | 'evidence-changed' | 'evidence-gone'

/** Ids that evidence may point to and that are gone now: withdrawn interviews. */
export interface Now {
  readonly basis: Decision['basis']
  /** ISO day. */
  readonly today: string
  readonly erasedInterviewIds: ReadonlySet<string>
}

/** Why a decision that stands should be looked at again; empty while it holds. A superseded one is history. */
export function whyStale(decision: Decision, { basis, today, erasedInterviewIds }: Now): readonly WhyStale[] {
  if (decision.supersededBy !== null) return []
  const why: WhyStale[] = []
  const due = isoDay.exec(decision.reviewWhen)?.[0]
  if (due !== undefined && due <= today) why.push('review-due')
  const before = decision.basis.firstNeeds.join()
  const isTold = before !== '' && basis.firstNeeds.length > 0
  if (isTold && before !== basis.firstNeeds.join()) why.push('evidence-changed')
  if (decision.evidence.some((id) => erasedInterviewIds.has(id))) why.push('evidence-gone')
  return why
}

const isoDay = /\d{4}-\d{2}-\d{2}/
