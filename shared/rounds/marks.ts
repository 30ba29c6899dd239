/**
 * Marks: what mark out of ten a typical customer would give each option on each need (method D5). Unknown is where
 * every cell starts and is never a number. Nothing published tells whose mark stands in two cells.
 */
import * as z from 'zod/mini'
import { pointer } from '#shared/protocol/faults.ts'
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
  unknownIds,
  whole,
} from '#shared/rounds/ballot-parts.ts'
import type { CountedBallot, RoundKind, RoundSubjects, TallySetting } from '#shared/rounds/kind.ts'
import type { MarksResult } from '#shared/rounds/marks-result.ts'
import { krippendorffAlpha } from '#shared/statistics/agreement.ts'
import { type FunctionGroup, functionGroups, functionSizes } from '#shared/statistics/functions.ts'
import { cellFigures } from '#shared/statistics/marks.ts'
import { mean, sum } from '#shared/statistics/summary.ts'

const MARK = 'A mark is a whole number from 0 to 10, or unknown.'
const EDGE = 'The ends of a range are 0 to 10, in halves.'

const edge = z
  .number({ error: EDGE })
  .check(z.minimum(0, { error: EDGE }), z.maximum(10, { error: EDGE }), z.multipleOf(0.5, { error: EDGE }))

const marksBallot = z.strictObject({
  /** By option, then by need; left out or null: unknown. */
  marks: byId(
    byId(z.nullable(whole(0, 10, MARK)), MAX_SUBJECTS, 'Marks are given by need.'),
    MAX_SUBJECTS,
    'Marks are given by option.',
  ),
  /** By need, for our own column: within which the mark lies, and how sure of that. */
  ranges: z.optional(
    byId(
      z.strictObject({
        low: edge,
        high: edge,
        surePct: whole(50, 99, 'How sure is a whole number from 50 to 99.'),
      }),
      MAX_SUBJECTS,
      'Ranges are given by need.',
    ),
  ),
  confidence: z.optional(confidence),
  abstained,
  reason,
})
export type MarksBallot = z.output<typeof marksBallot>

const UNKNOWN_NEED = 'This need is not part of the round.'
const UNKNOWN_OPTION = 'This column is not part of the round.'

export const marks: RoundKind<MarksBallot, MarksResult> = {
  isGuess: true,
  subjectsFrom: 'needs',
  columnsFrom: 'options',
  subjectCount: { min: 1, max: MAX_SUBJECTS },
  ballot: marksBallot,
  faults,
  tally,
}

function faults(ballot: MarksBallot, { subjects, columns }: RoundSubjects): Fault[] {
  const found = unknownIds(Object.keys(ballot.marks), columns, '/marks', UNKNOWN_OPTION)
  for (const [optionId, column] of Object.entries(ballot.marks)) {
    const path = pointer(['marks', optionId])
    found.push(...unknownIds(Object.keys(column), subjects, path, UNKNOWN_NEED))
  }
  for (const [needId, { low, high }] of Object.entries(ballot.ranges ?? {})) {
    found.push(...unknownIds([needId], subjects, '/ranges', UNKNOWN_NEED))
    if (low > high) {
      found.push({ path: pointer(['ranges', needId]), message: 'The range ends below its beginning.' })
    }
  }
  return found
}

function tally(
  ballots: readonly CountedBallot<MarksBallot>[],
  { subjects, columns }: RoundSubjects,
  setting: TallySetting,
): MarksResult {
  const { given, abstained: without, reasons } = countBallots(ballots, setting.shuffle)
  const groups = namesFunctions(setting.anonymity)
    ? functionGroups(functionSizes(given, without), shownFrom(setting))
    : []
  const cells = columns.flatMap((option) =>
    subjects.map((need) => cell(given, need.id, option.id, groups, setting)),
  )
  return {
    n: given.length,
    abstained: without.length,
    reasons: [...reasons],
    cells,
    unknownCells: sum(cells.map(({ unknown }) => unknown)),
    cellsInAll: cells.length * given.length,
    krippendorffAlpha: krippendorffAlpha(cells.map(({ values }) => values.map(({ value }) => value).sort())),
    ranges: subjects.map(({ id }) => ({ needId: id, ranges: rangesOf(given, id, setting) })),
    confidenceMean: mean(
      given
        .map(({ ballot }) => ballot.confidence ?? null)
        .filter((one) => one !== null)
        .sort(),
    ),
    named: setting.anonymity === 'named' ? namedBallots(ballots) : [],
  }
}

function cell(
  given: readonly CountedBallot<MarksBallot>[],
  needId: string,
  optionId: string,
  groups: readonly FunctionGroup[],
  setting: TallySetting,
): MarksResult['cells'][number] {
  const all = given.map(({ functionName, ballot }) => ({
    functionName,
    mark: entryOf(entryOf(ballot.marks, optionId) ?? {}, needId) ?? null,
  }))
  const known = all.flatMap(({ functionName, mark }) => (mark === null ? [] : [{ functionName, mark }]))
  const labels = functionLabels(known, groups, shownFrom(setting))
  return {
    needId,
    optionId,
    ...cellFigures(all.map(({ mark }) => mark)),
    values: shuffledValues(
      known.map(({ functionName, mark }) => ({ value: mark, function: labels.get(functionName) ?? null })),
      setting.shuffle,
    ),
  }
}

/**
 * Labels of the marks of a cell. The groups are those of the whole round, or two cells would tell their people apart; when
 * one of them has marked this cell too rarely, nobody's mark is labelled, or the rest would give its marks away.
 */
function functionLabels(
  known: readonly { readonly functionName: string }[],
  groups: readonly FunctionGroup[],
  minSize: number,
): ReadonlyMap<string, string> {
  const isEachShown = groups.every(
    ({ functions }) => known.filter(({ functionName }) => functions.includes(functionName)).length >= minSize,
  )
  if (!isEachShown) return new Map()
  return new Map(
    groups.flatMap(({ functions }) => functions.map((name) => [name, functions.join(' + ')] as const)),
  )
}

function rangesOf(given: readonly CountedBallot<MarksBallot>[], needId: string, setting: TallySetting) {
  const ranges = given.flatMap(({ ballot }) => {
    const range = entryOf(ballot.ranges ?? {}, needId)
    return range ? [{ low: range.low, high: range.high, surePct: range.surePct }] : []
  })
  return setting.shuffle(ranges.sort((a, b) => a.low - b.low || a.high - b.high || a.surePct - b.surePct))
}

const namedBallots = (ballots: readonly CountedBallot<MarksBallot>[]): MarksResult['named'] =>
  [...ballots]
    .sort((a, b) => (a.seatId < b.seatId ? -1 : a.seatId > b.seatId ? 1 : 0))
    .map(({ seatId, functionName, ballot }) => ({
      seatId,
      functionName,
      marks: Object.fromEntries(Object.entries(ballot.marks).map(([id, column]) => [id, { ...column }])),
      confidence: ballot.confidence ?? null,
      abstained: ballot.abstained,
    }))
