import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { type BoardFilter, narrow, noFilter, wholeIndex } from '#client/features/roadmap/board-filter.ts'
import { countUp } from '#client/features/roadmap/figures.ts'
import { cellKey, emptyLayout, layOut } from '#client/features/roadmap/layout.ts'
import { cards, type Lane, stages } from '#shared/board/schema.ts'
import { type ChangesOf, insertRow, readRows } from '#shared/document/collection.ts'

const at = (stageId: string, lane: Lane, n: number) => ({ place: { stageId, lane, order: `a${n}` } })

function board() {
  const doc = new Y.Doc()
  const stage = (id: string, values: ChangesOf<typeof stages>) => insertRow(doc, stages, id, values)
  const card = (id: string, values: ChangesOf<typeof cards>) => insertRow(doc, cards, id, values)
  stage('s1', { order: 'a0', phase: 'early', ownerFunction: 'Sales', buyerRoles: ['Owner'] })
  stage('s2', { order: 'a1', phase: 'late', ownerFunction: '' })
  card('q1', { ...at('s1', 'question', 0), text: 'Was kostet ÄRGER?', raisedBy: ['i1'] })
  card('q2', { ...at('s1', 'question', 1), text: 'Does it fit?' })
  card('d1', { ...at('s2', 'skepticism', 0), text: 'They lie', comesFrom: 'buying_process' })
  card('a1', { ...at('s2', 'answer', 0), settles: ['q2'], status: 'live_convincing', ownerFunction: 'Sales' })
  card('gone', { ...at('deleted', 'tool', 0), text: 'Left over' })
  const all = {
    stages: new Map(readRows(doc, stages).map((row) => [row.id, row])),
    cards: new Map(readRows(doc, cards).map((row) => [row.id, row])),
  }
  const whole = layOut(all.stages.values(), all.cards.values())
  const { coverage } = countUp(whole, all.cards)
  const none = { layout: emptyLayout, cardIds: null }
  return (filter: Partial<BoardFilter>, pinned: readonly string[] = []) =>
    narrow({ ...all, whole, coverage }, { ...noFilter, ...filter }, new Set(pinned), none)
}
const found = (shown: ReturnType<ReturnType<typeof board>>) => [...(shown.cardIds ?? ['all'])].sort()

test('[BD-7a] each part of the filter shows what it asks for, and all of them together', () => {
  const show = board()
  expect(found(show({}))).toEqual(['all'])
  expect(found(show({ search: 'ärger' }))).toEqual(['q1'])
  expect(found(show({ said: 'customers' }))).toEqual(['q1'])
  expect(found(show({ said: 'guess', phase: 'early' }))).toEqual(['q2'])
  expect(found(show({ status: 'open' }))).toEqual(['d1', 'q1'])
  expect(found(show({ status: 'answered' }))).toEqual(['q2'])
  expect(found(show({ source: 'buying_process' }))).toEqual(['d1'])
  expect(found(show({ role: 'Owner' }))).toEqual(['q1', 'q2'])
})

test('a card without an owner belongs to the function of its stage', () => {
  const shown = board()({ function: 'Sales' })
  expect(found(shown)).toEqual(['a1', 'q1', 'q2'])
  expect(shown.layout.stageIds).toEqual(['s1', 's2'])
})

test('stages of another phase go, and lanes in which nothing is left', () => {
  const { layout } = board()({ phase: 'late' })
  expect(layout.stageIds).toEqual(['s2'])
  expect(layout.lanes).toEqual(['skepticism', 'answer'])
})

test('gaps only keeps the lanes in which an answer is missing', () => {
  expect(board()({ status: 'open' }).layout.lanes).toEqual(['question', 'skepticism', 'answer', 'tool'])
})

test('when nothing fits, the stages and lanes stay, so that it is plain where nothing was found', () => {
  const { layout, cardIds } = board()({ search: 'zebra' })
  expect(cardIds?.size).toBe(0)
  expect(layout.stageIds).toEqual(['s1', 's2'])
  expect(layout.lanes.length).toBeGreaterThan(3)
})

test('a card somebody writes in stays on show though it no longer fits', () => {
  expect(found(board()({ search: 'fit' }, ['q1']))).toEqual(['q1', 'q2'])
})

test('[P4] a card dropped among those on show lands between the same two of them in the whole cell', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 0, max: 30 }).map(String), { maxLength: 12 })
  void fc.assert(
    fc.property(ids, fc.array(fc.boolean()), fc.nat(12), fc.nat(12), (all, picks, slot, which) => {
      const shown = all.filter((_, i) => picks[i])
      const cardId = all[which % Math.max(1, all.length)] ?? 'new'
      const layout = (list: readonly string[]) => ({
        ...emptyLayout,
        cells: new Map([[cellKey('s', 'question'), list]]),
      })
      const others = shown.filter((id) => id !== cardId)
      const index = Math.min(slot, others.length)
      const to = { stageId: 's', lane: 'question' as const, index }
      const result = all.filter((id) => id !== cardId)
      result.splice(wholeIndex(layout(all), layout(shown), cardId, to), 0, cardId)
      const seen = result.filter((id) => id === cardId || others.includes(id))
      expect(seen.indexOf(cardId)).toBe(index)
    }),
  )
})
