import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { adviceFor, indexPast } from '#client/features/weigh/need-list.ts'
import { activeNeeds } from '#client/round/active-needs.ts'
import { addNeed, binNeed, moveNeed } from '#shared/board/scene-edits.ts'
import { needs } from '#shared/board/schema.ts'
import { readRows } from '#shared/document/collection.ts'

const statuses = ['active', 'proposed', 'parked', 'binned'] as const

function boardOf(kinds: readonly (typeof statuses)[number][]) {
  const doc = new Y.Doc()
  let ids = 0
  const context = { newId: () => `need-${ids++}`, now: () => 1, seatId: 'me' }
  for (const kind of kinds) {
    const status = kind === 'binned' ? 'active' : kind
    const id = addNeed(doc, { short: `Need ${ids}`, values: { status } }, context)
    if (kind === 'binned') binNeed(doc, { id }, context)
  }
  const rows = () => readRows(doc, needs)
  const order = () => activeNeeds(rows()).map(({ id }) => id)
  const move = (id: string, by: 1 | -1) => {
    const index = indexPast(rows(), id, by)
    if (index !== null) moveNeed(doc, { id, index }, context)
  }
  return { order, move }
}

describe('the list of needs to weigh', () => {
  test('it holds the live needs that were chosen, in the order of the board', () => {
    expect(boardOf(['active', 'parked', 'binned', 'active', 'proposed']).order()).toEqual([
      'need-0',
      'need-3',
    ])
  })

  test('moving a need passes exactly one neighbour, whatever lies between them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...statuses), { minLength: 1, maxLength: 9 }),
        fc.nat(20),
        fc.constantFrom<1 | -1>(1, -1),
        (kinds, at, by) => {
          const board = boardOf(kinds)
          const before = board.order()
          const from = before.length === 0 ? 0 : at % before.length
          const moved = before[from]
          if (moved === undefined) return
          board.move(moved, by)
          const expected = [...before]
          const neighbour = expected[from + by]
          if (neighbour !== undefined) {
            expected[from] = neighbour
            expected[from + by] = moved
          }
          expect(board.order()).toEqual(expected)
        },
      ),
    )
  })

  test('[method D3] five are advised, three to seven may be weighed', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8].map(adviceFor)).toEqual([
      'empty',
      'few',
      'few',
      'fewer',
      'fewer',
      'five',
      'more',
      'more',
      'tooMany',
    ])
  })
})
