/**
 * Several cards in hand: chosen by click or keys, then moved, tagged or deleted together, in one step of undo. What
 * others deleted meanwhile is passed over.
 */
import type { BoardGround, BoardParts } from '#client/features/roadmap/board-ground.ts'
import { cardIdsIn, findCard } from '#client/features/roadmap/layout.ts'
import { showToast } from '#client/ui/toast-store.ts'
import { binCards, changeCards, moveCards } from '#shared/board/card-group-edits.ts'
import type { cards, Lane } from '#shared/board/schema.ts'
import type { ChangesOf } from '#shared/document/collection.ts'

export type SelectingActs = ReturnType<typeof makeSelectingActs>

export function makeSelectingActs({ session, state, t, pin }: BoardParts, ground: BoardGround) {
  const { layout, card, stageName, say, focusCard, noteOwnAct, takeBack } = ground

  /** Chosen cards that are still on the board, in the order in which they were chosen. */
  const chosen = (): string[] =>
    [...state.getState().selected].filter((id) => {
      const row = card(id)
      return row !== undefined && row.binned === null
    })

  const choose = (ids: readonly string[]) => {
    if (!session.mayEditBoard) return
    state.setState({ selected: new Set(ids), editing: null, adding: null })
    say(t('board:selection.count', { count: ids.length }))
  }

  const toggle = (id: string) => {
    const { selected } = state.getState()
    choose(selected.has(id) ? [...selected].filter((one) => one !== id) : [...selected, id])
  }

  /** Everything between the card chosen last and this one, if they lie in one cell. */
  const extendTo = (id: string) => {
    const { selected, focusCardId } = state.getState()
    const anchor = [...selected].at(-1) ?? focusCardId
    const [from, to] = [anchor === null ? null : findCard(layout(), anchor), findCard(layout(), id)]
    if (!from || !to || from.stageId !== to.stageId || from.lane !== to.lane) {
      choose([...selected, id])
      return
    }
    const cell = cardIdsIn(layout(), to.stageId, to.lane)
    const between = cell.slice(Math.min(from.index, to.index), Math.max(from.index, to.index) + 1)
    choose([...new Set([...selected, ...(from.index <= to.index ? between : between.toReversed())])])
  }

  const clear = () => {
    if (state.getState().selected.size === 0) return
    state.setState({ selected: new Set() })
    say(t('board:selection.none'))
  }

  /** What was done to the chosen cards, with the way back. They stay on show, whatever the filter says. */
  const done = (ids: readonly string[], text: string) => {
    const step = session.lastStep
    const [first = null] = ids
    say(text)
    showToast({ kind: 'undo', text, action: { label: t('common:undo'), run: () => takeBack(step, first) } })
  }

  const moveChosen = (to: { readonly stageId: string; readonly lane?: Lane; readonly index?: number }) => {
    const ids = chosen()
    const [first = null] = ids
    noteOwnAct(state.getState().focusCardId)
    pin(ids)
    const count = session.edit(moveCards, { ids, ...to })
    state.setState({ selected: new Set() })
    if (first !== null) focusCard(first)
    done(ids, t('board:selection.moved', { count, stage: stageName(to.stageId) }))
  }

  const tagChosen = (changes: Omit<ChangesOf<typeof cards>, 'place' | 'text'>, tag: string) => {
    const ids = chosen()
    pin(ids)
    const count = session.edit(changeCards, { ids, changes })
    done(ids, t('board:selection.tagged', { count, tag }))
  }

  const removeChosen = () => {
    noteOwnAct(state.getState().focusCardId)
    const ids = session.edit(binCards, { ids: chosen() })
    state.setState({ selected: new Set() })
    done(ids, t('board:selection.removed', { count: ids.length }))
  }

  return {
    chosen,
    toggle,
    extendTo,
    chooseCell: (id: string) => {
      const found = findCard(layout(), id)
      if (found) choose(cardIdsIn(layout(), found.stageId, found.lane))
    },
    clearChosen: clear,
    moveChosen,
    tagChosen,
    removeChosen,
  }
}
