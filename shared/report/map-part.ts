/** The roadmap: stages with what customers ask, doubt and are given there, and how far it is answered. */
import { type Lane, lanes } from '#shared/board/schema.ts'
import { countedFor } from '#shared/interviews/counted.ts'
import { mapFigures } from '#shared/reality/map.ts'
import { choice, words } from '#shared/report/file-words.ts'
import type { QuoteFinder } from '#shared/report/heard-part.ts'
import type { Report } from '#shared/report/report.ts'
import type { ReportCard, ReportStage } from '#shared/report/report-map.ts'
import type { ReportSource } from '#shared/report/source.ts'
import { type Coverage, coverageOf, isNeglected, type Tally, tally } from '#shared/statistics/coverage.ts'

type MapPart = Pick<Report, 'stages' | 'roadmapTotal' | 'neverAsked'>
type Card = ReportSource['cards'][number]

const isAsked = (lane: Lane): boolean => lane === 'question' || lane === 'skepticism'

export function mapPart(source: ReportSource, quotes: QuoteFinder): MapPart {
  const { stages, cards } = source
  const figures = mapFigures(stages, cards, countedFor(source.heard?.interviews ?? []))
  const told = toldCard(source, quotes)
  const textOf = new Map(cards.map(({ id, text }) => [id, text]))
  const known = new Set(stages.map(({ id }) => id))
  const loose = cards.filter(({ place }) => !known.has(place.stageId))
  const rows = stages.map((stage, index): ReportStage => {
    const own = inLanes(cards.filter(({ place }) => place.stageId === stage.id)).map(told)
    const counts = countsOf(own)
    return {
      id: stage.id,
      number: index + 1,
      name: stage.name,
      phase: stage.phase,
      owner: stage.ownerFunction,
      buyerRoles: stage.buyerRoles,
      endsWhen: stage.endsWhen,
      weeks: stage.typicalWeeks,
      counts,
      isNeglected: isNeglected(counts),
      nextStepOffered: stage.nextStepOffered,
      whoToAskNamed: stage.whoToAskNamed,
      cards: own,
      quotes: quotes.ofStage(stage.id),
    }
  })
  return {
    stages: [...rows, ...(loose.length === 0 ? [] : [unplaced(inLanes(loose).map(told))])],
    roadmapTotal: countsOf([...rows.flatMap((stage) => stage.cards), ...loose.map(told)]),
    neverAsked: figures.foresight.neverAsked.flatMap((id) => textOf.get(id) ?? []),
  }
}

const unplaced = (cards: readonly ReportCard[]): ReportStage => ({
  id: '',
  number: 0,
  name: words.noStage,
  phase: 'early',
  owner: '',
  buyerRoles: [],
  endsWhen: '',
  weeks: null,
  counts: countsOf(cards),
  isNeglected: false,
  nextStepOffered: null,
  whoToAskNamed: null,
  cards,
  quotes: [],
})

/** In the order of the lanes, and in it as they lie. */
const inLanes = (cards: readonly Card[]): Card[] =>
  lanes.flatMap((lane) => cards.filter(({ place }) => place.lane === lane))

const countsOf = (cards: readonly ReportCard[]): Tally =>
  tally(cards.flatMap(({ coverage }) => coverage ?? []))

function toldCard({ cards, heard, seats }: ReportSource, quotes: QuoteFinder): (card: Card) => ReportCard {
  const textOf = new Map(cards.map(({ id, text }) => [id, text]))
  const seatOf = new Map(seats.map((seat) => [seat.id, seat]))
  const counted = countedFor(heard?.interviews ?? [])
  const answersOf = new Map<string, Card[]>()
  for (const card of cards)
    if (card.place.lane === 'answer')
      for (const id of card.settles) answersOf.set(id, [...(answersOf.get(id) ?? []), card])
  return (card) => {
    const raisedBy = new Set(card.raisedBy.flatMap((id) => counted.get(id) ?? [])).size
    const coverage: Coverage | null = isAsked(card.place.lane)
      ? coverageOf(answersOf.get(card.id) ?? [])
      : null
    const owner = seatOf.get(card.ownerSeatId ?? '')
    const isAnswer = card.place.lane === 'answer'
    return {
      id: card.id,
      stageId: card.place.stageId,
      lane: card.place.lane,
      text: card.text,
      coverage,
      raisedBy,
      whose: raisedBy > 0 ? 'customers' : 'guess',
      status: isAnswer ? choice(card.status) : '',
      proof: choice(card.proof),
      trueToday: isAnswer ? choice(card.trueToday) : '',
      link: card.link,
      owner: owner?.name || card.ownerFunction,
      ownerFunction: card.ownerFunction || (owner?.functionName ?? ''),
      settles: card.settles.flatMap((id) => textOf.get(id) ?? []),
      settlesIds: card.settles,
      worth: isAnswer ? coverageOf([card]) : null,
      quotes: heard ? quotes.ofCard(card.id, card.quoteIds) : [],
      hurdles: card.hurdles,
      outcome: card.outcome,
    }
  }
}
