/** The map as it stands, with what lies behind each figure. Counted on this device, so it is live and works offline. */
import { useMemo } from 'react'
import { type Heard, useHeard } from '#client/round/use-heard.ts'
import { useDerived, useRows } from '#client/session/hooks.ts'
import { liveStages } from '#shared/board/roadmap-edits.ts'
import { type Card, cards, type Stage, stages } from '#shared/board/schema.ts'
import { countedFor } from '#shared/interviews/counted.ts'
import type { Interview } from '#shared/interviews/schema.ts'
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
  /** Customers who said it, doubles as one; none while the envelope is sealed. */
  readonly peopleOf: (card: Card) => readonly Interview[]
  /** What customers said about a card, as far as the room may see it. */
  readonly wordsOf: (card: Card) => readonly Said[]
  /** What they said about a stage, tied to no card of it. */
  readonly wordsAbout: (stageId: string) => readonly Said[]
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
  const byId = new Map(heard.all.map((one) => [one.id, one]))
  return {
    ...counts,
    stages: shown,
    heard,
    isEarly: (stageId) => early.has(stageId),
    voicesOf: (card) => voicesIn(card, counted),
    peopleOf: ({ raisedBy }) =>
      [...new Set(raisedBy.map((id) => counted.get(id) ?? id))].flatMap((id) => byId.get(id) ?? []),
    wordsOf: (card) =>
      heard.quotes.filter(
        ({ quote }) =>
          quote.text.trim() !== '' && (card.quoteIds.includes(quote.id) || quote.cardIds.includes(card.id)),
      ),
    wordsAbout: (stageId) =>
      heard.quotes.filter(
        ({ quote }) =>
          quote.text.trim() !== '' && quote.stageIds.includes(stageId) && quote.cardIds.length === 0,
      ),
  }
}

/** Questions with the most voices first. */
export const loudestFirst = (questions: readonly AskedQuestion[]): readonly AskedQuestion[] =>
  questions.toSorted((a, b) => b.voices - a.voices || (a.id < b.id ? -1 : 1))
