import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { BIN_DAYS, daysLeft, deleteBinned, emptyBin, hasDue, restoreBinned } from '#shared/board/bin-edits.ts'
import { addCard, addStage, binCard, binStage } from '#shared/board/roadmap-edits.ts'
import { cards, stages } from '#shared/board/schema.ts'
import { readRow } from '#shared/document/collection.ts'
import { runEdit } from '#shared/document/edit.ts'

const DAY_MS = 24 * 3600 * 1000
const START = Date.UTC(2026, 4, 12, 9)

function board() {
  const doc = new Y.Doc()
  let ids = 0
  let at = START
  const context = { newId: () => `id${ids++}`, now: () => at, seatId: 'ada' }
  const stageId = runEdit(doc, addStage, { name: 'Look' }, context)
  const card = (text: string) => runEdit(doc, addCard, { stageId, lane: 'question', text }, context)
  return {
    doc,
    context,
    stageId,
    card,
    passDays: (days: number) => {
      at += days * DAY_MS
      return at
    },
  }
}

test('[HI-4a] what was thrown away stays for thirty days and is then deleted, and nothing else is', () => {
  const { doc, context, stageId, card, passDays } = board()
  const [kept, thrown, later] = [card('kept'), card('thrown'), card('thrown later')]
  runEdit(doc, binCard, { id: thrown }, context)
  let now = passDays(1)
  runEdit(doc, binCard, { id: later }, context)
  now = passDays(BIN_DAYS - 1.01)
  expect(hasDue(doc, now)).toBe(false)
  expect(emptyBin(doc, now)).toBe(0)
  now = passDays(0.01)
  expect(hasDue(doc, now)).toBe(true)
  expect(emptyBin(doc, now)).toBe(1)
  expect([kept, thrown, later].map((id) => readRow(doc, cards, id)?.text)).toEqual([
    'kept',
    undefined,
    'thrown later',
  ])
  expect(readRow(doc, stages, stageId)).not.toBeNull()
})

test('[P2] emptied at two places at once it is emptied once, and both see the same', () => {
  const { doc, context, card, passDays } = board()
  const id = card('thrown')
  runEdit(doc, binCard, { id }, context)
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  const now = passDays(BIN_DAYS)
  for (const one of [doc, other]) expect(emptyBin(one, now)).toBe(1)
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  for (const one of [doc, other]) expect(readRow(one, cards, id)).toBeNull()
})

test('[BD-2c] a card put back lies where it was, also when its stage is gone; the stage comes back with its cards', () => {
  const { doc, context, stageId, card } = board()
  const id = card('thrown')
  runEdit(doc, binCard, { id }, context)
  runEdit(doc, binStage, { id: stageId }, context)
  expect(runEdit(doc, restoreBinned, { kind: 'cards', id }, context)).toBe(true)
  expect(readRow(doc, cards, id)).toMatchObject({ binned: null, place: { stageId } })
  expect(runEdit(doc, restoreBinned, { kind: 'stages', id: stageId }, context)).toBe(true)
  expect(readRow(doc, stages, stageId)?.binned).toBeNull()
})

test('only what is in the bin can be deleted or put back', () => {
  const { doc, context, card } = board()
  const id = card('on the board')
  expect(runEdit(doc, deleteBinned, { kind: 'cards', id }, context)).toBe(false)
  expect(runEdit(doc, restoreBinned, { kind: 'cards', id }, context)).toBe(false)
  expect(readRow(doc, cards, id)).not.toBeNull()
  runEdit(doc, binCard, { id }, context)
  expect(runEdit(doc, deleteBinned, { kind: 'cards', id }, context)).toBe(true)
  expect(runEdit(doc, deleteBinned, { kind: 'cards', id }, context)).toBe(false)
})

test('days left are never more than thirty nor less than one, whatever a clock said', () => {
  const at = (days: number) => ({ at: START + days * DAY_MS, seatId: '' })
  expect([0, -1, -29.5, -40, 400].map((days) => daysLeft(at(days), START))).toEqual([30, 29, 1, 1, 30])
})
