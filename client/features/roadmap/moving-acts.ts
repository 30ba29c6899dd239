/** Moving a card by keys, pointer or form: every way ends in `moveTo`, so all are said and can be taken back alike. */
import { type Landing, markOf } from '#client/features/roadmap/board-elements.ts'
import { wholeIndex } from '#client/features/roadmap/board-filter.ts'
import type { BoardGround, BoardParts } from '#client/features/roadmap/board-ground.ts'
import { type Direction, moveLifted } from '#client/features/roadmap/grid-moves.ts'
import { cardIdsIn, findCard, type Spot } from '#client/features/roadmap/layout.ts'
import type { SelectingActs } from '#client/features/roadmap/selecting-acts.ts'
import { showToast } from '#client/ui/toast-store.ts'
import { moveCard } from '#shared/board/roadmap-edits.ts'

export function makeMovingActs(
  { session, state, t, content, pin }: BoardParts,
  ground: BoardGround,
  { moveChosen }: Pick<SelectingActs, 'moveChosen'>,
) {
  const { layout, whole, card, textOf, stageName, laneOne, say, focusCard, noteOwnAct, takeBack } = ground

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
    if (!lifted.to) return
    const { selected } = state.getState()
    if (selected.size > 1 && selected.has(lifted.cardId)) {
      moveChosen({ ...lifted.to, index: slotWithout(selected, lifted.cardId, lifted.to) })
    } else moveTo(lifted.cardId, lifted.to)
  }

  /** The slot in the whole cell, counted without any of the cards that go there. */
  const slotWithout = (going: ReadonlySet<string>, cardId: string, to: Spot): number => {
    const index = wholeIndex(whole(), layout(), cardId, to)
    const others = cardIdsIn(whole(), to.stageId, to.lane).filter((id) => id !== cardId)
    return index - others.slice(0, index).filter((id) => going.has(id)).length
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
    noteOwnAct(id)
    pin([id])
    session.edit(moveCard, { id, ...to, index: wholeIndex(whole(), layout(), id, to) })
    const step = session.lastStep
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
        action: { label: t('common:undo'), run: () => takeBack(step, id) },
      })
    }
  }

  return { lift, hover, moveLift, drop, cancelLift, moveTo }
}

const isSame = (a: object | null, b: object | null) => JSON.stringify(a) === JSON.stringify(b)
