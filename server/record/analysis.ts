/** The figures of a workshop, from what has been revealed. What is sealed, or has no figures yet, says so by name. */
import type * as Y from 'yjs'
import { readRows } from '#shared/document/collection.ts'
import { type Round, rounds } from '#shared/record/schema.ts'
import { readResult } from '#shared/rounds/kinds.ts'
import type { WeightsResult } from '#shared/rounds/weights-result.ts'

const SEALED = { sealed: true } as const

/** `mayReadInterviews`: whether customers' answers are open to whoever asks. */
export function analyse(record: Y.Doc, mayReadInterviews: boolean): Record<string, unknown> {
  const weights = readRows(record, rounds)
    .filter((round) => round.kind === 'weights' && round.status !== 'discarded')
    .sort((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1))
    .map(weightsRound)
  if (mayReadInterviews) return { weights: { rounds: weights } }
  return { weights: { rounds: weights, customers: SEALED }, comparison: SEALED, interviews: SEALED }
}

function weightsRound(round: Round): Record<string, unknown> {
  const head = { roundId: round.id, number: round.number, informed: round.informed }
  if (round.status !== 'revealed') return { ...head, ...SEALED }
  const result = readResult('weights', round.result)
  return result ? { ...head, ...weightsFigures(result) } : { ...head, n: null, why: 'result-not-understood' }
}

const weightsFigures = (result: WeightsResult) => ({
  n: result.n,
  abstained: result.abstained,
  perNeed: result.perNeed.map(({ needId, title, mean, shown, median, sd, min, max, unsure }) => ({
    needId,
    title,
    mean,
    shown,
    median,
    sd,
    min,
    max,
    unsure,
  })),
  functionBalanced: result.functionBalanced,
  byFunction: result.byFunction,
  disagreement: result.disagreement,
  kendallW: result.kendallW,
  talkFirst: result.talkFirst,
  confidenceMean: result.confidenceMean,
})
