/**
 * Evidence for the one thing that makes customers buy (method B8): what they named unaided first, their points second,
 * by buying role, and whether the first two can be told apart at all.
 */
import type { Interview } from '#shared/interviews/schema.ts'
import { hasPoints, isCustomer, pointsByNeed } from '#shared/reality/customers.ts'
import { type PairedDifference, pairedDifference } from '#shared/statistics/interval.ts'
import { mean } from '#shared/statistics/summary.ts'

type BuyingRole = Interview['customer']['buyingRole']

export interface DeciderRow {
  readonly needId: string
  /** Customers who named it without being asked, by interview. */
  readonly namedBy: readonly string[]
  /** Of those, how many have which buying role; null: not known. */
  readonly byRole: ReadonlyMap<BuyingRole, number>
  /** Mean of points; null while nobody gave any. */
  readonly points: number | null
}

export interface Decider {
  /** Customers asked, and those of them who gave points. */
  readonly n: number
  readonly nPoints: number
  /** Most often named first; then most points. */
  readonly rows: readonly DeciderRow[]
  /** First minus second in points, within the same customers; null with fewer than two needs. */
  readonly topTwo: PairedDifference | null
}

export function deciderOf(interviews: readonly Interview[], needIds: readonly string[]): Decider {
  const customers = interviews.filter(isCustomer)
  const points = pointsByNeed(customers, needIds)
  const rows = needIds.map((needId) => {
    const named = customers.filter(({ unaidedTopNeedId }) => unaidedTopNeedId === needId)
    const byRole = new Map<BuyingRole, number>()
    for (const { customer } of named)
      byRole.set(customer.buyingRole, (byRole.get(customer.buyingRole) ?? 0) + 1)
    return { needId, namedBy: named.map(({ id }) => id), byRole, points: mean(points.get(needId) ?? []) }
  })
  rows.sort((a, b) => b.namedBy.length - a.namedBy.length || (b.points ?? -1) - (a.points ?? -1))
  return {
    n: customers.length,
    nPoints: customers.filter(hasPoints).length,
    rows,
    topTwo: topTwoOf(points),
  }
}

function topTwoOf(points: ReadonlyMap<string, readonly number[]>): PairedDifference | null {
  const [first, second] = [...points.values()].sort((a, b) => (mean(b) ?? -1) - (mean(a) ?? -1))
  if (!first || !second) return null
  return pairedDifference(first.map((value, at) => value - (second[at] ?? 0)))
}

/** Whether points settle which of the first two is ahead: the interval of the difference leaves 0 out. */
export const isToldApart = (topTwo: PairedDifference | null): boolean =>
  topTwo?.interval != null && topTwo.interval[0] > 0
