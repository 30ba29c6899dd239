/**
 * The figures of a workshop, from what has been revealed. What is sealed, or not shared with whoever asks, says so by
 * name; a figure that must not be given is null beside a `why`.
 */
import type * as Y from 'yjs'
import { analyseCustomers } from '#server/record/customer-analysis.ts'
import { analysePlan } from '#server/record/plan-analysis.ts'
import { cards, options, stages } from '#shared/board/schema.ts'
import { readRows, readSingle } from '#shared/document/collection.ts'
import { byOrder } from '#shared/document/order.ts'
import { countedFor } from '#shared/interviews/counted.ts'
import { interviews } from '#shared/interviews/schema.ts'
import { mapFigures } from '#shared/reality/map.ts'
import { envelope, type Round, rounds } from '#shared/record/schema.ts'
import { readResult } from '#shared/rounds/kinds.ts'
import type { MarksResult } from '#shared/rounds/marks-result.ts'
import type { WeightsDrift } from '#shared/rounds/weights-drift.ts'
import type { WeightsResult } from '#shared/rounds/weights-result.ts'
import { leadOver, type NeedWeight, weightedScores } from '#shared/statistics/competition.ts'

const SEALED = { sealed: true } as const
export interface Analysed {
  readonly record: Y.Doc
  readonly board: Y.Doc
  /** Customers' answers; null while they are sealed for whoever asks. */
  readonly interviews: Y.Doc | null
  /** A facilitator sees the drift before the room does. */
  readonly isFacilitator: boolean
  /** Asks the ballot box how the talk between two revealed rounds moved the room. */
  readonly drift: (before: Round, after: Round) => Promise<WeightsDrift>
}

export async function analyse(about: Analysed): Promise<Record<string, unknown>> {
  const all = readRows(about.record, rounds)
    .filter(({ status }) => status !== 'discarded')
    .sort((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1))
  const ofWeights = all.filter(({ kind }) => kind === 'weights')
  const ofMarks = all.filter(({ kind }) => kind === 'marks')
  const us = readRows(about.board, options).find(({ kind }) => kind === 'us')?.id ?? null
  const truth =
    about.interviews && analyseCustomers({ board: about.board, interviews: about.interviews, rounds: all })
  const { ofWeights: points, ofMarks: theirMarks, ...rest } = truth ?? sealedTruth
  return {
    confidence: { rounds: all.filter(({ kind }) => kind === 'confidence').map(confidenceRound) },
    weights: { rounds: ofWeights.map(weightsRound), customers: points },
    marks: {
      rounds: ofMarks.map((round) => marksRound(round, weightsOf(ofWeights, round.number), us)),
      customers: theirMarks,
      ...filledWithoutAsking(ofMarks, readSingle(about.record, envelope).openedAt),
    },
    drift: await driftOf(ofWeights, about),
    ...rest,
    roadmap: mapFigures(
      readRows(about.board, stages).sort(byOrder),
      readRows(about.board, cards),
      about.interviews ? countedFor(readRows(about.interviews, interviews)) : new Map(),
    ),
    plan: analysePlan(about),
  }
}

const sealedTruth = {
  ofWeights: SEALED,
  ofMarks: SEALED,
  debateEffect: SEALED,
  comparison: SEALED,
  act: SEALED,
  interviews: SEALED,
  calibration: SEALED,
} as const

const headOf = (round: Round) => ({ roundId: round.id, number: round.number, informed: round.informed })
const notUnderstood = { n: null, why: 'result-not-understood' } as const

function weightsRound(round: Round): Record<string, unknown> {
  if (round.status !== 'revealed') return { ...headOf(round), ...SEALED }
  const result = readResult('weights', round.result)
  return { ...headOf(round), ...(result ? weightsFigures(result) : notUnderstood) }
}

function confidenceRound(round: Round): Record<string, unknown> {
  if (round.status !== 'revealed') return { ...headOf(round), ...SEALED }
  return { ...headOf(round), ...(readResult('confidence', round.result) ?? notUnderstood) }
}

