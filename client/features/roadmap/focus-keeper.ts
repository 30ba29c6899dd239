/**
 * Keeps the focus through changes by others (AX-4a): a card that moved keeps it, a card that was deleted gives it to
 * the next one, and either is said once. The focus never falls to the page's body.
 */

import type { BoardControl } from '#client/features/roadmap/board-control.ts'
import { focusElement } from '#client/features/roadmap/board-elements.ts'
import type { BoardParts } from '#client/features/roadmap/board-ground.ts'
import { afterLoss } from '#client/features/roadmap/grid-moves.ts'
import { cardIdsIn, type FocusSpot, findCard, type Layout } from '#client/features/roadmap/layout.ts'

export interface FocusKeeper {
  /** To be called whenever the page shows another layout. */
  afterLayout(): void
  /** Gives the focus that is owed, once nothing is in its way. */
  settle(): void
  gained(): void
  lost(target: EventTarget, next: EventTarget | null): void
}

export function makeFocusKeeper({ view, state, t, content }: BoardParts, control: BoardControl): FocusKeeper {
  const layout = () => view.getState().layout

  /** The focus is promised, or went with the element that had it; a field that opens takes it by itself. */
  const isFocusGone = () => {
    if (state.getState().isFocusOwed) return true
    const active = document.activeElement
    return state.getState().hasFocus && (active === null || active === document.body)
  }

  const dropWhatIsGone = () => {
    const { lifted, editing, panel } = state.getState()
    const isGone = (id: string | undefined | null) =>
      typeof id === 'string' && !findCard(view.getState().whole, id)
    if (lifted && isGone(lifted.cardId)) {
      state.setState({ lifted: null })
      control.say(t('move.gone'))
    }
    if (isGone(editing)) {
      state.setState({ editing: null })
      control.say(t('card.lostEdit'))
    }
    if (isGone(panel?.cardId)) {
      state.setState({ panel: null })
      state.setState({ hasFocus: true })
    }
  }

  const follow = (id: string, before: FocusSpot, now: FocusSpot) => {
    if (before.stageId !== now.stageId || before.row !== now.row || before.index !== now.index) {
      state.setState({ focus: now })
    }
    const isElsewhere = before.stageId !== now.stageId || before.row !== now.row
    if (isElsewhere && state.getState().hasFocus && !control.isOwnAct(id) && now.row !== 'head') {
      control.say(
        t('card.lostMoved', { stage: control.stageName(now.stageId), lane: t(`lanes.${now.row}.name`) }),
      )
    }
    if (isFocusGone() && state.getState().editing !== id) focusElement(content(), layout(), now)?.focus()
  }

  const leave = (id: string | null, before: FocusSpot) => {
    const next = afterLoss(layout(), before)
    const nextId =
      next && next.row !== 'head' ? (cardIdsIn(layout(), next.stageId, next.row)[next.index] ?? null) : null
    state.setState({ focus: next, focusCardId: nextId })
    if ((!state.getState().hasFocus && !state.getState().isFocusOwed) || !next) return
    // The first card of a cell comes while the field for the next one is being typed in: that keeps the focus.
    const isTyping = state.getState().adding !== null
    if (isFocusGone() || (nextId !== null && !isTyping)) focusElement(content(), layout(), next)?.focus()
    if (id === null || control.isOwnAct(id)) return
    control.say(nextId === null ? t('card.lostAll') : t('card.lostFocus', { now: control.textOf(nextId) }))
  }

  return {
    afterLayout() {
      dropWhatIsGone()
      const { focus, focusCardId } = state.getState()
      if (!focus) {
        state.setState(firstStop(layout()))
      } else if (focusCardId !== null) {
        const found = findCard(layout(), focusCardId)
        if (found) follow(focusCardId, focus, { stageId: found.stageId, row: found.lane, index: found.index })
        else leave(focusCardId, focus)
      } else if (
        !layout().stageIds.includes(focus.stageId) ||
        cardIdsIn(layout(), focus.stageId, focus.row).length > 0
      ) {
        leave(null, focus)
      } else if (isFocusGone() && !state.getState().adding) {
        focusElement(content(), layout(), focus)?.focus()
      }
      state.setState({ isFocusOwed: false })
      control.forgetOwnAct()
    },
    settle() {
      const { focus, isFocusOwed } = state.getState()
      if (!focus || !isFocusOwed) return
      focusElement(content(), layout(), focus)?.focus()
      state.setState({ isFocusOwed: false })
    },
    gained() {
      state.setState({ hasFocus: true })
    },
    lost(target, next) {
      if (next instanceof Node && content()?.contains(next)) return
      // An element taken from the page loses the focus too; it is asked again when that is done.
      queueMicrotask(() => {
        const isStillThere = target instanceof Node && target.isConnected
        if (isStillThere && !content()?.contains(document.activeElement)) state.setState({ hasFocus: false })
      })
    },
  }
}

function firstStop(layout: Layout) {
  const [stageId] = layout.stageIds
  const [row] = layout.lanes
  if (stageId === undefined || !row) return { focus: null, focusCardId: null }
  return { focus: { stageId, row, index: 0 }, focusCardId: cardIdsIn(layout, stageId, row)[0] ?? null }
}
