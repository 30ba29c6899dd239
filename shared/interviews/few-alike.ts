/**
 * A role or a trade that few customers share may tell who somebody is (method C12): how many share it, and coarser
 * figures to offer instead.
 */
import type { Interview } from '#shared/interviews/schema.ts'

/** From so many on nobody stands out. */
export const ENOUGH_ALIKE = 5

type Known = Pick<Interview, 'id' | 'customer'>

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()

/** How many of these customers have the same role and trade, the one asked about among them. */
export const alike = (all: readonly Known[], one: Known): number =>
  all.filter(
    ({ customer }) => same(customer.role, one.customer.role) && same(customer.trade, one.customer.trade),
  ).length

/** Whether anything that is known of this customer might tell who it is. */
export const standsOut = (all: readonly Known[], one: Known): boolean =>
  (one.customer.role.trim() !== '' || one.customer.trade.trim() !== '') && alike(all, one) < ENOUGH_ALIKE

const sizes = [10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000]

/** The nearest usual size. */
export const roundSize = (staff: number): number =>
  sizes.reduce((best, size) => (Math.abs(size - staff) < Math.abs(best - staff) ? size : best))
