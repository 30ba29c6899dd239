/** What a strip plot shows of a result: rows in the chosen order, each with everything that is drawn in it. */
import type { TFunction } from 'i18next'
import { byValueThenFunction, type StripValue, widest } from '#client/features/weigh/strip-layout.ts'
import type { WeightsResult } from '#shared/rounds/weights-result.ts'

export type RowOrder = 'byMean' | 'asAsked'

export interface StripRow {
  readonly needId: string
  readonly title: string
  readonly mean: number
  /** Whole points; those of all rows add up to 100. */
  readonly shown: number
  readonly min: number
  readonly max: number
  /** The middle guess. */
  readonly median: number
  /** One of the three rows furthest apart. */
  readonly isWide: boolean
  /** "1 doesn't know", or null when everyone was sure. */
  readonly unsureText: string | null
  /** Lowest first. */
  readonly values: readonly StripValue[]
}

export function stripRows(
  t: TFunction<'weigh'>,
  result: WeightsResult,
  order: RowOrder,
  /** Averages other than one ballot, one voice. */
  means: ReadonlyMap<string, Pick<StripRow, 'mean' | 'shown'>> | null = null,
): StripRow[] {
  const given = result.perNeed.flatMap((need) => {
    const { mean, shown, min, max, median, sd } = need
    if (mean === null || shown === null || min === null || max === null || median === null) return []
    return [{ ...need, mean, shown, min, max, median, sd: sd ?? 0 }]
  })
  const wide = widest(given)
  const rows = given.map((need) => ({
    needId: need.needId,
    title: need.title,
    mean: need.mean,
    shown: need.shown,
    ...means?.get(need.needId),
    min: need.min,
    max: need.max,
    median: need.median,
    isWide: wide.has(need),
    unsureText: need.unsure > 0 ? t('revealed.doesNotKnow', { count: need.unsure }) : null,
    values: need.values
      .map(({ value, function: functionName }) => ({ value, functionName }))
      .sort(byValueThenFunction),
  }))
  return order === 'byMean' ? rows.sort((a, b) => b.mean - a.mean) : rows
}

export interface FunctionChip {
  readonly label: string
  readonly n: number
  /** Name that gives the shape; empty, so neutral, for functions shown together. */
  readonly shapeOf: string
  /** False where the function's numbers are not shown: too few ballots. */
  readonly isShown: boolean
}

/** Functions of the round, in alphabetical order: never a league (architecture: no ranking). */
export function functionChips(result: WeightsResult): FunctionChip[] {
  return result.byFunction
    .map(({ function: label, functions, n, show }) => ({
      label,
      n,
      shapeOf: functions.length === 1 ? label : '',
      isShown: show === 'figures' || show === 'merged',
    }))
    .sort((a, b) => a.label.localeCompare(b.label))
}

/** The shape of a guess: that of its function, neutral where it is secret or shown together with others. */
export const shapeOf = (functionName: string | null, chips: readonly FunctionChip[]): string =>
  chips.find(({ label }) => label === functionName)?.shapeOf ?? ''
