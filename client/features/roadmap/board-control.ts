/**
 * What a person can do on the board, for pointer, keys and menus alike: one function an act, so that every way leads
 * to the same edit, the same words and the same place for the focus.
 */
import type { TFunction } from 'i18next'
import type { StoreApi } from 'zustand/vanilla'
import { cardElement, focusElement, type Landing, markOf } from '#client/features/roadmap/board-elements.ts'
import type { BoardStore, PanelPart } from '#client/features/roadmap/board-state.ts'
import { type Direction, moveFocus, moveLifted, moveToEdge } from '#client/features/roadmap/grid-moves.ts'
import {
  cardIdsIn,
  type FocusSpot,
  findCard,
  type Layout,
  questionsFirst,
  type Spot,
} from '#client/features/roadmap/layout.ts'
import type { RoadmapView } from '#client/features/roadmap/roadmap-store.ts'
import type { LiveSession } from '#client/session/live-session.ts'
import { showToast } from '#client/ui/toast-store.ts'
import { addCard, addCards, binCard, moveCard, restoreCard, UNPLACED } from '#shared/board/roadmap-edits.ts'
import { cards, type Lane, stages } from '#shared/board/schema.ts'

export interface BoardParts {
  readonly session: LiveSession
  readonly view: StoreApi<RoadmapView>
  readonly state: BoardStore
  readonly t: TFunction<['roadmap', 'common']>
  /** The board's content element; null while it is not on the page. */
  readonly content: () => HTMLElement | null
}

export type BoardControl = ReturnType<typeof makeBoardControl>

