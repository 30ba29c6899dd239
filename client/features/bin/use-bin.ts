/** What is in the bin, newest first in each kind: what it was, who threw it away, and how long it stays. */
import { useTranslation } from 'react-i18next'
import { useRows, useSession } from '#client/session/hooks.ts'
import { type BinKind, type Binned, daysLeft, isDue } from '#shared/board/bin-edits.ts'
import { actions, type Card, cards, knowledgeGaps, needs, stages } from '#shared/board/schema.ts'

export interface InBin {
  readonly kind: BinKind
  readonly id: string
  readonly words: string
  /** Where it was, or what comes back with it; empty when there is nothing to say. */
  readonly about: string
  readonly binned: Binned
  readonly daysLeft: number
  /** Put back it would lie in "Unplaced". */
  readonly isUnplaced: boolean
}

export type Bin = readonly { readonly kind: BinKind; readonly rows: readonly InBin[] }[]

interface Row {
  readonly id: string
  readonly binned: Binned | null
}

/** `now` is the server's time: what is due is as good as deleted. */
export function useBin(now: number): Bin {
  const { t } = useTranslation('bin')
  const { t: road } = useTranslation('roadmap')
  const all = {
    cards: useRows(cards),
    stages: useRows(stages),
    needs: useRows(needs),
    knowledgeGaps: useRows(knowledgeGaps),
    actions: useRows(actions),
  }
  const liveStages = new Map(all.stages.flatMap(({ id, name, binned }) => (binned ? [] : [[id, name]])))
  const stageOf = ({ place }: Card) => liveStages.get(place.stageId)
  const aboutCard = (card: Card) => {
    const lane = road(`lanes.${card.place.lane}.one`)
    const stage = stageOf(card)
    return stage === undefined
      ? t('inNoStage', { lane })
      : t('inStage', { lane, stage: stage || road('stage.unnamed') })
  }
  const aboutStage = (stageId: string) => {
    const count = all.cards.filter(({ binned, place }) => !binned && place.stageId === stageId).length
    return count > 0 ? t('stageCards', { count }) : ''
  }
  const inBin = <R extends Row>(
    kind: BinKind,
    rows: readonly R[],
    words: (row: R) => string,
    about: (row: R) => string = () => '',
    isUnplaced: (row: R) => boolean = () => false,
  ) => ({
    kind,
    rows: rows
      .flatMap((row) =>
        row.binned && !isDue(row.binned, now)
          ? [
              {
                kind,
                id: row.id,
                words: words(row).trim() || t('noWords'),
                about: about(row),
                binned: row.binned,
                daysLeft: daysLeft(row.binned, now),
                isUnplaced: isUnplaced(row),
              },
            ]
          : [],
      )
      .sort((a, b) => b.binned.at - a.binned.at || (a.id < b.id ? -1 : 1)),
  })
  const groups: readonly Bin[number][] = [
    inBin(
      'cards',
      all.cards,
      ({ text }) => text,
      aboutCard,
      (card) => stageOf(card) === undefined,
    ),
    inBin(
      'stages',
      all.stages,
      ({ name }) => name,
      ({ id }) => aboutStage(id),
    ),
    inBin('needs', all.needs, ({ short, statement }) => short || statement),
    inBin('knowledgeGaps', all.knowledgeGaps, ({ text }) => text),
    inBin('actions', all.actions, ({ title }) => title),
  ]
  return groups.filter(({ rows }) => rows.length > 0)
}

/** Putting back is for who may write to the board; deleting for good for whoever threw it away, and the facilitator. */
export function useBinRights() {
  const { mayEditBoard, isFacilitator, seatId } = useSession()
  return {
    mayRestore: mayEditBoard,
    mayDelete: (binned: Binned) => mayEditBoard && (isFacilitator || binned.seatId === seatId),
  }
}
