/** What we still do not know: what is sealed, nobody asked, nobody answered, and what so few cannot say. */
import { countedFor } from '#shared/interviews/counted.ts'
import type { ClosingGround, ClosingLine, Reference } from '#shared/reality/closing-ground.ts'
import {
  andMoreWords,
  cannotTellWords,
  gapWords,
  guessOf,
  openQuestionWords,
  sealedEnvelopeWords,
  surerWords,
  thinCellsWords,
  unansweredWords,
  unknownMarksWords,
  withoutPointsWords,
} from '#shared/reality/closing-words.ts'
import { customerCells, isCustomer } from '#shared/reality/customers.ts'
import { voicesIn } from '#shared/reality/map.ts'
import { coverageByCard } from '#shared/reality/plan.ts'
import { guessesOf } from '#shared/reality/reality.ts'
import { sealedRoundWords } from '#shared/reality/round-words.ts'
import { askedWords } from '#shared/reality/words.ts'
import { readResult } from '#shared/rounds/kinds.ts'
import { MIN_FOR_MEAN } from '#shared/statistics/comparison.ts'
import { tally } from '#shared/statistics/coverage.ts'

/** So many of a kind are told one by one; the rest are counted. */
const TOLD = 5

export function unknownLines(ground: ClosingGround, reference: Reference | null): ClosingLine[] {
  return [
    ...sealed(ground),
    ...openGaps(ground),
    ...notAsked(ground),
    ...(reference ? needsNotTold(ground, reference) : []),
    ...marks(ground),
    ...unanswered(ground),
    ...surer(ground),
  ]
}

function sealed({ interviews, interviewCount, rounds }: ClosingGround): ClosingLine[] {
  const open = rounds.filter(({ status }) => status === 'open' || status === 'closed')
  return [
    ...(interviews ? [] : [{ words: sealedEnvelopeWords(interviewCount), at: 'interviews' as const }]),
    ...open.map(
      ({ kind, number }): ClosingLine => ({ words: sealedRoundWords(kind, number), at: 'closing' }),
    ),
  ]
}

function openGaps({ gaps }: ClosingGround): ClosingLine[] {
  const open = gaps.filter(({ status }) => status !== 'answered')
  return [
    ...open.slice(0, TOLD).map(({ text, answeredBy }): ClosingLine => gapLine(gapWords(text, answeredBy))),
    ...(open.length > TOLD ? [gapLine(andMoreWords(open.length - TOLD, 'that we do not know'))] : []),
  ]
}

const gapLine = (words: string): ClosingLine => ({ words, at: 'decisions', part: 'needs' })

/** Who was not asked: none of the figures says that. */
function notAsked({ interviews }: ClosingGround): ClosingLine[] {
  const customers = (interviews ?? []).filter(isCustomer)
  if (interviews && customers.length === 0) return [{ words: sealedEnvelopeWords(0), at: 'interviews' }]
  return askedWords({
    n: customers.length,
    boughtFromUs: customers.filter(({ customer }) => customer.wonOrLost === 'won').length,
    faceToFace: 0,
    rolesNotAsked: [],
  }).map((words) => ({ words, at: 'interviews' }))
}

/** Needs whose guess customers' points neither bear out nor refute, and needs nobody was asked about. */
function needsNotTold({ needs }: ClosingGround, { compared: { perNeed, n } }: Reference): ClosingLine[] {
  const told = perNeed.filter(
    ({ verdict }) => verdict.startsWith('clearly') || verdict.startsWith('probably'),
  )
  const asked = new Set(perNeed.map(({ needId }) => needId))
  const without = needs.filter(({ id, status }) => status === 'active' && !asked.has(id))
  const some = perNeed.length - told.length
  return [
    ...(some === 0 ? [] : [{ words: cannotTellWords(some, perNeed.length, n), at: 'reality' as const }]),
    ...(without.length === 0
      ? []
      : [{ words: withoutPointsWords(without.map(({ short }) => short)), at: 'needs' as const }]),
  ]
}

function marks({ rounds, interviews }: ClosingGround): ClosingLine[] {
  const round = guessesOf(rounds, 'marks').at(-1)
  const result = round ? readResult('marks', round.result) : null
  if (!round || !result) return []
  const ours = guessOf(result.n, round.number)
  const lines: ClosingLine[] =
    result.unknownCells === 0
      ? []
      : [{ words: unknownMarksWords(result.unknownCells, result.cellsInAll, ours), at: 'mark' }]
  const customers = (interviews ?? []).filter(isCustomer)
  const cells = customerCells(
    customers,
    round.subjects.map(({ id }) => id),
    round.columns.map(({ id }) => id),
  )
  const thin = cells.filter(({ n }) => n < MIN_FOR_MEAN).length
  if (customers.length > 0 && thin > 0)
    lines.push({
      words: thinCellsWords(thin, cells.length, customers.length),
      at: 'reality',
      part: 'competition',
    })
  return lines
}

/** Questions and doubts without an answer; those that most customers raised are told one by one. */
function unanswered({ cards, interviews }: ClosingGround): ClosingLine[] {
  const coverage = coverageByCard(cards)
  const counts = tally(coverage.values())
  if (counts.open + counts.weak === 0) return []
  const counted = countedFor(interviews ?? [])
  const open = interviews
    ? cards
        .filter(({ id }) => coverage.get(id) === 'open')
        .map((card) => ({ text: card.text, voices: voicesIn(card, counted) }))
        .filter(({ voices }) => voices > 0)
        .sort((a, b) => b.voices - a.voices)
    : []
  const asked = (interviews ?? []).filter(isCustomer).length
  return [
    { words: unansweredWords(counts), at: 'roadmap' },
    ...open
      .slice(0, TOLD)
      .map(
        ({ text, voices }): ClosingLine => ({ words: openQuestionWords(text, voices, asked), at: 'roadmap' }),
      ),
  ]
}

/** Certainty that rose without anything new having been heard (R031). */
function surer({ rounds }: ClosingGround): ClosingLine[] {
  const [before, after] = guessesOf(rounds, 'weights')
    .slice(-2)
    .map((round) => readResult('weights', round.result))
  const [from, to] = [before?.confidenceMean ?? null, after?.confidenceMean ?? null]
  if (!before || !after || from === null || to === null || to <= from) return []
  return [
    {
      words: surerWords(
        from.toFixed(1),
        to.toFixed(1),
        before.confidenceN ?? before.n,
        after.confidenceN ?? after.n,
      ),
      at: 'second-look',
    },
  ]
}
