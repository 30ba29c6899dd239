/** Focus and keys of a board's content, wide or on a phone. Keys of fields, menus and buttons in it are their own. */
import { type FocusEvent, type KeyboardEvent, type MouseEvent, useLayoutEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard, useBoardState, useView } from '#client/features/roadmap/board-context.tsx'
import { cellAround } from '#client/features/roadmap/board-elements.ts'
import type { Direction } from '#client/features/roadmap/grid-moves.ts'
import { findCard, type Row } from '#client/features/roadmap/layout.ts'
import { letterKeysAreOn } from '#client/lib/letter-keys.ts'
import type { Card } from '#shared/board/schema.ts'

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

export function useBoardFocus() {
  const { state, view, control, keeper } = useBoard()
  const { t } = useTranslation('card')
  const stateWords = (status: Card['status']) => t('answer.stateNow', { state: t(`answer.states.${status}`) })
  const layout = useView((current) => current.layout)
  const shownStage = useBoardState((current) => current.shownStage)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the page shows another layout or stage
  useLayoutEffect(() => keeper.afterLayout(), [keeper, layout, shownStage])

  const onFocus = ({ target }: FocusEvent<HTMLElement>) => {
    keeper.gained()
    const card = target.closest<HTMLElement>('[data-card]')?.dataset.card
    const found = card === undefined ? null : findCard(view.getState().layout, card)
    const head = target.closest<HTMLElement>('[data-head]')?.dataset.head
    const cell = cellAround(target)
    const at = (stageId: string, row: Row, index: number) => ({ stageId, row, index })
    if (found && card !== undefined) {
      state.setState({ focus: at(found.stageId, found.lane, found.index), focusCardId: card })
    } else if (head !== undefined) {
      state.setState({ focus: at(head, 'head', 0), focusCardId: null })
    } else if (cell && target === cell.cell) {
      state.setState({ focus: at(cell.stageId, cell.lane, 0), focusCardId: null })
    }
  }

  const onBlur = ({ target, relatedTarget }: FocusEvent<HTMLElement>) => {
    keeper.lost(target, relatedTarget)
    if (state.getState().lifted?.by === 'keys') control.cancelLift()
  }

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement
    if (event.altKey || !isStop(target)) return
    const { lifted, focusCardId } = state.getState()
    const choosing = lifted === null && focusCardId !== null ? choosingKey(event, focusCardId) : null
    if (choosing) {
      event.preventDefault()
      event.stopPropagation()
      choosing()
    }
    if (event.ctrlKey || event.metaKey || choosing) return
    const { head } = target.dataset
    if (head !== undefined && event.shiftKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      event.preventDefault()
      control.moveStageBy(head, event.key === 'ArrowLeft' ? -1 : 1)
      return
    }
    const run = lifted?.by === 'keys' ? liftedKey(event.key) : stopKey(event.key, focusCardId, target)
    if (!run) return
    event.preventDefault()
    event.stopPropagation()
    run()
  }

  /** Shift with space or an arrow chooses, Ctrl or Cmd with A the whole cell; what is chosen is dealt with as one. */
  const choosingKey = (event: KeyboardEvent<HTMLElement>, cardId: string): (() => void) | null => {
    const { key, shiftKey } = event
    if (event.ctrlKey || event.metaKey) {
      return key.toLowerCase() === 'a' && !shiftKey ? () => control.chooseCell(cardId) : null
    }
    if (shiftKey && key === ' ') return () => control.toggle(cardId)
    const direction = arrows[key]
    if (shiftKey && direction) return () => chooseOn(cardId, direction)
    const { selected } = state.getState()
    if (selected.size === 0) return null
    if (key === 'Escape') return control.clearChosen
    if (!selected.has(cardId)) return null
    if (key === 'Delete' || key === 'Backspace') return control.removeChosen
    if (key.toLowerCase() === 'm' && letterKeysAreOn()) return focusMoveChosen
    return null
  }

  const chooseOn = (cardId: string, direction: Direction) => {
    if (!state.getState().selected.has(cardId)) control.toggle(cardId)
    control.step(direction)
    const next = state.getState().focusCardId
    if (next !== null && next !== cardId) control.extendTo(next)
  }

  const liftedKey = (key: string): (() => void) | null => {
    const direction = arrows[key]
    if (direction) return () => control.moveLift(direction)
    if (key === ' ' || key === 'Enter') return control.drop
    if (key === 'Escape') return control.cancelLift
    return () => {}
  }

  const stopKey = (key: string, cardId: string | null, target: HTMLElement): (() => void) | null => {
    const direction = arrows[key]
    if (direction) return () => control.step(direction)
    if (key === 'Home') return () => control.toEdge('first')
    if (key === 'End') return () => control.toEdge('last')
    if (key.toLowerCase() === 'n' && letterKeysAreOn()) return () => control.startAdding()
    if (cardId === null) {
      return (key === 'Enter' || key === 'F2') && target.dataset.cell !== undefined
        ? () => control.startAdding()
        : null
    }
    if (key === 'Enter' || key === 'F2') return () => control.edit(cardId)
    if (key === ' ') return () => control.lift(cardId)
    if (key === 'Delete' || key === 'Backspace') return () => control.remove(cardId)
    if (!letterKeysAreOn()) return null
    if (key.toLowerCase() === 'm') return () => control.openPanel(cardId, 'move')
    if (key.toLowerCase() === 'e') return () => control.openPanel(cardId, 'evidence')
    if (key.toLowerCase() === 's') return () => control.stepState(cardId, stateWords)
    return null
  }

  const onDoubleClick = ({ target }: MouseEvent<HTMLElement>) => {
    const element = target as HTMLElement
    const cardId = element.closest<HTMLElement>('[data-card]')?.dataset.card
    const cell = cellAround(element)
    if (element.closest('button, input, textarea')) return
    if (cardId !== undefined) control.edit(cardId)
    else if (cell && cell.stageId !== '') {
      control.startAdding({ stageId: cell.stageId, lane: cell.lane, index: Number.MAX_SAFE_INTEGER })
    }
  }

  const onClick = (event: MouseEvent<HTMLElement>) => {
    const element = event.target as HTMLElement
    if (element.closest('button, input, textarea')) return
    const cardId = element.closest<HTMLElement>('[data-card]')?.dataset.card
    if (cardId !== undefined && event.shiftKey) control.extendTo(cardId)
    else if (cardId !== undefined && (event.ctrlKey || event.metaKey || isFurtherTap(event))) {
      control.toggle(cardId)
    } else control.clearChosen()
  }

  /** Once a long press has chosen a card, a finger chooses further ones by tapping. */
  const isFurtherTap = ({ nativeEvent }: MouseEvent<HTMLElement>) =>
    state.getState().selected.size > 0 && Reflect.get(nativeEvent, 'pointerType') === 'touch'

  return { onFocus, onBlur, onKeyDown, onClick, onDoubleClick }
}

const focusMoveChosen = () => document.querySelector<HTMLElement>('[data-move-chosen]')?.focus()

/** A card, an empty cell or the head of a stage: the stops of the arrow keys. */
const isStop = (target: HTMLElement) =>
  target.dataset.card !== undefined || target.dataset.cell !== undefined || target.dataset.head !== undefined
