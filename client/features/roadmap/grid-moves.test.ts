import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  afterLoss,
  type Direction,
  moveFocus,
  moveLifted,
  moveToEdge,
} from '#client/features/roadmap/grid-moves.ts'
import {
  cardIdsIn,
  cellKey,
  type FocusSpot,
  type Layout,
  type Row,
  type Spot,
} from '#client/features/roadmap/layout.ts'
import { UNPLACED } from '#shared/board/roadmap-edits.ts'
import type { Lane } from '#shared/board/schema.ts'

const lanes: readonly Lane[] = ['question', 'answer']
const layout: Layout = {
  stageIds: ['one', 'two', UNPLACED],
  lanes,
  cells: new Map([
    [cellKey('one', 'question'), ['a', 'b', 'c']],
    [cellKey('two', 'answer'), ['d']],
    [cellKey(UNPLACED, 'question'), ['e', 'f']],
  ]),
}
const at = (stageId: string, lane: Lane, index: number): Spot => ({ stageId, lane, index })
const on = (stageId: string, row: Row, index: number): FocusSpot => ({ stageId, row, index })

const anyLayout = fc.array(fc.nat(3), { minLength: 8, maxLength: 8 }).map((counts): Layout => {
  const stageIds = ['s0', 's1', 's2', 's3']
  const cells = new Map<ReturnType<typeof cellKey>, string[]>()
  for (const [i, count] of counts.entries()) {
    const key = cellKey(stageIds[i % 4] ?? '', lanes[i < 4 ? 0 : 1] ?? 'question')
    if (count > 0)
      cells.set(
        key,
        Array.from({ length: count }, (_, n) => `${key}${n}`),
      )
  }
  return { stageIds, lanes, cells }
})
const direction = fc.constantFrom<Direction>('up', 'down', 'left', 'right')

describe('[KB-1a] moving the focus', () => {
  test('down walks the cards of a cell, then the next lane', () => {
    expect(moveFocus(layout, on('one', 'question', 0), 'down')).toEqual(on('one', 'question', 1))
    expect(moveFocus(layout, on('one', 'question', 2), 'down')).toEqual(on('one', 'answer', 0))
    expect(moveFocus(layout, on('one', 'answer', 0), 'down')).toEqual(on('one', 'answer', 0))
  })

  test('up enters a cell at its last card', () => {
    expect(moveFocus(layout, on('one', 'answer', 0), 'up')).toEqual(on('one', 'question', 2))
    expect(moveFocus(layout, on('one', 'question', 0), 'up')).toEqual(on('one', 'head', 0))
    expect(moveFocus(layout, on('one', 'head', 0), 'up')).toEqual(on('one', 'head', 0))
    expect(moveFocus(layout, on('one', 'head', 0), 'down')).toEqual(on('one', 'question', 0))
  })

  test('left and right keep the row as far as there are cards', () => {
    expect(moveFocus(layout, on('one', 'question', 2), 'right')).toEqual(on('two', 'question', 0))
    expect(moveFocus(layout, on('one', 'question', 1), 'left')).toEqual(on('one', 'question', 1))
    expect(moveToEdge(layout, on('one', 'question', 2), 'last')).toEqual(on(UNPLACED, 'question', 1))
  })

  test('the focus always stands on a card, or on a cell that has none', () => {
    void fc.assert(
      fc.property(anyLayout, fc.array(direction, { maxLength: 30 }), (any, steps) => {
        let spot = on('s0', 'question', 0)
        for (const step of steps) {
          spot = moveFocus(any, spot, step)
          const count = cardIdsIn(any, spot.stageId, spot.row).length
          expect(any.stageIds).toContain(spot.stageId)
          expect(['head', ...any.lanes]).toContain(spot.row)
          expect(spot.index).toBeGreaterThanOrEqual(0)
          expect(spot.index).toBeLessThanOrEqual(Math.max(0, count - 1))
        }
      }),
    )
  })

  test('every cell can be reached by arrows', () => {
    void fc.assert(
      fc.property(anyLayout, (any) => {
        const seen = new Set<string>()
        const queue = [on('s0', 'question', 0)]
        while (queue.length > 0) {
          const spot = queue.pop() as FocusSpot
          const name = JSON.stringify(spot)
          if (seen.has(name)) continue
          seen.add(name)
          for (const step of ['up', 'down', 'left', 'right'] as const) queue.push(moveFocus(any, spot, step))
        }
        for (const stageId of any.stageIds)
          for (const lane of any.lanes)
            for (let index = 0; index < Math.max(1, cardIdsIn(any, stageId, lane).length); index++)
              expect(seen).toContain(JSON.stringify(on(stageId, lane, index)))
      }),
      { numRuns: 30 },
    )
  })
})

describe('[BD-2a] moving a lifted card', () => {
  test('slots count without the card, so its own cell has one for each of its cards', () => {
    expect(moveLifted(layout, 'a', at('one', 'question', 0), 'down')).toEqual(at('one', 'question', 1))
    expect(moveLifted(layout, 'a', at('one', 'question', 2), 'down')).toEqual(at('one', 'answer', 0))
    expect(moveLifted(layout, 'd', at('two', 'answer', 0), 'up')).toEqual(at('two', 'question', 0))
  })

  test('right from the last stage stays, nothing is put into the unplaced column', () => {
    expect(moveLifted(layout, 'd', at('two', 'answer', 0), 'right')).toEqual(at('two', 'answer', 0))
    expect(moveLifted(layout, 'e', at(UNPLACED, 'question', 0), 'left')).toEqual(at('two', 'question', 0))
  })

  test('across stages the slot may be after the last card', () => {
    expect(moveLifted(layout, 'x', at('one', 'answer', 1), 'right')).toEqual(at('two', 'answer', 1))
  })
})

describe('[AX-4a] after the focused card is gone', () => {
  test('the card that took its slot has the focus, else the one above, else the cell', () => {
    expect(afterLoss(layout, on('one', 'question', 1))).toEqual(on('one', 'question', 1))
    expect(afterLoss(layout, on('one', 'question', 3))).toEqual(on('one', 'question', 2))
    expect(afterLoss(layout, on('one', 'answer', 0))).toEqual(on('one', 'answer', 0))
  })

  test('if the stage went too, the first stage has it; on an empty board nothing', () => {
    expect(afterLoss(layout, on('gone', 'answer', 4))).toEqual(on('one', 'answer', 0))
    expect(afterLoss({ ...layout, stageIds: [] }, on('gone', 'answer', 4))).toBeNull()
  })
})
