/**
 * Guess against truth: a revealed guess of the room beside what customers gave (method C5 to C8). The reference is the
 * last guess of its kind that was sealed before the envelope was opened; earlier ones can be chosen.
 */
import type { Need } from '#shared/board/schema.ts'
import { countedFor } from '#shared/interviews/counted.ts'
import type { Interview } from '#shared/interviews/schema.ts'
import {
  type CustomerCell,
  customerCells,
  hasPoints,
  isCustomer,
  pairedLeads,
  pointsByNeed,
} from '#shared/reality/customers.ts'
import type { Round } from '#shared/record/schema.ts'
import { readResult } from '#shared/rounds/kinds.ts'
import {
  compareWithGuess,
  type DebateEffect,
  debateEffect,
  type Gap,
  MIN_FOR_MEAN,
  markScale,
  pointScale,
} from '#shared/statistics/comparison.ts'
import { type PairedDifference, pairedDifference } from '#shared/statistics/interval.ts'
import { type OrderAgreement, places, sameOrder } from '#shared/statistics/same-order.ts'
import { mean } from '#shared/statistics/summary.ts'
import { type ActFigures, whereToAct } from '#shared/statistics/where-to-act.ts'

/** Revealed guesses of a kind, oldest first; informed rounds are no guesses. */
export const guessesOf = (all: readonly Round[], kind: 'weights' | 'marks'): readonly Round[] =>
  all
    .filter((round) => round.kind === kind && round.status === 'revealed' && !round.informed)
    .sort((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1))

export interface NeedGap extends Gap {
  readonly needId: string
  readonly title: string
  /** Mean guess in points; null when all abstained. */
  readonly guess: number | null
  /** Customers' points, one value a customer. */
  readonly values: readonly number[]
  /** Place in each order, 1 the first; equals share the better place. Null where there is no mean. */
  readonly guessRank: number | null
  readonly customersRank: number | null
}

export interface NeedComparison {
  readonly roundId: string
  readonly number: number
  /** Ballots of the guess, and customers with points. */
  readonly guessed: number
  readonly abstained: number
  readonly n: number
  readonly declined: number
  readonly perNeed: readonly NeedGap[]
  readonly order: OrderAgreement | null
}

/** Needs of one guess against the customers' points. Null when the round's result cannot be read. */
export function compareNeeds(round: Round, interviews: readonly Interview[]): NeedComparison | null {
  const result = readResult('weights', round.result)
  if (!result) return null
  const customers = interviews.filter(isCustomer)
  const points = pointsByNeed(
    customers,
    result.perNeed.map(({ needId }) => needId),
  )
  const gaps = result.perNeed.map(({ needId, title, mean: guess }) => {
    const values = points.get(needId) ?? []
    const gap = compareWithGuess(guess ?? 0, values, pointScale, result.perNeed.length)
    return { needId, title, guess, values, ...(guess === null ? { ...gap, ...noGuess } : gap) }
  })
  const guesses = numbersOf(gaps.map(({ guess }) => guess))
  const truths = numbersOf(gaps.map(({ customers: one }) => one))
  const guessRanks = guesses && places(guesses)
  const truthRanks = truths && places(truths)
  return {
    roundId: round.id,
    number: round.number,
    guessed: result.n,
    abstained: result.abstained,
    n: customers.filter(hasPoints).length,
    declined: customers.filter(({ weights }) => weights.status === 'declined').length,
    perNeed: gaps.map((gap, index) => ({
      ...gap,
      guessRank: guessRanks?.[index] ?? null,
      customersRank: truthRanks?.[index] ?? null,
    })),
    order: guesses && truths ? sameOrder(guesses, truths) : null,
  }
}

const noGuess = { gap: null, verdict: 'too-few-to-say', above: 0, below: 0 } as const

/** The list without nulls, or null when one is missing. */
function numbersOf(values: readonly (number | null)[]): readonly number[] | null {
  const known = values.filter((value) => value !== null)
  return known.length === values.length ? known : null
}

export interface MarkGap extends Gap {
  readonly needId: string
  readonly optionId: string
  readonly guess: number | null
  readonly values: readonly (number | null)[]
}

export interface MarkComparison {
  readonly roundId: string
  readonly number: number
  readonly cells: readonly MarkGap[]
}

/** Cells of a marks guess against the customers' marks at first hand. Null when the round's result cannot be read. */
export function compareMarks(round: Round, interviews: readonly Interview[]): MarkComparison | null {
  const result = readResult('marks', round.result)
  if (!result) return null
  const needIds = [...new Set(result.cells.map(({ needId }) => needId))]
  const optionIds = [...new Set(result.cells.map(({ optionId }) => optionId))]
  const theirs = new Map(
    customerCells(interviews.filter(isCustomer), needIds, optionIds).map((cell) => [keyOf(cell), cell]),
  )
  return {
    roundId: round.id,
    number: round.number,
    cells: result.cells.map(({ needId, optionId, mean: guess }) => {
      const values = theirs.get(keyOf({ needId, optionId }))?.values ?? []
      const known = values.filter((value) => value !== null)
      const gap = compareWithGuess(guess ?? 0, known, markScale, needIds.length)
      return { needId, optionId, guess, values, ...(guess === null ? { ...gap, ...noGuess } : gap) }
    }),
  }
}

const keyOf = ({ needId, optionId }: { needId: string; optionId: string }) => `${needId}/${optionId}`

