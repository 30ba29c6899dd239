/**
 * Weights: 100 points over the needs, secretly (method D4). A ballot may abstain as a whole, or be unsure of a need,
 * whose points then count all the same. What a reveal publishes never lets anyone put a person's points together,
 * unless the round was opened as named.
 */
import * as z from 'zod/mini'
import type { Fault } from '#shared/protocol/problems.ts'
import {
  abstained,
  byId,
  confidence,
  countBallots,
  entryOf,
  MAX_SUBJECTS,
  namesFunctions,
  reason,
  shownFrom,
  shuffledValues,
  subjectId,
  unknownIds,
  whole,
} from '#shared/rounds/ballot-parts.ts'
import type { CountedBallot, RoundKind, RoundSubjects, TallySetting } from '#shared/rounds/kind.ts'
import type { ByFunction, WeightsResult } from '#shared/rounds/weights-result.ts'
import { kendallW } from '#shared/statistics/agreement.ts'
import { disagreement, type OfFunction } from '#shared/statistics/disagreement.ts'
import {
  type FunctionGroup,
  functionBalancedMean,
  functionGroups,
  functionSizes,
  meanPoints,
  tilts,
} from '#shared/statistics/functions.ts'
import { largestRemainder } from '#shared/statistics/rounding.ts'
import { mean, sum, summarize } from '#shared/statistics/summary.ts'
import { talkFirst } from '#shared/statistics/talk-first.ts'

const points = whole(0, 100, 'Points are whole numbers from 0 to 100.')

const weightsBallot = z.strictObject({
  points: byId(points, MAX_SUBJECTS, 'Points are given by need.'),
  /** Needs somebody is unsure of; their points count. */
  unsure: z
    .array(subjectId, { error: 'Unsure is a list of needs.' })
    .check(z.maxLength(MAX_SUBJECTS, { error: `Unsure names more than ${MAX_SUBJECTS} needs.` })),
  confidence,
  /** "I do not know how they would": no points, counted apart. */
  abstained,
  reason,
})
export type WeightsBallot = z.output<typeof weightsBallot>

const UNKNOWN_NEED = 'This need is not part of the round.'

export const weights: RoundKind<WeightsBallot, WeightsResult> = {
  isGuess: true,
  subjectsFrom: 'needs',
  columnsFrom: null,
  subjectCount: { min: 2, max: MAX_SUBJECTS },
  ballot: weightsBallot,
  faults,
  tally,
}

function faults(ballot: WeightsBallot, { subjects }: RoundSubjects): Fault[] {
  const unknown = [
    ...unknownIds(Object.keys(ballot.points), subjects, '/points', UNKNOWN_NEED),
    ...unknownIds(ballot.unsure, subjects, '/unsure', UNKNOWN_NEED),
  ]
  if (ballot.abstained) return unknown
  const sentence = sumFault(sum(Object.values(ballot.points)))
  return sentence === null ? unknown : [...unknown, { path: '/points', message: sentence }]
}

/** What is wrong with a sum of points, as a sentence; null at 100. */
export function sumFault(total: number): string | null {
  if (total === 100) return null
  if (total > 100) return `These add up to ${total}: ${total - 100} too many.`
  const missing = 100 - total
  return `These add up to ${total}. Place ${missing} more point${missing === 1 ? '' : 's'}.`
}

function tally(
  ballots: readonly CountedBallot<WeightsBallot>[],
  { subjects }: RoundSubjects,
  setting: TallySetting,
): WeightsResult {
  const { given, abstained: without, reasons } = countBallots(ballots, setting.shuffle)
  const rows = given.map(({ functionName, ballot }) => ({
    functionName,
    points: subjects.map(({ id }) => entryOf(ballot.points, id) ?? 0),
  }))
  const means = meanPoints(rows)
  const shown = means && largestRemainder(means)
  const groups = functionGroups(functionSizes(rows, without), shownFrom(setting))
  const byFunction = figuresByFunction(rows, subjects, groups)
  const perNeed = subjects.map(({ id, title }, need) => ({
    needId: id,
    title,
    ...summarize(rows.map((row) => row.points[need] ?? 0)),
    shown: shown?.[need] ?? null,
    unsure: given.filter(({ ballot }) => ballot.unsure.includes(id)).length,
    values: shuffledValues(
      rows.map((row) => ({
        value: row.points[need] ?? 0,
        function: namesFunctions(setting.anonymity) ? labelOf(row.functionName, byFunction) : null,
      })),
      setting.shuffle,
    ),
  }))
  const isEachShown = byFunction.every(({ show }) => show === 'figures')
  const balanced = isEachShown ? functionBalancedMean(rows) : null
  const apart = disagreement(rows)
  const sure = given.flatMap(({ ballot }) => ballot.confidence ?? [])
  return {
    n: given.length,
    abstained: without.length,
    reasons: [...reasons],
    perNeed,
    functionBalanced: balanced && subjects.map(({ id }, need) => ({ needId: id, mean: balanced[need] ?? 0 })),
    byFunction,
    // Of functions that are not shown alone, distances inside and across would tell ballots apart.
    disagreement: isEachShown ? apart : { ...apart, within: null, between: null, split: null },
    kendallW: kendallW(rows.map((row) => row.points)),
    talkFirst: talkFirst(
      means ?? [],
      perNeed.map(({ sd }) => sd),
    ).map(({ need, value }) => ({ needId: subjects[need]?.id ?? '', value })),
    confidenceMean: mean([...sure].sort()),
    confidenceN: sure.length,
    named: setting.anonymity === 'named' ? namedBallots(ballots) : [],
  }
}

function figuresByFunction(
  rows: readonly OfFunction[],
  subjects: RoundSubjects['subjects'],
  groups: readonly FunctionGroup[],
): ByFunction[] {
  return groups.map((group) => {
    const figures = group.show !== 'hidden'
    const means = meanPoints(rows.filter((row) => group.functions.includes(row.functionName)))
    const tilt = figures ? tilts(rows, group.functions) : null
    return {
      function: group.functions.join(' + '),
      functions: [...group.functions],
      n: group.n,
      show: group.show,
      perNeed: subjects.map(({ id }, need) => ({
        needId: id,
        mean: figures ? (means?.[need] ?? null) : null,
        tilt: tilt?.[need] ?? null,
      })),
    }
  })
}

/** The group a value may be labelled with: only one that shows figures. */
function labelOf(functionName: string, groups: readonly ByFunction[]): string | null {
  const group = groups.find(({ functions }) => functions.includes(functionName))
  return group && group.show !== 'hidden' ? group.function : null
}

const namedBallots = (ballots: readonly CountedBallot<WeightsBallot>[]): WeightsResult['named'] =>
  [...ballots]
    .sort((a, b) => (a.seatId < b.seatId ? -1 : a.seatId > b.seatId ? 1 : 0))
    .map(({ seatId, functionName, ballot }) => ({
      seatId,
      functionName,
      points: { ...ballot.points },
      unsure: [...ballot.unsure],
      confidence: ballot.confidence,
      abstained: ballot.abstained,
    }))