const weightsFigures = (result: WeightsResult) => ({
  n: result.n,
  abstained: result.abstained,
  perNeed: result.perNeed.map(({ values: _values, ...figures }) => figures),
  functionBalanced: result.functionBalanced,
  byFunction: result.byFunction,
  disagreement: { ...result.disagreement, why: whyNoSplit(result) },
  kendallW: result.kendallW,
  talkFirst: result.talkFirst,
  confidenceMean: result.confidenceMean,
  why: result.functionBalanced === null ? 'function-too-small' : null,
})

/** Why a distance within or between functions is missing; null when none is. */
function whyNoSplit({ disagreement, byFunction }: WeightsResult): string | null {
  if (disagreement.split !== null) return null
  if (disagreement.overall === null) return 'too-few-ballots'
  return byFunction.every(({ show }) => show === 'figures') ? 'no-such-pair' : 'function-too-small'
}

/** Means of the revealed weights round of that number; none when there is no such round yet. */
function weightsOf(ofWeights: readonly Round[], number: number): readonly NeedWeight[] {
  const round = ofWeights.find((one) => one.number === number && one.status === 'revealed')
  return (round && readResult('weights', round.result)?.perNeed) ?? []
}

function marksRound(
  round: Round,
  weights: readonly NeedWeight[],
  us: string | null,
): Record<string, unknown> {
  if (round.status !== 'revealed') return { ...headOf(round), ...SEALED }
  const result = readResult('marks', round.result)
  return { ...headOf(round), ...(result ? marksFigures(result, round, weights, us) : notUnderstood) }
}

function marksFigures(
  { n, abstained, cells, unknownCells, cellsInAll, krippendorffAlpha, confidenceMean }: MarksResult,
  { columns }: Round,
  weights: readonly NeedWeight[],
  us: string | null,
) {
  const titles = new Map(columns.map(({ id, title }) => [id, title]))
  const others = titles.has(us ?? '') ? columns.filter(({ id }) => id !== us) : []
  return {
    n,
    abstained,
    cells: cells.map(({ values: _values, ...figures }) => figures),
    unknownCells,
    cellsInAll,
    krippendorffAlpha,
    confidenceMean,
    scores: weightedScores(cells, weights).map((score) => ({
      ...score,
      title: titles.get(score.optionId) ?? '',
    })),
    leads: others.map(({ id }) => leadOver(cells, weights, us ?? '', id)),
  }
}

/** The last two guesses of a kind that were revealed, as the talk between them is measured. */
function lastTwo(all: readonly Round[]): readonly [Round, Round] | null {
  const [before, after] = all.filter(({ status, informed }) => status === 'revealed' && !informed).slice(-2)
  return before && after ? [before, after] : null
}

/** Unknowns filled in between two rounds (method C3): only said when no customer was heard in between. */
function filledWithoutAsking(
  ofMarks: readonly Round[],
  openedAt: number | null,
): { filledWithoutAsking: number | null; why: string | null } {
  const none = (why: string) => ({ filledWithoutAsking: null, why })
  const two = lastTwo(ofMarks)
  if (!two) return none('needs-two-rounds')
  const [before, after] = two.map((round) => readResult('marks', round.result))
  if (!before || !after) return none('result-not-understood')
  const [first, second] = two
  const isHeard = openedAt !== null && openedAt >= (first.closedAt ?? 0) && openedAt <= (second.closedAt ?? 0)
  if (isHeard) return none('customers-heard-in-between')
  if (before.cellsInAll !== after.cellsInAll) return none('other-number-of-cells')
  return { filledWithoutAsking: Math.max(0, before.unknownCells - after.unknownCells), why: null }
}

async function driftOf(
  ofWeights: readonly Round[],
  { isFacilitator, drift }: Analysed,
): Promise<Record<string, unknown>> {
  const two = lastTwo(ofWeights)
  if (!two) return isFacilitator ? { n: null, why: 'needs-two-rounds' } : SEALED
  const [before, after] = two
  if (!isFacilitator && !after.driftShared) return SEALED
  const asked = (round: Round) =>
    round.subjects
      .map(({ id }) => id)
      .sort()
      .join()
  if (asked(before) !== asked(after)) return { n: null, why: 'other-needs' }
  return { ...(await drift(before, after)) }
}
