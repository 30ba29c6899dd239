/** The slot under the pointer, from the boxes of a cell's cards. Pure. */
export interface Box {
  readonly id: string
  readonly top: number
  readonly bottom: number
}

export interface Slot {
  /** Counted without the lifted card. */
  readonly index: number
  /** Where to draw the landing mark, in the boxes' own coordinates. */
  readonly y: number
}

/**
 * Slot for a pointer at `y`: before the first card whose middle lies below it.
 * `cellTop` is where the mark goes in a cell without other cards.
 */
export function slotAt(boxes: readonly Box[], liftedId: string, y: number, cellTop: number): Slot {
  const others = boxes.filter((box) => box.id !== liftedId)
  const found = others.findIndex((box) => (box.top + box.bottom) / 2 > y)
  const index = found < 0 ? others.length : found
  return { index, y: markY(others, index, cellTop) }
}

/** Height of the landing mark for a slot: in the gap above the card that is pushed down. */
export function markY(others: readonly Box[], index: number, cellTop: number): number {
  const above = others[index - 1]
  const below = others[index]
  if (above && below) return (above.bottom + below.top) / 2
  if (below) return below.top - 3
  if (above) return above.bottom + 3
  return cellTop
}
