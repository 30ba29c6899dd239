/** Edits of several cards at once: each is one step of undo, and cards that are gone meanwhile are passed over. */
import type * as Y from 'yjs'
import { byPlace, cardsIn } from '#shared/board/roadmap-edits.ts'
import { type Card, cards, type Lane, lanes } from '#shared/board/schema.ts'
import { type ChangesOf, readRow, readRows, updateRow } from '#shared/document/collection.ts'
import type { Edit } from '#shared/document/edit.ts'
import { placeAll } from '#shared/document/order.ts'

/**
 * Puts cards at the end of a stage, in the order they had among each other; without `lane` each stays in its own lane.
 * `index`: the slot in that lane instead of its end, counted without the cards.
 * Answers how many were moved.
 */
export const moveCards: Edit<
  { ids: readonly string[]; stageId: string; lane?: Lane; index?: number },
  number
> = (doc, { ids, stageId, lane, index }) => {
  const chosen = new Set(ids)
  const all = readRows(doc, cards)
  const moved = all.filter((card) => chosen.has(card.id) && !card.binned).sort(byPlace)
  for (const one of lanes) {
    const arriving = moved.filter(({ place }) => (lane ?? place.lane) === one)
    if (arriving.length > 0)
      putTogether(doc, all, arriving, { stageId, lane: one, index: index ?? all.length })
  }
  return moved.length
}

function putTogether(
  doc: Y.Doc,
  all: readonly Card[],
  arriving: readonly Card[],
  { stageId, lane, index }: { readonly stageId: string; readonly lane: Lane; readonly index: number },
): void {
  const leaving = new Set(arriving.map(({ id }) => id))
  const cell = cardsIn(all, stageId, lane).filter(({ id }) => !leaving.has(id))
  const sorted = cell.map(({ id, place: { order } }) => ({ id, order }))
  for (const { id, order } of placeAll(sorted, index, [...leaving])) {
    updateRow(doc, cards, id, { place: { stageId, lane, order } })
  }
}

/** Changes the same fields of several cards. Answers how many are there. */
export const changeCards: Edit<
  { ids: readonly string[]; changes: Omit<ChangesOf<typeof cards>, 'place' | 'text'> },
  number
> = (doc, { ids, changes }) => ids.filter((id) => updateRow(doc, cards, id, changes)).length

/** Moves cards to the bin; answers those that were on the board until now. */
export const binCards: Edit<{ ids: readonly string[] }, string[]> = (doc, { ids }, { now, seatId }) =>
  ids.filter((id) => {
    const card = readRow(doc, cards, id)
    return card && !card.binned && updateRow(doc, cards, id, { binned: { at: now(), seatId } })
  })
