/** The board's elements, found by what they carry: cards by `data-card`, cells by `data-cell`, heads by `data-head`. */
import type { Mark } from '#client/features/roadmap/board-state.ts'
import { type Box, markY, slotAt } from '#client/features/roadmap/drop-index.ts'
import {
  cardIdsIn,
  cellKey,
  type FocusSpot,
  type Layout,
  type Spot,
} from '#client/features/roadmap/layout.ts'
import type { Lane } from '#shared/board/schema.ts'

type Root = HTMLElement | null

const find = (root: Root, attribute: string, value: string): HTMLElement | null =>
  root?.querySelector<HTMLElement>(`[${attribute}="${CSS.escape(value)}"]`) ?? null

export const cardElement = (root: Root, id: string): HTMLElement | null => find(root, 'data-card', id)

const cellElement = (root: Root, stageId: string, lane: Lane): HTMLElement | null =>
  find(root, 'data-cell', cellKey(stageId, lane))

/** What takes the focus at a spot. */
export function focusElement(root: Root, layout: Layout, spot: FocusSpot): HTMLElement | null {
  if (spot.row === 'head') return find(root, 'data-head', spot.stageId)
  const id = cardIdsIn(layout, spot.stageId, spot.row)[spot.index]
  return id === undefined ? cellElement(root, spot.stageId, spot.row) : cardElement(root, id)
}

/** Stage and lane of the cell an element lies in. */
export function cellAround(
  element: Element | null,
): { cell: HTMLElement; stageId: string; lane: Lane } | null {
  const cell = element?.closest<HTMLElement>('[data-cell]')
  const key = cell?.dataset.cell
  if (!cell || key === undefined) return null
  const cut = key.lastIndexOf('|')
  return { cell, stageId: key.slice(0, cut), lane: key.slice(cut + 1) as Lane }
}

export interface Landing {
  readonly to: Spot
  readonly mark: Mark
}

/** Columns have a gap; a pointer in it still means the cell beside it. */
const REACH_PX = [0, 6, -6]

/** Where a card would land that is held at a point of the window; null when that is no cell. */
export function landingAt(content: HTMLElement, liftedId: string, x: number, y: number): Landing | null {
  for (const reach of REACH_PX) {
    const found = cellAround(document.elementFromPoint(x + reach, y))
    if (!found || !content.contains(found.cell) || found.stageId === '') continue
    const slot = slotAt(boxesOf(found.cell), liftedId, y, found.cell.getBoundingClientRect().top + 6)
    const to = { stageId: found.stageId, lane: found.lane, index: slot.index }
    return { to, mark: markIn(content, found.cell, slot.y) }
  }
  return null
}

/** The landing mark of a slot. */
export function markOf(content: HTMLElement, liftedId: string, to: Spot): Mark | null {
  const cell = cellElement(content, to.stageId, to.lane)
  if (!cell) return null
  const others = boxesOf(cell).filter((box) => box.id !== liftedId)
  return markIn(content, cell, markY(others, to.index, cell.getBoundingClientRect().top + 6))
}

/** Where a stage would land: its number among the others, and the line between the two. */
export interface StageLanding {
  readonly index: number
  /** In the coordinates of the board's content. */
  readonly left: number
}

/** Where a stage would land whose head is held at `x`. */
export function stageLandingAt(content: HTMLElement, stageId: string, x: number): StageLanding | null {
  const heads = [...content.querySelectorAll<HTMLElement>('[role="columnheader"]:not([hidden])')].flatMap(
    (head) => {
      const id = head.querySelector<HTMLElement>('[data-head]')?.dataset.head
      const { left, right } = head.getBoundingClientRect()
      return id === undefined || id === stageId || id === '' ? [] : [{ left, right }]
    },
  )
  const found = heads.findIndex(({ left, right }) => (left + right) / 2 > x)
  const index = found < 0 ? heads.length : found
  const at = heads[index]?.left ?? heads.at(-1)?.right
  return at === undefined ? null : { index, left: at - content.getBoundingClientRect().left }
}

function boxesOf(cell: HTMLElement): Box[] {
  return [...cell.querySelectorAll<HTMLElement>('[data-card]:not([hidden])')].map((card) => {
    const { top, bottom } = card.getBoundingClientRect()
    return { id: card.dataset.card ?? '', top, bottom }
  })
}

function markIn(content: HTMLElement, cell: HTMLElement, y: number): Mark {
  const outer = content.getBoundingClientRect()
  const inner = cell.getBoundingClientRect()
  return { left: inner.left - outer.left, top: y - outer.top, width: inner.width }
}
