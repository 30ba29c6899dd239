/** The competitor grid twice: our marks and weights as guessed, and customers' marks at first hand with their points. */
import type { options } from '#shared/board/schema.ts'
import type { RowOf } from '#shared/document/collection.ts'
import { byOrder } from '#shared/document/order.ts'
import type { Interview } from '#shared/interviews/schema.ts'
import { type CustomerCell, customerCells, isCustomer, pointsByNeed } from '#shared/reality/customers.ts'
import { actOn, compareMarks, type MarkGap, pairedLead } from '#shared/reality/reality.ts'
import type { Round } from '#shared/record/schema.ts'
import { readResult } from '#shared/rounds/kinds.ts'
import { MIN_FOR_MEAN } from '#shared/statistics/comparison.ts'
import { type NeedWeight, weightedScores } from '#shared/statistics/competition.ts'
import { MIN_FOR_INTERVAL, type PairedDifference } from '#shared/statistics/interval.ts'
import { places } from '#shared/statistics/same-order.ts'
import { mean } from '#shared/statistics/summary.ts'
import type { ActFigures } from '#shared/statistics/where-to-act.ts'

type Option = RowOf<typeof options>

export interface OptionTotals {
  readonly optionId: string
  readonly name: string
  readonly isUs: boolean
  readonly guess: number | null
  readonly truth: number | null
  readonly guessPlace: number | null
  readonly truthPlace: number | null
  /** Customers who marked it at first hand. */
  readonly raters: number
  readonly isFew: boolean
  /** Us against it, among those who marked both; null for ourselves. */
  readonly paired: PairedDifference | null
}

export interface CellPair {
  readonly guess: number | null
  readonly truth: number | null
  readonly n: number
  readonly gap: MarkGap | null
}

export interface Competition {
  readonly number: number | null
  readonly options: readonly OptionTotals[]
  readonly ours: OptionTotals | null
  readonly cell: (needId: string, optionId: string) => CellPair
  readonly act: readonly ActFigures[]
  readonly needIds: readonly string[]
}

export function competitionOf(about: {
  /** Needs of the guess, on which the totals rest. */
  readonly needIds: readonly string[]
  /** Needs nobody of us listed: their marks are shown and count in no total. */
  readonly overlookedIds: readonly string[]
  readonly columns: readonly Option[]
  readonly marks: Round | undefined
  readonly weights: Round
  readonly held: readonly Interview[]
}): Competition | null {
  const { needIds, marks, weights, held } = about
  const columns = [...about.columns].sort(
    (a, b) => Number(b.kind === 'us') - Number(a.kind === 'us') || byOrder(a, b),
  )
  if (columns.length === 0) return null
  const us = columns.find(({ kind }) => kind === 'us')?.id ?? ''
  const customers = held.filter(isCustomer)
  const optionIds = columns.map(({ id }) => id)
  const cells = customerCells(customers, needIds, optionIds)
  const shown = [...cells, ...customerCells(customers, about.overlookedIds, optionIds)]
  const points = pointsByNeed(customers, needIds)
  const theirWeights: NeedWeight[] = needIds.map((needId) => ({
    needId,
    mean: mean(points.get(needId) ?? []),
  }))
  const theirs = new Map(weightedScores(cells, theirWeights).map((one) => [one.optionId, one.score]))
  const guessed = marks && readResult('marks', marks.result)
  const weighed = readResult('weights', weights.result)
  const ours = new Map(
    guessed && weighed
      ? weightedScores(guessed.cells, weighed.perNeed).map((one) => [one.optionId, one.score])
      : [],
  )
  const gaps = (marks && compareMarks(marks, held)?.cells) ?? []
  const raters = new Map(optionIds.map((id) => [id, ratersOf(cells, id)]))
  const known = (scores: ReadonlyMap<string, number | null>) =>
    placesOf(optionIds.map((id) => scores.get(id) ?? null))
  // A column too few have marked takes no part in the order.
  const firm = new Map(
    optionIds.map((id) => [id, (raters.get(id) ?? 0) < MIN_FOR_INTERVAL ? null : (theirs.get(id) ?? null)]),
  )
  const guessPlaces = known(ours)
  const truthPlaces = known(firm)
  const totals = columns.map(
    ({ id, name, kind }, index): OptionTotals => ({
      optionId: id,
      name,
      isUs: kind === 'us',
      guess: ours.get(id) ?? null,
      truth: theirs.get(id) ?? null,
      guessPlace: guessPlaces[index] ?? null,
      truthPlace: truthPlaces[index] ?? null,
      raters: raters.get(id) ?? 0,
      isFew: (raters.get(id) ?? 0) < MIN_FOR_INTERVAL,
      paired: kind === 'us' || us === '' ? null : pairedLead(held, needIds, us, id),
    }),
  )
  return {
    number: marks?.number ?? null,
    options: totals,
    ours: totals.find(({ isUs }) => isUs) ?? null,
    needIds,
    cell: (needId, optionId) => {
      const theirCell = shown.find((one) => one.needId === needId && one.optionId === optionId)
      const n = theirCell?.n ?? 0
      const gap = gaps.find((one) => one.needId === needId && one.optionId === optionId) ?? null
      return { guess: gap?.guess ?? null, truth: n < MIN_FOR_MEAN ? null : (theirCell?.mean ?? null), n, gap }
    },
    act: actOn(needIds, us, cells, held),
  }
}

/** Customers with at least one mark for it. */
function ratersOf(cells: readonly CustomerCell[], optionId: string): number {
  const own = cells.filter((cell) => cell.optionId === optionId)
  const count = own[0]?.values.length ?? 0
  return Array.from({ length: count }, (_, index) => index).filter((index) =>
    own.some(({ values }) => values[index] != null),
  ).length
}

/** Places among those that have a figure. */
function placesOf(values: readonly (number | null)[]): readonly (number | null)[] {
  const known = places(values.flatMap((value) => value ?? []))
  let at = 0
  return values.map((value) => (value === null ? null : (known[at++] ?? null)))
}
