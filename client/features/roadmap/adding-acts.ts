/** Adding cards: where the field for them opens, what becomes of what is typed there, and where it goes next. */
import type { BoardGround, BoardParts } from '#client/features/roadmap/board-ground.ts'
import { cardIdsIn, type Spot } from '#client/features/roadmap/layout.ts'
import { addCard, addCards, UNPLACED } from '#shared/board/roadmap-edits.ts'
import type { Lane } from '#shared/board/schema.ts'

export function makeAddingActs({ session, state, showDesire }: BoardParts, { layout, focusAt }: BoardGround) {
  const countIn = (stageId: string, lane: Lane) => cardIdsIn(layout(), stageId, lane).length

  /** Where `N` adds: after the focused card, else in the focused cell, else among the first stage's questions. */
  const addingSpot = (): Spot | null => {
    const { focus, focusCardId, shownStage } = state.getState()
    const stageIds = layout().stageIds.filter((id) => id !== UNPLACED)
    const isShown = (id: string) => stageIds.includes(id) && (shownStage === null || shownStage === id)
    if (focus && isShown(focus.stageId)) {
      const lane = focus.row === 'head' ? 'question' : focus.row
      const index = focusCardId === null ? countIn(focus.stageId, lane) : focus.index + 1
      return { stageId: focus.stageId, lane, index }
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
      if (index >= countIn(stageId, lane)) session.edit(addCards, { stageId, lane, texts: lines })
      else {
        for (const [i, line] of lines.entries()) {
          session.edit(addCard, { stageId, lane, text: line, index: index + i })
        }
      }
      state.setState({ adding: { stageId, lane, index: index + lines.length } })
    },

    stopAdding: () => {
      const { adding } = state.getState()
      if (!adding) return
      state.setState({ adding: null })
      const { stageId, lane, index } = adding
      focusAt({ stageId, row: lane, index: Math.max(0, Math.min(index, countIn(stageId, lane)) - 1) })
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
