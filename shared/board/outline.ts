/**
 * The roadmap as headings and lists (AX-1a): stages, in them lanes, in them cards, and under each question and doubt the
 * answers that settle it. An answer that settles several stands under each; one that settles nothing stands in its lane.
 */
import { byPlace, liveStages, UNPLACED } from '#shared/board/roadmap-edits.ts'
import { type Card, type Lane, lanes, type Stage } from '#shared/board/schema.ts'
import { type Coverage, coverageOf, type Tally, tally } from '#shared/statistics/coverage.ts'

export interface OutlineCard {
  readonly card: Card
  /** Of questions and doubts alone. */
  readonly coverage: Coverage | null
  readonly answers: readonly Card[]
}

export interface OutlineLane {
  readonly lane: Lane
  readonly cards: readonly OutlineCard[]
  /** Answers of this lane that stand under what they settle instead. */
  readonly under: number
}

export interface OutlineStage {
  /** UNPLACED for cards whose stage is gone. */
  readonly id: string
  readonly stage: Stage | null
  /** Counted from 1; 0 for cards without a stage. */
  readonly number: number
  /** Of its questions and doubts. */
  readonly tally: Tally
  /** All lanes, in the order of the method. */
  readonly lanes: readonly OutlineLane[]
}

const isAsked = (lane: Lane): boolean => lane === 'question' || lane === 'skepticism'

/** Stages in order, last the cards without a stage, if there are any. */
export function outlineOf(stages: readonly Stage[], cards: readonly Card[]): readonly OutlineStage[] {
  const shown = liveStages(stages)
  const known = new Set(shown.map(({ id }) => id))
  const live = cards.filter(({ binned }) => !binned).sort(byPlace)
  const asked = new Set(live.flatMap(({ id, place }) => (isAsked(place.lane) ? [id] : [])))
  const answers = new Map<string, Card[]>()
  for (const card of live)
    if (card.place.lane === 'answer') for (const id of card.settles) push(answers, id, card)
  const cells = new Map<string, Card[]>()
  for (const card of live) {
    const { stageId, lane } = card.place
    push(cells, cellKey(known.has(stageId) ? stageId : UNPLACED, lane), card)
  }
  const isUnder = (card: Card) => card.place.lane === 'answer' && card.settles.some((id) => asked.has(id))
  const outlined = (id: string, stage: Stage | null, number: number): OutlineStage => {
    const rows = lanes.map((lane): OutlineLane => {
      const all = cells.get(cellKey(id, lane)) ?? []
      const own = all.filter((card) => !isUnder(card))
      return {
        lane,
        under: all.length - own.length,
        cards: own.map((card) => {
          const settling = isAsked(lane) ? (answers.get(card.id) ?? []) : []
          return { card, coverage: isAsked(lane) ? coverageOf(settling) : null, answers: settling }
        }),
      }
    })
    const coverages = rows.flatMap((row) => row.cards.flatMap(({ coverage }) => coverage ?? []))
    return { id, stage, number, tally: tally(coverages), lanes: rows }
  }
  const rest = outlined(UNPLACED, null, 0)
  return [
    ...shown.map((stage, index) => outlined(stage.id, stage, index + 1)),
    ...(rest.lanes.some((row) => row.cards.length + row.under > 0) ? [rest] : []),
  ]
}

const cellKey = (stageId: string, lane: Lane): string => `${stageId}|${lane}`

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}
