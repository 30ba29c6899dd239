/**
 * Adding cards: where the field for them opens, what becomes of what is typed there, and where it goes next. Slots here
 * count in the whole cell, also while a filter shows only some of its cards.
 */
import type { BoardGround, BoardParts } from '#client/features/roadmap/board-ground.ts'
import { cardIdsIn, findCard, type Spot } from '#client/features/roadmap/layout.ts'
import { writtenWhile } from '#shared/board/card-edits.ts'
import { addCards, UNPLACED } from '#shared/board/roadmap-edits.ts'
import type { Lane } from '#shared/board/schema.ts'
import { envelope } from '#shared/record/schema.ts'

export function makeAddingActs({ session, state, showDesire, pin }: BoardParts, ground: BoardGround) {
  const { layout, whole, focusAt, focusCard } = ground
  const countIn = (stageId: string, lane: Lane) => cardIdsIn(whole(), stageId, lane).length

  /** Where `N` adds: after the focused card, else in the focused cell, else among the first stage's questions. */
  const addingSpot = (): Spot | null => {
    const { focus, focusCardId, shownStage } = state.getState()
    const stageIds = layout().stageIds.filter((id) => id !== UNPLACED)
    const isShown = (id: string) => stageIds.includes(id) && (shownStage === null || shownStage === id)
    if (focus && isShown(focus.stageId)) {
      const lane = focus.row === 'head' ? 'question' : focus.row
      const at = focusCardId === null ? null : findCard(whole(), focusCardId)
      return { stageId: focus.stageId, lane, index: at ? at.index + 1 : countIn(focus.stageId, lane) }
    }
    const stageId = stageIds.find(isShown)
    return stageId === undefined ? null : { stageId, lane: 'question', index: countIn(stageId, 'question') }
  }

  const startAdding = (spot: Spot | null = addingSpot()) => {
    if (!spot || !session.mayEditBoard) return
    if (spot.lane === 'desire') showDesire()
    const index = Math.min(spot.index, countIn(spot.stageId, spot.lane))
    state.setState({ adding: { ...spot, index }, editing: null })
  }

  return {
    startAdding,

    /** Adds what was typed at the open field, one card a line, and moves the field behind it. */
    addHere: (text: string) => {
      const { adding } = state.getState()
      const lines = text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
      if (!adding || lines.length === 0) return
      const { stageId, lane, index } = adding
      const values = writtenWhile(lane, session.single(envelope).getState().openedAt === null)
      pin(session.edit(addCards, { stageId, lane, texts: lines, index, values }))
      state.setState({ adding: { stageId, lane, index: index + lines.length } })
    },

    stopAdding: () => {
      const { adding } = state.getState()
      if (!adding) return
      state.setState({ adding: null })
      const { stageId, lane, index } = adding
      const ids = cardIdsIn(whole(), stageId, lane)
      const last = ids[Math.min(index, ids.length) - 1]
      if (last !== undefined && findCard(layout(), last)) focusCard(last)
      else focusAt({ stageId, row: lane, index: 0 })
    },

    /** Closes the field without taking the focus from where it went. */
    leaveAdding: () => state.setState({ adding: null }),

    /** Moves the field to the next or previous lane; false when there is none. */
    nextLane: (step: 1 | -1): boolean => {
      const { adding } = state.getState()
      const lane = adding && layout().lanes[layout().lanes.indexOf(adding.lane) + step]
      if (!adding || !lane) return false
      startAdding({ stageId: adding.stageId, lane, index: countIn(adding.stageId, lane) })
      return true
    },
  }
}
