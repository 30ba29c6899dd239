/**
 * Which cards lie in which cell. Pure; a cell whose cards did not change keeps its very array, so that nothing
 * that shows it renders again.
 */
import { byPlace, liveStages, UNPLACED } from '#shared/board/roadmap-edits.ts'
import { type Card, type Lane, lanes, type Stage } from '#shared/board/schema.ts'

export type CellKey = `${string}|${Lane}`

export interface Layout {
  /** Live stages in order; last the unplaced column, if there are cards in it. */
  readonly stageIds: readonly string[]
  /** Lanes on show, top to bottom: `desire` only when somebody filled it, or is about to. */
  readonly lanes: readonly Lane[]
  /** Cards by cell, in order. A cell without cards has no entry. */
  readonly cells: ReadonlyMap<CellKey, readonly string[]>
}

export const cellKey = (stageId: string, lane: Lane): CellKey => `${stageId}|${lane}`

const nothing: readonly string[] = []

export const cardIdsIn = (layout: Layout, stageId: string, row: Row): readonly string[] =>
  row === 'head' ? nothing : (layout.cells.get(cellKey(stageId, row)) ?? nothing)

export const emptyLayout: Layout = { stageIds: nothing, lanes: lanes.slice(1), cells: new Map() }

/** The layout of these records; parts equal to those of `previous` are the same objects. */
export function layOut(
  stages: Iterable<Stage>,
  cards: Iterable<Card>,
  previous = emptyLayout,
  showsDesire = false,
): Layout {
  const live = liveStages([...stages])
  const known = new Set(live.map((stage) => stage.id))
  const byCell = new Map<CellKey, Card[]>()
  for (const card of cards) {
    if (card.binned) continue
    const key = cellKey(known.has(card.place.stageId) ? card.place.stageId : UNPLACED, card.place.lane)
    const cell = byCell.get(key)
    if (cell) cell.push(card)
    else byCell.set(key, [card])
  }
  const cells = new Map<CellKey, readonly string[]>()
  for (const [key, cell] of byCell) {
    const ids = cell.sort(byPlace).map((card) => card.id)
    cells.set(key, keep(previous.cells.get(key), ids))
  }
  const columns = live.map((stage) => stage.id)
  if (lanes.some((lane) => cells.has(cellKey(UNPLACED, lane)))) columns.push(UNPLACED)
  const isUsed = (lane: Lane) =>
    lane !== 'desire' || showsDesire || columns.some((id) => cells.has(cellKey(id, lane)))
  const next: Layout = {
    stageIds: keep(previous.stageIds, columns),
    lanes: keep(previous.lanes, lanes.filter(isUsed)),
    cells: sameCells(previous.cells, cells) ? previous.cells : cells,
  }
  return isSame(previous, next) ? previous : next
}

/** True when no card came or went in between, and none has another value in one of these fields. */
export function sameIn(
  before: ReadonlyMap<string, Card>,
  now: ReadonlyMap<string, Card>,
  fields: readonly (keyof Card)[],
): boolean {
  if (before.size !== now.size) return false
  for (const [id, card] of now) {
    const old = before.get(id)
    if (old !== card && (!old || fields.some((field) => old[field] !== card[field]))) return false
  }
  return true
}

const phoneOrder: readonly Lane[] = [
  'question',
  'skepticism',
  'answer',
  'tool',
  'concern',
  'action',
  'desire',
]

/** Lanes in the order of a phone, where one stage is read from the top. */
export const questionsFirst = (shown: readonly Lane[]): readonly Lane[] =>
  phoneOrder.filter((lane) => shown.includes(lane))

/** Where a card lies, as stage, lane and index; null if it is not on the board. */
export function findCard(layout: Layout, id: string): Spot | null {
  for (const [key, ids] of layout.cells) {
    const index = ids.indexOf(id)
    if (index < 0) continue
    const cut = key.lastIndexOf('|')
    return { stageId: key.slice(0, cut), lane: key.slice(cut + 1) as Lane, index }
  }
  return null
}

/** A place for a card; `index` counts cards of the cell. */
export interface Spot {
  readonly stageId: string
  readonly lane: Lane
  readonly index: number
}

/** A row the focus can be in: a lane, or the heads of the stages. */
export type Row = Lane | 'head'

/** A place for the focus: a card; in a cell without cards the cell itself, at index 0; or the head of a stage. */
export interface FocusSpot {
  readonly stageId: string
  readonly row: Row
  readonly index: number
}

/** The previous list, if the next one is equal to it. */
export function keep<T>(previous: readonly T[] | undefined, next: readonly T[]): readonly T[] {
  return previous && previous.length === next.length && next.every((one, i) => one === previous[i])
    ? previous
    : next
}

export function sameCells(a: Layout['cells'], b: Layout['cells']): boolean {
  if (a.size !== b.size) return false
  for (const [key, ids] of b) if (a.get(key) !== ids) return false
  return true
}

export const isSame = (a: Layout, b: Layout): boolean =>
  a.stageIds === b.stageIds && a.lanes === b.lanes && a.cells === b.cells
