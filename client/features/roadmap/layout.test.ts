import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { cardIdsIn, cellKey, emptyLayout, findCard, layOut } from '#client/features/roadmap/layout.ts'
import {
  addCard,
  addStage,
  binCard,
  binStage,
  changeCard,
  moveCard,
  UNPLACED,
} from '#shared/board/roadmap-edits.ts'
import { cards, type Lane, lanes, stages } from '#shared/board/schema.ts'
import { readRows } from '#shared/document/collection.ts'
import { type Edit, runEdit } from '#shared/document/edit.ts'

function board() {
  const doc = new Y.Doc()
  let serial = 0
  const context = { newId: () => `id${serial++}`, now: () => 1, seatId: 'seat' }
  const edit = <Args, Result>(one: Edit<Args, Result>, args: Args) => runEdit(doc, one, args, context)
  const layout = (previous = emptyLayout) => layOut(readRows(doc, stages), readRows(doc, cards), previous)
  return { edit, layout }
}

describe('layout of the board', () => {
  test('cards lie in their cell in order, binned ones nowhere', () => {
    const { edit, layout } = board()
    const stage = edit(addStage, { name: 'Look around' })
    const second = edit(addCard, { stageId: stage, lane: 'question', text: 'b' })
    const first = edit(addCard, { stageId: stage, lane: 'question', text: 'a', index: 0 })
    const gone = edit(addCard, { stageId: stage, lane: 'question', text: 'c' })
    edit(binCard, { id: gone })
    expect(cardIdsIn(layout(), stage, 'question')).toEqual([first, second])
    expect(findCard(layout(), second)).toEqual({ stageId: stage, lane: 'question', index: 1 })
    expect(findCard(layout(), gone)).toBeNull()
  })

  test('[BD-2c] cards of a deleted stage lie in the unplaced column, not in nothing', () => {
    const { edit, layout } = board()
    const stage = edit(addStage, { name: 'Look around' })
    const card = edit(addCard, { stageId: stage, lane: 'answer', text: 'a' })
    edit(binStage, { id: stage })
    expect(layout().stageIds).toEqual([UNPLACED])
    expect(cardIdsIn(layout(), UNPLACED, 'answer')).toEqual([card])
  })

  test('[R075] the lane of desires is on show only when somebody filled it', () => {
    const { edit, layout } = board()
    const stage = edit(addStage, { name: 'Look around' })
    expect(layout().lanes).not.toContain('desire')
    edit(addCard, { stageId: stage, lane: 'desire', text: 'Sleep on Sundays' })
    expect(layout().lanes[0]).toBe('desire')
  })

  test('[R075] it is on show for somebody who is about to fill it', () => {
    expect(layOut([], [], emptyLayout, true).lanes[0]).toBe('desire')
  })

  test('a change of words leaves the layout the very same object', () => {
    const { edit, layout } = board()
    const stage = edit(addStage, { name: 'Look around' })
    const card = edit(addCard, { stageId: stage, lane: 'question', text: 'a' })
    const before = layout()
    edit(changeCard, { id: card, changes: { text: 'b' } })
    expect(layout(before)).toBe(before)
  })

  test('a move changes the two cells it touches and no other', () => {
    const { edit, layout } = board()
    const stage = edit(addStage, { name: 'Look around' })
    const card = edit(addCard, { stageId: stage, lane: 'question', text: 'a' })
    edit(addCard, { stageId: stage, lane: 'tool', text: 'b' })
    const before = layout()
    edit(moveCard, { id: card, stageId: stage, lane: 'concern', index: 0 })
    const after = layout(before)
    expect(after.cells.get(cellKey(stage, 'tool'))).toBe(before.cells.get(cellKey(stage, 'tool')))
    expect(cardIdsIn(after, stage, 'question')).toEqual([])
    expect(cardIdsIn(after, stage, 'concern')).toEqual([card])
  })

  test('[P4] after any edits every live card is in exactly one cell', () => {
    const anyLane = fc.constantFrom<Lane>(...lanes)
    const step = fc.tuple(
      fc.constantFrom('add', 'move', 'bin', 'stage', 'unstage'),
      anyLane,
      fc.nat(7),
      fc.nat(7),
    )
    void fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { edit, layout } = board()
        const stageIds = [edit(addStage, { name: 'one' })]
        const live = new Set<string>()
        let shown = layout()
        for (const [what, lane, a, b] of steps) {
          const stageId = stageIds[a % stageIds.length] ?? ''
          const cardId = [...live][b % Math.max(1, live.size)]
          if (what === 'stage') stageIds.push(edit(addStage, { name: 'more' }))
          else if (what === 'unstage') edit(binStage, { id: stageId })
          else if (what === 'add') live.add(edit(addCard, { stageId, lane, text: 'x', index: b }))
          else if (cardId && what === 'move') edit(moveCard, { id: cardId, stageId, lane, index: b })
          else if (cardId) {
            edit(binCard, { id: cardId })
            live.delete(cardId)
          }
          shown = layout(shown)
          expect([...shown.cells.values()].flat().sort()).toEqual([...live].sort())
          expect(shown).toEqual(layout())
        }
      }),
      { numRuns: 60 },
    )
  })
})
