/** Where the arrows lead: the focus from card to card, and a lifted card from slot to slot. Pure. */

import {
  cardIdsIn,
  type FocusSpot,
  type Layout,
  type Row,
  type Spot,
} from '#client/features/roadmap/layout.ts'
import { UNPLACED } from '#shared/board/roadmap-edits.ts'
import type { Lane } from '#shared/board/schema.ts'

export type Direction = 'up' | 'down' | 'left' | 'right'

/** The spot the focus goes to. */
export function moveFocus(layout: Layout, from: FocusSpot, direction: Direction): FocusSpot {
  const step = direction === 'up' || direction === 'left' ? -1 : 1
  if (direction === 'left' || direction === 'right') {
    const stageId = layout.stageIds[layout.stageIds.indexOf(from.stageId) + step]
    return stageId === undefined ? from : inStage(layout, from, stageId)
  }
  const index = from.index + step
  if (index >= 0 && index < cardIdsIn(layout, from.stageId, from.row).length) return { ...from, index }
  const rows: readonly Row[] = ['head', ...layout.lanes]
  const row = rows[rows.indexOf(from.row) + step]
  if (!row) return from
  return { stageId: from.stageId, row, index: step > 0 ? 0 : lastIndex(layout, from.stageId, row) }
}

/** First or last stage of the row. */
export function moveToEdge(layout: Layout, from: FocusSpot, edge: 'first' | 'last'): FocusSpot {
  const stageId = edge === 'first' ? layout.stageIds[0] : layout.stageIds.at(-1)
  return stageId === undefined ? from : inStage(layout, from, stageId)
}

const inStage = (layout: Layout, { row, index }: FocusSpot, stageId: string): FocusSpot => ({
  stageId,
  row,
  index: Math.min(index, lastIndex(layout, stageId, row)),
})

const lastIndex = (layout: Layout, stageId: string, row: Row): number =>
  Math.max(0, cardIdsIn(layout, stageId, row).length - 1)

/** The slot a lifted card goes to; slots count without the card itself. Nothing is put into "Unplaced". */
export function moveLifted(layout: Layout, cardId: string, from: Spot, direction: Direction): Spot {
  const stageIds = layout.stageIds.filter((id) => id !== UNPLACED)
  const step = direction === 'up' || direction === 'left' ? -1 : 1
  const slots = (stageId: string, lane: Lane) =>
    cardIdsIn(layout, stageId, lane).filter((id) => id !== cardId).length
  if (direction === 'left' || direction === 'right') {
    const at = stageIds.indexOf(from.stageId)
    const stageId = at < 0 ? stageIds.at(-1) : stageIds[at + step]
    if (stageId === undefined) return from
    return { ...from, stageId, index: Math.min(from.index, slots(stageId, from.lane)) }
  }
  if (from.stageId === UNPLACED) return from
  const index = from.index + step
  if (index >= 0 && index <= slots(from.stageId, from.lane)) return { ...from, index }
  const lane = layout.lanes[layout.lanes.indexOf(from.lane) + step]
  return lane ? { stageId: from.stageId, lane, index: step > 0 ? 0 : slots(from.stageId, lane) } : from
}

/**
 * Where the focus goes when the focused card is gone: the card that took its slot, else the one above, else the cell;
 * if the stage went too, the first stage left.
 */
export function afterLoss(layout: Layout, at: FocusSpot): FocusSpot | null {
  const stageId = layout.stageIds.includes(at.stageId) ? at.stageId : layout.stageIds[0]
  const row = at.row === 'head' || layout.lanes.includes(at.row) ? at.row : layout.lanes[0]
  if (stageId === undefined || !row) return null
  return { stageId, row, index: Math.min(at.index, lastIndex(layout, stageId, row)) }
}
