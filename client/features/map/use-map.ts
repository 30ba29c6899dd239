/** The map as it stands, with what lies behind each figure. Counted on this device, so it is live and works offline. */
import { useMemo } from 'react'
import { type Heard, useHeard } from '#client/round/use-heard.ts'
import { useDerived, useRows } from '#client/session/hooks.ts'
import { liveStages } from '#shared/board/roadmap-edits.ts'
import { type Card, cards, type Stage, stages } from '#shared/board/schema.ts'
import { countedFor } from '#shared/interviews/counted.ts'
import {
  askedQuestions,
  type CountedFor,
  isEarly,
  type MapFigures,
  mapFigures,
  voicesIn,
} from '#shared/reality/map.ts'
import type { AskedQuestion } from '#shared/statistics/roadmap.ts'

export type Said = Heard['quotes'][number]

export interface RoadMap {
  readonly figures: MapFigures
  readonly stages: readonly Stage[]
  readonly cards: ReadonlyMap<string, Card>
  readonly questions: readonly AskedQuestion[]
  readonly heard: Heard
  readonly isEarly: (stageId: string) => boolean
  readonly voicesOf: (card: Card) => number
  /** What customers said about a card, as far as the room may see it. */
  readonly wordsOf: (card: Card) => readonly Said[]
}

export function useMap(): RoadMap {
  const shown = useDerived(stages, liveStages)
  const rows = useRows(cards)
  const heard = useHeard()
  const counted: CountedFor = useMemo(() => countedFor(heard.all), [heard.all])
  const counts = useMemo(
    () => ({
      figures: mapFigures(shown, rows, counted),
      questions: askedQuestions(shown, rows, counted),
      cards: new Map(rows.map((card) => [card.id, card])),
    }),
    [shown, rows, counted],
  )
  const early = new Set(shown.filter(({ phase }) => isEarly(phase)).map(({ id }) => id))
  return {
    ...counts,
    stages: shown,
    heard,
    isEarly: (stageId) => early.has(stageId),
    voicesOf: (card) => voicesIn(card, counted),
    wordsOf: (card) =>
      heard.quotes.filter(
        ({ quote }) =>
          quote.text.trim() !== '' && (card.quoteIds.includes(quote.id) || quote.cardIds.includes(card.id)),
      ),
  }
}

/** Questions with the most voices first. */
export const loudestFirst = (questions: readonly AskedQuestion[]): readonly AskedQuestion[] =>
  questions.toSorted((a, b) => b.voices - a.voices || (a.id < b.id ? -1 : 1))
