/**
 * What a person can do in the outline. Every act is an edit, is said, and leaves the focus on something that is there.
 * Spots: `card:q1`, `card:q1>a1` for an answer under a question, `stage:s1`, `add:s1`.
 */
import type { TFunction } from 'i18next'
import type { KeptFocus } from '#client/features/outline/use-kept-focus.ts'
import { type News, wordsOf } from '#client/features/outline/use-news.ts'
import type { LiveSession } from '#client/session/live-session.ts'
import { showToast } from '#client/ui/toast-store.ts'
import { settleWith, writtenWhile } from '#shared/board/card-edits.ts'
import {
  addCards,
  addStage,
  binCard,
  binStage,
  cardsIn,
  changeCard,
  changeStage,
  liveStages,
  moveCard,
  moveStage,
} from '#shared/board/roadmap-edits.ts'
import { type Card, cards, type Lane, type Stage, stages } from '#shared/board/schema.ts'
import type { ChangesOf } from '#shared/document/collection.ts'
import { envelope } from '#shared/record/schema.ts'

interface ActParts {
  readonly session: LiveSession
  readonly t: TFunction<['outline', 'roadmap', 'common']>
  readonly news: News
  readonly goTo: KeptFocus['goTo']
  readonly say: (text: string) => void
  /** Opens the tools of one spot, and closes all others. */
  readonly open: (spot: string | null) => void
}

export type OutlineActs = ReturnType<typeof makeOutlineActs>

export function makeOutlineActs({ session, t, news, goTo, say, open }: ActParts) {
  const allCards = () => [...session.rows(cards).getState().values()]
  const liveOnes = () => liveStages([...session.rows(stages).getState().values()])
  const edit: LiveSession['edit'] = (change, args) => news.own(() => session.edit(change, args))

  /** Offers to take back the step just made. */
  const offerUndo = (text: string) => {
    const step = session.lastStep
    showToast({
      kind: 'undo',
      text,
      action: {
        label: t('common:undo'),
        run: () =>
          say(t(news.own(() => session.undo(step)) ? 'roadmap:undo.undone' : 'roadmap:undo.nothing')),
      },
    })
  }

  const openAt = (spot: string, cardId: string | null = null) => {
    news.writesIn(cardId)
    open(spot)
    goTo(spot, 1)
  }

  const close = (spot: string) => {
    news.writesIn(null)
    open(null)
    goTo(spot)
  }

  const moveTo = (card: Card, spot: string, to: { stageId: string; lane: Lane; index: number }) => {
    const isElsewhere = to.stageId !== card.place.stageId || to.lane !== card.place.lane
    const isDone = edit(moveCard, { id: card.id, ...to })
    const moved = session.rows(cards).getState().get(card.id)
    if (!isDone || !moved) {
      say(t('roadmap:move.gone'))
      return
    }
    const cell = cardsIn(allCards(), moved.place.stageId, moved.place.lane)
    const words = wordsOf(t, session, moved)
    const index = cell.findIndex(({ id }) => id === card.id) + 1
    const lane = t(`roadmap:lanes.${card.place.lane}.one`)
    const said = { ...words, lane, index, count: cell.length, to: words.lane }
    say(t(to.lane === card.place.lane ? 'roadmap:move.moved' : 'roadmap:move.movedLane', said))
    if (!isElsewhere) return
    offerUndo(t('roadmap:move.undoable', words))
    close(spot)
  }

  return {
    openAt,
    close,
    /** Opens the tools of a card, or closes them. */
    toggle: (spot: string, isOpen: boolean, cardId: string | null = null) =>
      isOpen ? close(spot) : openAt(spot, cardId),
    change: (id: string, changes: Omit<ChangesOf<typeof cards>, 'place'>) => {
      edit(changeCard, { id, changes })
    },
    moveToEnd: (card: Card, spot: string, stageId: string, lane: Lane) =>
      moveTo(card, spot, { stageId, lane, index: cardsIn(allCards(), stageId, lane).length }),
    /** One step up or down among the cards of its cell. */
    shift: (card: Card, spot: string, step: 1 | -1) => {
      const cell = cardsIn(allCards(), card.place.stageId, card.place.lane)
      const index = cell.findIndex(({ id }) => id === card.id) + step
      if (index >= 0 && index < cell.length) {
        moveTo(card, spot, { stageId: card.place.stageId, lane: card.place.lane, index })
      }
    },
    remove: (card: Card) => {
      news.writesIn(null)
      open(null)
      edit(binCard, { id: card.id })
      offerUndo(t('roadmap:card.removed'))
    },
    /** One card a line; false when there is nothing to add. */
    addTo: (stageId: string, lane: Lane, text: string): boolean => {
      const texts = text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
      if (texts.length === 0) return false
      const stage = liveOnes().find(({ id }) => id === stageId)?.name || t('roadmap:stage.unnamed')
      const values = writtenWhile(lane, session.single(envelope).getState().openedAt === null)
      edit(addCards, { stageId, lane, texts, values })
      const one = t(`roadmap:lanes.${lane}.one`)
      say(
        texts.length === 1
          ? t('add.added', { lane: one, stage, text: texts[0] ?? '' })
          : t('add.addedMany', { count: texts.length, lane: t(`roadmap:lanes.${lane}.name`), stage }),
      )
      return true
    },
    answer: (card: Card, text: string): boolean => {
      const words = text.trim()
      if (words === '') return false
      if (edit(settleWith, { cardId: card.id, text: words }) === null) say(t('roadmap:move.gone'))
      else say(t('add.answered', { text: card.text }))
      return true
    },
    addStage: () => {
      const id = edit(addStage, { name: t('roadmap:stage.newName') })
      say(t('roadmap:stage.added'))
      openAt(`stage:${id}`)
    },
    rename: (stage: Stage, name: string) => {
      if (name.trim() !== '' && name !== stage.name)
        edit(changeStage, { id: stage.id, changes: { name: name.trim() } })
    },
    moveStage: (stage: Stage, step: 1 | -1) => {
      const all = liveOnes()
      const index = all.findIndex(({ id }) => id === stage.id) + step
      if (index < 0 || index >= all.length) return
      edit(moveStage, { id: stage.id, index })
      say(t('roadmap:stage.moved', { name: stage.name, n: index + 1, count: all.length }))
    },
    removeStage: (stage: Stage, count: number) => {
      open(null)
      edit(binStage, { id: stage.id })
      offerUndo(t('roadmap:stage.removed', { name: stage.name, count }))
    },
    /** The step before, by Ctrl or Cmd with Z; with Shift, or Y, the one after. */
    undo: (isRedo: boolean) => {
      const isDone = news.own(() => (isRedo ? session.redo() : session.undo()))
      const done = isRedo ? 'roadmap:undo.redone' : 'roadmap:undo.undone'
      const nothing = isRedo ? 'roadmap:undo.nothingRedo' : 'roadmap:undo.nothing'
      showToast({ kind: 'note', text: t(isDone ? done : nothing) })
    },
  }
}
