/** Needs that customers say want repair (method C8): they matter to them, and we are weak at them. */
import type { Need, options } from '#shared/board/schema.ts'
import type { RowOf } from '#shared/document/collection.ts'
import { byOrder } from '#shared/document/order.ts'
import type { Interview } from '#shared/interviews/schema.ts'
import { customerCells, isCounted, isCustomer } from '#shared/reality/customers.ts'
import { actOn } from '#shared/reality/reality.ts'

/** Their ids, in the order of the list; none while too few customers gave points or marks. */
export function repairsOf(
  interviews: readonly Interview[],
  needs: readonly Need[],
  columns: readonly RowOf<typeof options>[],
): readonly string[] {
  const us = columns.find(({ kind }) => kind === 'us')
  if (!us) return []
  const held = interviews.filter(isCounted)
  const needIds = needs
    .filter(({ status, binned }) => status === 'active' && !binned)
    .sort(byOrder)
    .map(({ id }) => id)
  const cells = customerCells(
    held.filter(isCustomer),
    needIds,
    columns.map(({ id }) => id),
  )
  return actOn(needIds, us.id, cells, held).flatMap(({ needId, quadrant }) =>
    quadrant === 'repair' ? [needId] : [],
  )
}
