/** What every act on the board stands on: the layout on the page, names, the focus, and what is said aloud. */
import type { TFunction } from 'i18next'
import type { StoreApi } from 'zustand/vanilla'
import { focusElement } from '#client/features/roadmap/board-elements.ts'
import type { BoardStore } from '#client/features/roadmap/board-state.ts'
import {
  cardIdsIn,
  type FocusSpot,
  findCard,
  type Layout,
  questionsFirst,
} from '#client/features/roadmap/layout.ts'
import type { RoadmapView } from '#client/features/roadmap/roadmap-store.ts'
import type { LiveSession } from '#client/session/live-session.ts'
import type { UndoStep } from '#client/session/undo.ts'
import { UNPLACED } from '#shared/board/roadmap-edits.ts'
import { cards, type Lane, stages } from '#shared/board/schema.ts'

export interface BoardParts {
  readonly session: LiveSession
  readonly view: StoreApi<RoadmapView>
  readonly showDesire: () => void
  readonly pin: (ids: readonly string[]) => void
  readonly state: BoardStore
  readonly t: TFunction<['roadmap', 'common', 'board']>
  /** The board's content element; null while it is not on the page. */
  readonly content: () => HTMLElement | null
}

export type BoardGround = ReturnType<typeof makeBoardGround>

export function makeBoardGround({ session, view, state, t, content }: BoardParts) {
  /** As it is on the page: narrowed by the filter, and a phone has its own order of lanes. */
  const layout = (): Layout => {
    const shown = view.getState().layout
    return state.getState().shownStage === null ? shown : { ...shown, lanes: questionsFirst(shown.lanes) }
  }
  const whole = (): Layout => view.getState().whole
  const card = (id: string) => session.rows(cards).getState().get(id)
  const textOf = (id: string) => card(id)?.text || t('card.empty')
  const stageName = (id: string) =>
    id === UNPLACED
      ? t('stage.unplaced')
      : session.rows(stages).getState().get(id)?.name || t('stage.unnamed')
  const laneOne = (lane: Lane) => t(`lanes.${lane}.one`)

  const say = (text: string) => state.setState(({ said }) => ({ said: { text, nth: said.nth + 1 } }))

  const focusAt = (spot: FocusSpot) => {
    const id = spot.row === 'head' ? undefined : cardIdsIn(layout(), spot.stageId, spot.row)[spot.index]
    state.setState(({ shownStage }) => ({
      focus: spot,
      focusCardId: id ?? null,
      shownStage: shownStage === null ? null : spot.stageId,
    }))
    const element = focusElement(content(), layout(), spot)
    element?.focus()
    state.setState({ isFocusOwed: document.activeElement !== element || !element })
  }

  const focusCard = (id: string) => {
    const found = findCard(layout(), id)
    if (found) focusAt({ stageId: found.stageId, row: found.lane, index: found.index })
  }

  /** Takes back that one step of one's own and says so; what somebody else has changed since stays (HI-1b). */
  const takeBack = (step: UndoStep | null, cardId: string | null) => {
    noteOwnAct(cardId)
    const isDone = session.undo(step)
    if (isDone && cardId !== null) focusCard(cardId)
    say(isDone ? t('undo.undone') : t('undo.notClean'))
  }

  /** The card this person just moved or deleted: that its place changed is no news. */
  let ownAct: string | null = null
  const noteOwnAct = (id: string | null) => {
    ownAct = id
  }

  return {
    layout,
    whole,
    card,
    textOf,
    stageName,
    laneOne,
    say,
    focusAt,
    focusCard,
    noteOwnAct,
    takeBack,
    isOwnAct: (id: string) => ownAct === id,
  }
}
