/** What a peer of the simulated world can do to the board, drawn from plain numbers, and what must hold afterwards. */
import * as Y from 'yjs'
import { restoreBinned } from '#shared/board/bin-edits.ts'
import {
  addCard,
  addCards,
  addStage,
  binCard,
  binStage,
  cardsIn,
  changeCard,
  changeStage,
  liveStages,
  moveCard,
  moveStage,
  setCategory,
} from '#shared/board/roadmap-edits.ts'
import {
  addFunction,
  addNeed,
  addOption,
  binNeed,
  changeNeed,
  changeOption,
  changeScene,
  moveNeed,
  removeOption,
} from '#shared/board/scene-edits.ts'
import {
  boardCollections,
  boardSingles,
  buyingCategories,
  cards,
  lanes,
  needs,
  options,
  stages,
} from '#shared/board/schema.ts'
import { roadmapTemplates } from '#shared/board/stage-templates.ts'
import { applyTemplate } from '#shared/board/template-edits.ts'
import { readRows, readSingle } from '#shared/document/collection.ts'
import { type Edit, type EditContext, runEdit } from '#shared/document/edit.ts'
import { byOrder } from '#shared/document/order.ts'

/** Origin of a peer's own changes, which its undo covers. */
export const OWN = Symbol('own')

const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)]
const words = ['', 'a', '😀', 'What does it cost?', '😁 b', 'Who answers at night?'] as const

export function edit(doc: Y.Doc, context: EditContext, a: number, b: number, c: number): void {
  const run = <Args, Result>(named: Edit<Args, Result>, args: Args) => runEdit(doc, named, args, context, OWN)
  const word = words[b % words.length] ?? ''
  const cardId = pick(readRows(doc, cards), b)?.id ?? 'gone'
  const stageId = pick(readRows(doc, stages), c)?.id ?? ''
  const needId = pick(readRows(doc, needs), b)?.id ?? 'gone'
  const optionId = pick(readRows(doc, options), b)?.id ?? 'gone'
  const lane = pick(['question', 'skepticism', 'answer'] as const, b + c) ?? 'question'
  const all: (() => unknown)[] = [
    () => checkCard(doc, run(addCard, { stageId, lane, text: word, index: c % 5 }), stageId, lane, c % 5),
    () => run(addCards, { stageId, lane, texts: [word, 'two', 'three'] }),
    () =>
      run(moveCard, { id: cardId, stageId, lane, index: c % 6 }) &&
      checkCard(doc, cardId, stageId, lane, c % 6),
    () => run(moveCard, { id: cardId, stageId, lane: 'question', index: 0 }),
    () => run(changeCard, { id: cardId, changes: { text: word, raisedBy: [word] } }),
    () => run(binCard, { id: cardId }),
    () => run(restoreBinned, { kind: 'cards', id: cardId }),
    () => run(addStage, { name: word, index: c % 4 }),
    () => run(changeStage, { id: stageId, changes: { name: word, phase: 'late' } }),
    () => run(moveStage, { id: stageId, index: b % 5 }),
    () => run(binStage, { id: stageId }),
    () => run(setCategory, { category: pick(buyingCategories, b) ?? null }),
    () => run(addNeed, { short: word }),
    () => run(changeNeed, { id: needId, changes: { statement: word } }),
    () => run(moveNeed, { id: needId, index: c % 5 }),
    () => run(binNeed, { id: needId }),
    () => run(addOption, { name: word, kind: 'competitor' }),
    () => run(changeOption, { id: optionId, changes: { name: word } }),
    () => run(removeOption, { id: optionId }),
    () => run(addFunction, { name: word }),
    () => run(changeScene, { title: word, dates: { start: '2026-01-01' } }),
    () =>
      run(
        applyTemplate,
        roadmapTemplates[0] ?? { category: 'light', name: '', when: '', span: '', stages: [] },
      ),
  ]
  pick(all, a)?.()
}

/** What other software might write over a place: no place, no key, a key that sorts after all others. */
export function writeJunk(doc: Y.Doc, a: number, b: number): void {
  const card = pick(readRows(doc, cards), a)
  if (!card) return
  const map = doc.getMap(cards.name).get(card.id)
  if (!(map instanceof Y.Map)) return
  const junk = [
    7,
    null,
    { ...card.place, order: '~~~' },
    { ...card.place, order: '' },
    { ...card.place, order: 'a0' },
  ]
  doc.transact(() => map.set('place', pick(junk, b)), OWN)
}

/** [P4] A card just put somewhere is there, at that index. */
function checkCard(
  doc: Y.Doc,
  id: string,
  stageId: string,
  lane: (typeof lanes)[number],
  index: number,
): void {
  const row = readRows(doc, cards).find((card) => card.id === id)
  if (!row || row.binned) return
  const cell = cardsIn(readRows(doc, cards), stageId, lane)
  const at = cell.findIndex((card) => card.id === id)
  if (at !== Math.min(index, cell.length - 1))
    throw new Error(`[P4] card at ${at} of ${cell.length}, not ${index}`)
}

/** [P3] [P4] Whatever lies in the document, every live card reads as being in one cell, and no id is there twice. */
export function checkPlaces(doc: Y.Doc): void {
  const all = readRows(doc, cards)
  const placed = all.filter(({ place }) => typeof place.stageId === 'string' && lanes.includes(place.lane))
  if (placed.length !== new Set(all.map(({ id }) => id)).size) throw new Error('[P4] a card in no cell')
}

/** Everything a screen could show of the board, in the order it shows it. */
export function show(doc: Y.Doc): unknown {
  const all = readRows(doc, cards)
  const live = liveStages(readRows(doc, stages)).map(({ id }) => id)
  return {
    rows: Object.fromEntries(
      Object.entries(boardCollections).map(([name, of]) => [
        name,
        readRows(doc, of).sort((x, y) => (x.id < y.id ? -1 : 1)),
      ]),
    ),
    singles: Object.fromEntries(
      Object.entries(boardSingles).map(([name, of]) => [name, readSingle(doc, of)]),
    ),
    stages: live,
    cells: [...live, ''].map((stageId) =>
      lanes.map((lane) => cardsIn(all, stageId, lane).map(({ id }) => id)),
    ),
    needs: readRows(doc, needs)
      .sort(byOrder)
      .map(({ id }) => id),
  }
}
