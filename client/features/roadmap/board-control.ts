/**
 * What a person can do on the board, for pointer, keys and menus alike: one function an act, so that every way leads
 * to the same edit, the same words and the same place for the focus.
 */
import { makeAddingActs } from '#client/features/roadmap/adding-acts.ts'
import { cardElement } from '#client/features/roadmap/board-elements.ts'
import { type BoardParts, makeBoardGround } from '#client/features/roadmap/board-ground.ts'
import { makeCardActs } from '#client/features/roadmap/card-acts.ts'
import { type Direction, moveFocus, moveToEdge } from '#client/features/roadmap/grid-moves.ts'
import { makeMovingActs } from '#client/features/roadmap/moving-acts.ts'
import { makeSelectingActs } from '#client/features/roadmap/selecting-acts.ts'
import { makeStageMoves } from '#client/features/roadmap/stage-moves.ts'
import { showToast } from '#client/ui/toast-store.ts'
import { binCard } from '#shared/board/roadmap-edits.ts'

export type BoardControl = ReturnType<typeof makeBoardControl>

export function makeBoardControl(parts: BoardParts) {
  const { session, state, t, content } = parts
  const ground = makeBoardGround(parts)
  const { layout, textOf, stageName, say, focusAt, focusCard, noteOwnAct, takeBack } = ground

  const selecting = makeSelectingActs(parts, ground)

  const remove = (id: string) => {
    if (!session.mayEditBoard) return
    noteOwnAct(id)
    state.setState(({ panel }) => ({ panel: null, isFocusOwed: panel !== null }))
    session.edit(binCard, { id })
    const step = session.lastStep
    showToast({
      kind: 'undo',
      text: t('card.removed'),
      action: { label: t('common:undo'), run: () => takeBack(step, id) },
    })
  }

  let dropNote = () => {}
  /** One note for any number of steps back; the newest says what the last one did. */
  const note = (text: string) => {
    dropNote()
    dropNote = showToast({ kind: 'note', text })
  }
  const undo = () => {
    noteOwnAct(state.getState().focusCardId)
    const hasStep = session.lastStep !== null
    note(session.undo() ? t('undo.undone') : t(hasStep ? 'undo.notClean' : 'undo.nothing'))
  }
  const redo = () => {
    noteOwnAct(state.getState().focusCardId)
    note(session.redo() ? t('undo.redone') : t('undo.nothingRedo'))
  }

  return {
    ...makeAddingActs(parts, ground),
    ...makeMovingActs(parts, ground, selecting),
    ...selecting,
    ...makeStageMoves(parts, ground),
    ...makeCardActs(parts, ground),
    say,
    focusAt,
    focusCard,
    step: (direction: Direction) => {
      const { focus } = state.getState()
      if (focus) focusAt(moveFocus(layout(), focus, direction))
    },
    toEdge: (edge: 'first' | 'last') => {
      const { focus } = state.getState()
      if (focus) focusAt(moveToEdge(layout(), focus, edge))
    },
    edit: (id: string) => {
      if (session.mayEditBoard) state.setState({ editing: id, adding: null })
    },
    stopEditing: (id: string) => {
      if (state.getState().editing !== id) return
      state.setState({ editing: null })
      cardElement(content(), id)?.focus()
    },
    /** Ends writing without taking the focus from where it went. */
    leaveEditing: (id: string) => {
      if (state.getState().editing === id) state.setState({ editing: null })
    },
    remove,
    closePanel: () => {
      const { panel } = state.getState()
      if (panel) focusCard(panel.cardId)
      state.setState({ panel: null, isFocusOwed: true })
    },
    stageName,
    textOf,
    takeBack,
    /** A filter is about to change: that the card with the focus goes is this person's doing. */
    noteFilter: () => noteOwnAct(state.getState().focusCardId),
    isOwnAct: ground.isOwnAct,
    forgetOwnAct: () => noteOwnAct(null),
    undo,
    redo,
  }
}