export function makeBoardControl({ session, view, state, t, content }: BoardParts) {
  /** As it is on the page: a phone has its own order of lanes. */
  const layout = (): Layout => {
    const whole = view.getState().layout
    return state.getState().shownStage === null ? whole : { ...whole, lanes: questionsFirst(whole.lanes) }
  }
  const card = (id: string) => session.rows(cards).getState().get(id)
  const textOf = (id: string) => card(id)?.text || t('card.empty')
  const stageName = (id: string) =>
    id === UNPLACED
      ? t('stage.unplaced')
      : session.rows(stages).getState().get(id)?.name || t('stage.unnamed')
  const laneOne = (lane: Lane) => t(`lanes.${lane}.one`)

  const say = (text: string) => state.setState(({ said }) => ({ said: { text, nth: said.nth + 1 } }))

  /** The card this person just moved or deleted: that its place changed is no news. */
  let ownAct: string | null = null

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

  /** Where `N` adds: after the focused card, else in the focused cell, else among the first stage's questions. */
  const addingSpot = (): Spot | null => {
    const { focus, focusCardId, shownStage } = state.getState()
    const stageId = shownStage ?? layout().stageIds.find((id) => id !== UNPLACED)
    if (focus && focus.stageId !== UNPLACED && layout().stageIds.includes(focus.stageId)) {
      const lane = focus.row === 'head' ? 'question' : focus.row
      const index = focusCardId === null ? Number.POSITIVE_INFINITY : focus.index + 1
      if (shownStage === null || shownStage === focus.stageId)
        return { stageId: focus.stageId, lane, index: slotsIn(focus.stageId, lane, index) }
    }
    return stageId === undefined || stageId === UNPLACED
      ? null
      : { stageId, lane: 'question', index: slotsIn(stageId, 'question', Number.POSITIVE_INFINITY) }
  }
  const slotsIn = (stageId: string, lane: Lane, index: number) =>
    Math.min(index, cardIdsIn(layout(), stageId, lane).length)

  const startAdding = (spot: Spot | null = addingSpot()) => {
    if (spot && session.mayEditBoard) state.setState({ adding: spot, editing: null })
  }

  /** Adds what was typed at the open field, one card a line, and moves the field behind it. */
  const addHere = (text: string) => {
    const { adding } = state.getState()
    const lines = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    if (!adding || lines.length === 0) return
    const { stageId, lane, index } = adding
    const isAtEnd = index >= cardIdsIn(layout(), stageId, lane).length
    if (isAtEnd) session.edit(addCards, { stageId, lane, texts: lines })
    else
      for (const [i, line] of lines.entries())
        session.edit(addCard, { stageId, lane, text: line, index: index + i })
    state.setState({ adding: { stageId, lane, index: index + lines.length } })
  }

  const stopAdding = () => {
    const { adding } = state.getState()
    if (!adding) return
    state.setState({ adding: null })
    const { stageId, lane, index } = adding
    focusAt({ stageId, row: lane, index: Math.max(0, index - 1) })
  }

  /** Moves the field for new cards to the next or previous lane; false when there is none. */
  const nextLane = (step: 1 | -1): boolean => {
    const { adding } = state.getState()
    const lane = adding && layout().lanes[layout().lanes.indexOf(adding.lane) + step]
    if (!adding || !lane) return false
    startAdding({ stageId: adding.stageId, lane, index: cardIdsIn(layout(), adding.stageId, lane).length })
    return true
  }

  const lift = (id: string) => {
    const found = findCard(layout(), id)
    if (!found || !session.mayEditBoard) return
    const root = content()
    state.setState({
      lifted: { cardId: id, by: 'keys', to: found, mark: root && markOf(root, id, found) },
      editing: null,
      adding: null,
    })
    say(t('move.lifted', { lane: laneOne(found.lane).toLowerCase(), text: textOf(id) }))
  }

  /** Called at every move of the pointer; what it is over changes far less often. */
  const hover = (cardId: string, landing: Landing | null) => {
    const { lifted } = state.getState()
    const next = { to: landing?.to ?? null, mark: landing?.mark ?? null }
    if (lifted?.cardId === cardId && isSame(lifted.to, next.to) && isSame(lifted.mark, next.mark)) return
    state.setState({ lifted: { cardId, by: 'pointer', ...next } })
  }

  const moveLift = (direction: Direction) => {
    const { lifted } = state.getState()
    if (!lifted?.to) return
    const to = moveLifted(layout(), lifted.cardId, lifted.to, direction)
    const root = content()
    state.setState({ lifted: { ...lifted, to, mark: root && markOf(root, lifted.cardId, to) } })
    say(
      t('move.over', {
        stage: stageName(to.stageId),
        lane: t(`lanes.${to.lane}.name`),
        ...slotOf(to, lifted.cardId),
      }),
    )
  }

  const slotOf = (to: Spot, cardId: string) => {
    const others = cardIdsIn(layout(), to.stageId, to.lane).filter((id) => id !== cardId).length
    return { index: Math.min(to.index, others) + 1, count: others + 1 }
  }

  const drop = () => {
    const { lifted } = state.getState()
    if (!lifted) return
    state.setState({ lifted: null })
    if (lifted.to) moveTo(lifted.cardId, lifted.to)
  }

  const cancelLift = () => {
    const { lifted } = state.getState()
    if (!lifted) return
    state.setState({ lifted: null })
    const lane = card(lifted.cardId)?.place.lane
    if (lane) say(t('move.back', { lane: laneOne(lane), text: textOf(lifted.cardId) }))
  }

  /** Puts a card at a slot, says where it is now, keeps the focus on it and offers to take it back. */
  const moveTo = (id: string, to: Spot) => {
    const from = findCard(layout(), id)
    const text = textOf(id)
    if (!from) {
      say(t('move.gone'))
      return
    }
    if (from.stageId === to.stageId && from.lane === to.lane && from.index === to.index) {
      say(t('move.back', { lane: laneOne(from.lane), text }))
      return
    }
    ownAct = id
    session.edit(moveCard, { id, ...to })
    focusCard(id)
    const words = { lane: laneOne(from.lane), text, stage: stageName(to.stageId), ...slotOf(to, id) }
    say(
      from.lane === to.lane
        ? t('move.moved', words)
        : t('move.movedLane', { ...words, to: t(`lanes.${to.lane}.name`) }),
    )
    if (from.stageId !== to.stageId || from.lane !== to.lane) {
      showToast({
        kind: 'undo',
        text: t('move.undoable', { stage: stageName(to.stageId) }),
        action: { label: t('common:undo'), run: () => putBack(id, from) },
      })
    }
  }

  const putBack = (id: string, { stageId, lane, index }: Spot) => {
    ownAct = id
    session.edit(moveCard, { id, stageId, lane, index })
    focusCard(id)
    say(t('undo.undone'))
  }

  const remove = (id: string) => {
    if (!session.mayEditBoard) return
    ownAct = id
    state.setState(({ panel }) => ({ panel: null, isFocusOwed: panel !== null }))
    session.edit(binCard, { id })
    showToast({
      kind: 'undo',
      text: t('card.removed'),
      action: {
        label: t('common:undo'),
        run: () => {
          session.edit(restoreCard, { id })
          focusCard(id)
        },
      },
    })
  }

  const undo = () => {
    ownAct = state.getState().focusCardId
    say(session.undo() ? t('undo.undone') : t('undo.nothing'))
  }
  const redo = () => {
    ownAct = state.getState().focusCardId
    say(session.redo() ? t('undo.redone') : t('undo.nothingRedo'))
  }

  return {
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
    startAdding,
    addHere,
    stopAdding,
    leaveAdding: () => state.setState({ adding: null }),
    nextLane,
    lift,
    hover,
    moveLift,
    drop,
    cancelLift,
    moveTo,
    remove,
    openPanel: (cardId: string, part: PanelPart = 'text') =>
      state.setState({ panel: { cardId, part }, editing: null }),
    closePanel: () => {
      const { panel } = state.getState()
      if (panel) focusCard(panel.cardId)
      state.setState({ panel: null, isFocusOwed: true })
    },
    stageName,
    textOf,
    isOwnAct: (id: string) => ownAct === id,
    forgetOwnAct: () => {
      ownAct = null
    },
    undo,
    redo,
  }
}

const isSame = (a: object | null, b: object | null) => JSON.stringify(a) === JSON.stringify(b)
