/**
 * What customers gave, out of the interviews: points, marks known at first hand, and who was asked. Only customers
 * count here; lost customers, colleagues, groups and social media are kept apart (R046). Each list holds one entry a
 * customer, so that no mean can forget its n.
 */
import type { Interview } from '#shared/interviews/schema.ts'
import { type CellFigures, cellFigures } from '#shared/statistics/marks.ts'

/** Ways of knowing an option that count: who only heard of it is kept and not averaged (method D8). */
const firstHand: readonly string[] = ['customer', 'used', 'evaluated']

/** An interview that is not a double of another. */
export const isCounted = ({ mergedInto }: Interview): boolean => mergedInto === null

/** Whether "customers say" includes this one: not somebody who bought elsewhere. */
export const isCustomer = (interview: Interview): boolean =>
  isCounted(interview) && interview.customer.wonOrLost !== 'lost'

const POINTS = 100

/** Points that count: given, and 100 in all. */
export function hasPoints({ weights }: Interview): boolean {
  const total = Object.values(weights.points).reduce((sum, points) => sum + points, 0)
  return weights.status === 'given' && Math.abs(total - POINTS) < 1e-9
}

/** Points for each need, one value a customer who gave points; a need they left out has 0. */
export function pointsByNeed(
  customers: readonly Interview[],
  needIds: readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const given = customers.filter(hasPoints)
  return new Map(needIds.map((needId) => [needId, given.map(({ weights }) => weights.points[needId] ?? 0)]))
}

/** This customer's mark, 0 to 10; null when not given or not known at first hand. */
export function markOf({ marks }: Interview, needId: string, optionId: string): number | null {
  const known = marks.find((one) => one.optionId === optionId && firstHand.includes(one.basis))
  return known?.marks[needId] ?? null
}

export interface CustomerCell extends CellFigures {
  readonly needId: string
  readonly optionId: string
  /** Marks in the order of the customers; null where there is none. */
  readonly values: readonly (number | null)[]
}

/** The customers' grid: every need for every option. `unknown` are those who gave none that counts. */
export function customerCells(
  customers: readonly Interview[],
  needIds: readonly string[],
  optionIds: readonly string[],
): CustomerCell[] {
  return needIds.flatMap((needId) =>
    optionIds.map((optionId) => {
      const values = customers.map((one) => markOf(one, needId, optionId))
      return { needId, optionId, ...cellFigures(values), values }
    }),
  )
}

/**
 * How far `us` is ahead of another option for each customer who marked both, each with his own points, over needs he
 * marked for both (method C4, trap of unequal groups). Customers without points or without such a need are left out.
 */
export function pairedLeads(
  customers: readonly Interview[],
  needIds: readonly string[],
  us: string,
  other: string,
): number[] {
  return customers.filter(hasPoints).flatMap((one) => {
    const both = needIds.flatMap((needId) => {
      const ours = markOf(one, needId, us)
      const theirs = markOf(one, needId, other)
      const points = one.weights.points[needId] ?? 0
      return ours === null || theirs === null ? [] : [{ points, lead: ours - theirs }]
    })
    const weight = both.reduce((sum, { points }) => sum + points, 0)
    return weight === 0 ? [] : [both.reduce((sum, { points, lead }) => sum + points * lead, 0) / weight]
  })
}
