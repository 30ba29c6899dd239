/** Edits of the roadmap. Called by components, importers, the demo and the simulations alike. */
import type * as Y from 'yjs'
import { type Card, cards, type Lane, roadmap, type Stage, stages } from '#shared/board/schema.ts'
import {
  type ChangesOf,
  insertRow,
  readRow,
  readRows,
  updateRow,
  updateSingle,
} from '#shared/document/collection.ts'
import type { Edit } from '#shared/document/edit.ts'
import { byOrder, type Ordered, place, placeAll } from '#shared/document/order.ts'

/** Stage id of cards whose stage is gone: they lie in "Unplaced", not in nothing (BD-2c). */
export const UNPLACED = ''

/** Live cards of a cell, in order. */
export function cardsIn(all: readonly Card[], stageId: string, lane: Lane): Card[] {
  return all
    .filter((card) => !card.binned && card.place.stageId === stageId && card.place.lane === lane)
    .sort(byPlace)
}

export const byPlace = (a: Card, b: Card): number =>
  byOrder({ id: a.id, order: a.place.order }, { id: b.id, order: b.place.order })

export const liveStages = (all: readonly Stage[]): Stage[] =>
  all.filter((stage) => !stage.binned).sort(byOrder)

const ordered = (list: readonly Card[]): Ordered[] =>
  list.map((card) => ({ id: card.id, order: card.place.order }))

/** Adds a card at `index` of a cell (at its end without one); answers its id. */
export const addCard: Edit<
  { stageId: string; lane: Lane; text: string; index?: number; values?: ChangesOf<typeof cards> },
  string
> = (doc, { stageId, lane, text, index, values }, { newId, now }) => {
  const id = newId()
  const cell = cardsIn(readRows(doc, cards), stageId, lane)
  const keys = place(ordered(cell), index ?? cell.length, id)
  writePlaces(doc, keys.slice(1), stageId, lane)
  insertRow(doc, cards, id, {
    ...values,
    text,
    place: { stageId, lane, order: keys[0]?.order ?? '' },
    createdAt: now(),
  })
  return id
}

/** Adds several cards in order, at `index` of a cell (at its end without one); answers their ids. */
export const addCards: Edit<
  {
    stageId: string
    lane: Lane
    texts: readonly string[]
    index?: number
    values?: ChangesOf<typeof cards>
  },
  string[]
> = (doc, { stageId, lane, texts, index, values }, { newId, now }) => {
  const cell = cardsIn(readRows(doc, cards), stageId, lane)
  const ids = texts.map(() => newId())
  const keys = placeAll(ordered(cell), index ?? cell.length, ids)
  writePlaces(doc, keys.slice(ids.length), stageId, lane)
  for (const [i, id] of ids.entries()) {
    const order = keys[i]?.order ?? ''
    insertRow(doc, cards, id, {
      ...values,
      text: texts[i] ?? '',
      place: { stageId, lane, order },
      createdAt: now(),
    })
  }
  return ids
}

/** Puts a card at `index` of a cell, counted without the card itself. False if the card is gone. */
export const moveCard: Edit<{ id: string; stageId: string; lane: Lane; index: number }, boolean> = (
  doc,
  { id, stageId, lane, index },
) => {
  if (!readRow(doc, cards, id)) return false
  const cell = cardsIn(readRows(doc, cards), stageId, lane).filter((card) => card.id !== id)
  writePlaces(doc, place(ordered(cell), index, id), stageId, lane)
  return true
}

function writePlaces(doc: Y.Doc, keys: readonly Ordered[], stageId: string, lane: Lane): void {
  for (const { id, order } of keys) updateRow(doc, cards, id, { place: { stageId, lane, order } })
}

/** Changes fields of a card other than its place. False if the card is gone. */
export const changeCard: Edit<{ id: string; changes: Omit<ChangesOf<typeof cards>, 'place'> }, boolean> = (
  doc,
  { id, changes },
) => updateRow(doc, cards, id, changes)

/** Moves a card to the bin, from where it can be restored for 30 days. */
export const binCard: Edit<{ id: string }, boolean> = (doc, { id }, { now, seatId }) =>
  updateRow(doc, cards, id, { binned: { at: now(), seatId } })

/** Adds a stage at the end, or at `index`; answers its id. */
export const addStage: Edit<{ name: string; index?: number; values?: ChangesOf<typeof stages> }, string> = (
  doc,
  { name, index, values },
  { newId },
) => {
  const id = newId()
  const all = liveStages(readRows(doc, stages))
  const [own, ...others] = place(all, index ?? all.length, id)
  for (const other of others) updateRow(doc, stages, other.id, { order: other.order })
  insertRow(doc, stages, id, { ...values, name, order: own?.order ?? '' })
  return id
}

export const changeStage: Edit<{ id: string; changes: Omit<ChangesOf<typeof stages>, 'order'> }, boolean> = (
  doc,
  { id, changes },
) => updateRow(doc, stages, id, changes)

/** Moves a stage to `index`, counted without the stage itself. */
export const moveStage: Edit<{ id: string; index: number }, boolean> = (doc, { id, index }) => {
  if (!readRow(doc, stages, id)) return false
  const others = liveStages(readRows(doc, stages)).filter((stage) => stage.id !== id)
  for (const { id: rowId, order } of place(others, index, id)) updateRow(doc, stages, rowId, { order })
  return true
}

/**
 * Moves a stage to the bin. Its cards keep their place: whoever shows the roadmap lists cards of a binned or
 * missing stage as unplaced, so that one filled in at the same moment elsewhere is not lost either (BD-2c).
 */
export const binStage: Edit<{ id: string }, boolean> = (doc, { id }, { now, seatId }) =>
  updateRow(doc, stages, id, { binned: { at: now(), seatId } })

export const setCategory: Edit<{ category: 'light' | 'medium' | 'heavy' | 'intense' | null }> = (
  doc,
  { category },
) => updateSingle(doc, roadmap, { category })
