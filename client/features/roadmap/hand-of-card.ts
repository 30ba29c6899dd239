/** What this person has to do with a card, in one value: a card asks once and is drawn again only when it changes. */
import type { BoardState } from '#client/features/roadmap/board-state.ts'

const TAB_STOP = 1
const EDITING = 2
const LIFTED = 4
const SELECTED = 8

/** A sum of the above, so that equal answers are equal. */
export function handCode(state: BoardState, id: string): number {
  const { focusCardId, editing, lifted, selected } = state
  return (
    (focusCardId === id ? TAB_STOP : 0) +
    (editing === id ? EDITING : 0) +
    (lifted !== null && isLifted(state, id) ? LIFTED : 0) +
    (selected.has(id) ? SELECTED : 0)
  )
}

/** The chosen cards go along with one of them. */
const isLifted = ({ lifted, selected }: BoardState, id: string): boolean =>
  lifted?.cardId === id || (lifted !== null && selected.has(lifted.cardId) && selected.has(id))

export const readHand = (code: number) => ({
  isTabStop: (code & TAB_STOP) !== 0,
  isEditing: (code & EDITING) !== 0,
  isLifted: (code & LIFTED) !== 0,
  isSelected: (code & SELECTED) !== 0,
})