/** What the talk did to the guess: the first against the last guess. Null without two guesses or with too few customers. */
export function debateEffectOf(
  guesses: readonly Round[],
  interviews: readonly Interview[],
): DebateEffect | null {
  const first = guesses[0]
  const last = guesses.at(-1)
  if (!first || !last || first === last) return null
  const before = compareNeeds(first, interviews)
  const after = compareNeeds(last, interviews)
  if (!before || !after) return null
  const ofNeed = new Map(before.perNeed.map((need) => [need.needId, need.guess]))
  const errorsBefore = numbersOf(after.perNeed.map(({ needId }) => ofNeed.get(needId) ?? null))
  const errorsAfter = numbersOf(after.perNeed.map(({ guess }) => guess))
  const truths = numbersOf(after.perNeed.map(({ customers }) => customers))
  if (!errorsBefore || !errorsAfter || !truths || before.perNeed.length !== ofNeed.size) return null
  return debateEffect(errorsBefore, errorsAfter, truths, after.n)
}

/** A cell on which a score or the best other rests has this many marks at least (method C4). */
const MIN_MARKS = 3

/** Where to act, by what customers gave; empty until five gave points, as what it says rests on the intervals. */
export function actOn(
  needIds: readonly string[],
  us: string,
  cells: readonly CustomerCell[],
  interviews: readonly Interview[],
): ActFigures[] {
  const points = pointsByNeed(interviews.filter(isCustomer), needIds)
  const needs = needIds.flatMap((needId) => {
    const values = points.get(needId) ?? []
    const importance = mean(values)
    if (importance === null) return []
    const own = cells.find((cell) => cell.needId === needId && cell.optionId === us)
    const others = cells
      .filter((cell) => cell.needId === needId && cell.optionId !== us && cell.n >= MIN_MARKS)
      .flatMap((cell) => cell.mean ?? [])
    const known = own?.values.filter((value) => value !== null) ?? []
    return [
      {
        needId,
        importance,
        mark: known.length >= MIN_MARKS ? mean(known) : null,
        bestOther: others.length === 0 ? null : Math.max(...others),
        importanceHalfWidth: compareWithGuess(importance, values, pointScale, needIds.length).halfWidth,
        markHalfWidth: compareWithGuess(0, known, markScale, needIds.length).halfWidth,
      },
    ]
  })
  return needs.every(({ importanceHalfWidth }) => importanceHalfWidth !== null) ? whereToAct(needs) : []
}

/** The honest line under every customers' grid: only those who marked both, each with his own points. */
export const pairedLead = (
  interviews: readonly Interview[],
  needIds: readonly string[],
  us: string,
  other: string,
): PairedDifference => pairedDifference(pairedLeads(interviews.filter(isCustomer), needIds, us, other))

/** From how many customers with points a need they hardly gave any is called imagined, and below which mean. */
const IMAGINED_FROM = 10
const IMAGINED_BELOW = 3

/** Needs of the guess that customers hardly gave any points. Nothing is said of fewer than ten customers. */
export const imaginedNeeds = ({ n, perNeed }: NeedComparison): readonly string[] =>
  n < IMAGINED_FROM
    ? []
    : perNeed
        .filter(({ customers }) => customers !== null && customers < IMAGINED_BELOW)
        .map(({ needId }) => needId)

export interface Overlooked {
  readonly needId: string
  readonly title: string
  /** Customers with points who gave it any, of `n`; nobody where it was not offered for points. */
  readonly givenBy: number
  readonly n: number
  /** Mean over all customers with points; null below three, or where nobody gave it any. */
  readonly mean: number | null
  /** Customers who raised it by points or in words, of all `asked`. */
  readonly raisedBy: number
  readonly asked: number
}

/** Needs customers gave points or named that no guess listed: most points first, then those most often named. */
export function overlookedNeeds(
  onBoard: readonly Need[],
  guessedIds: readonly string[],
  interviews: readonly Interview[],
): Overlooked[] {
  const unlisted = onBoard.filter(({ id, binned }) => !binned && !guessedIds.includes(id))
  const customers = interviews.filter(isCustomer)
  const points = pointsByNeed(
    customers,
    unlisted.map(({ id }) => id),
  )
  const counted = countedFor(interviews)
  return unlisted
    .map((need) => {
      const values = points.get(need.id) ?? []
      const givenBy = values.filter((value) => value > 0).length
      const named = new Set(need.mentionedBy.map((id) => counted.get(id)))
      const raised = customers.filter((one) => named.has(one.id) || raises(one, need))
      return {
        needId: need.id,
        title: need.short,
        givenBy,
        n: values.length,
        mean: givenBy === 0 || values.length < MIN_FOR_MEAN ? null : mean(values),
        raisedBy: raised.length,
        asked: customers.length,
        total: values.reduce((sum, value) => sum + value, 0),
      }
    })
    .filter(({ raisedBy }) => raisedBy > 0)
    .sort((a, b) => b.total - a.total || b.raisedBy - a.raisedBy || (a.needId < b.needId ? -1 : 1))
    .map(({ total: _total, ...one }) => one)
}

function raises(customer: Interview, need: Need): boolean {
  const title = need.short.trim().toLocaleLowerCase()
  return (
    (hasPoints(customer) && (customer.weights.points[need.id] ?? 0) > 0) ||
    customer.unaidedTopNeedId === need.id ||
    customer.missingNeeds.some((words) => words.trim().toLocaleLowerCase() === title)
  )
}
