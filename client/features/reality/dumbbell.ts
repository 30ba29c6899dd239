/** Where the marks of one row lie: our guess, customers' mean with its band, or their single values; and both numbers. */
import { type GapRow, hasMeanOnly } from '#client/features/reality/gap-model.ts'
import { MIN_FOR_INTERVAL } from '#shared/statistics/interval.ts'

export interface Scale {
  readonly from: number
  readonly width: number
  /** Points at the right end. */
  readonly end: number
}

export interface Label {
  readonly x: number
  readonly anchor: 'start' | 'end'
}

export interface Dumbbell {
  readonly guess: number | null
  readonly truth: number | null
  readonly band: { readonly from: number; readonly to: number; readonly isHatched: boolean } | null
  /** Single customers, below five. */
  readonly singles: readonly number[]
  /** Thin line of a mean of three or four. */
  readonly meanLine: number | null
  readonly isOverrated: boolean
  readonly guessLabel: Label | null
  readonly truthLabel: Label | null
}

export const GUESS_R = 7.6
export const TRUTH_R = 8.4
export const SINGLE_R = 4.5
/** Room for a number beyond either end of the scale, and the sizes of both. */
export const SURE_SIDE = 56
export const SURE_NUMBERS = { guess: 17, truth: 20 } as const
const LABEL_GAP = 6
const STEP = 10
const MANY_STEPS = 6

/** The end of the axis and its ticks for all rows together: tens, or twenties where they would crowd. */
export function axisOf(rows: readonly GapRow[]): { readonly end: number; readonly ticks: readonly number[] } {
  const most = Math.max(
    STEP,
    ...rows.map(({ guess, customers, halfWidth, values }) =>
      Math.max(
        guess ?? 0,
        (customers ?? 0) + (halfWidth ?? 0),
        ...(values.length < MIN_FOR_INTERVAL ? values : []),
      ),
    ),
  )
  const end = Math.min(100, Math.ceil(most / STEP) * STEP)
  const step = end / STEP > MANY_STEPS ? 2 * STEP : STEP
  return { end, ticks: Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => index * step) }
}

export const placeOf = (value: number, { from, width, end }: Scale): number =>
  from + (width * Math.max(0, Math.min(end, value))) / end

export function dumbbell(row: GapRow, scale: Scale): Dumbbell {
  const isFull = row.values.length >= MIN_FOR_INTERVAL
  const guess = row.guess === null ? null : placeOf(row.guess, scale)
  const truth = isFull && row.customers !== null ? placeOf(row.customers, scale) : null
  const half = row.halfWidth
  const band =
    truth === null || half === null || row.customers === null
      ? null
      : {
          from: placeOf(row.customers - half, scale),
          to: placeOf(row.customers + half, scale),
          isHatched:
            row.verdict === 'too-few-to-say' ? row.isTooFewToRank : row.verdict === 'too-close-to-tell',
        }
  const singles = isFull ? [] : row.values.map((value) => placeOf(value, scale))
  const meanLine = hasMeanOnly(row) && row.customers !== null ? placeOf(row.customers, scale) : null
  const isOverrated = row.guess !== null && row.customers !== null && row.guess > row.customers
  return {
    guess,
    truth,
    band,
    singles,
    meanLine,
    isOverrated,
    ...labels({ guess, truth, band, singles, isOverrated }),
  }
}

/** The numbers stand at opposite sides of everything that is drawn, so they can never touch. */
function labels({
  guess,
  truth,
  band,
  singles,
  isOverrated,
}: Pick<Dumbbell, 'guess' | 'truth' | 'band' | 'singles' | 'isOverrated'>) {
  const lefts = [
    ...(guess === null ? [] : [guess - GUESS_R]),
    ...(truth === null ? [] : [truth - TRUTH_R]),
    ...(band ? [band.from] : []),
    ...singles.map((x) => x - SINGLE_R),
  ]
  const rights = [
    ...(guess === null ? [] : [guess + GUESS_R]),
    ...(truth === null ? [] : [truth + TRUTH_R]),
    ...(band ? [band.to] : []),
    ...singles.map((x) => x + SINGLE_R),
  ]
  const left: Label = { x: Math.min(...lefts) - LABEL_GAP, anchor: 'end' }
  const right: Label = { x: Math.max(...rights) + LABEL_GAP, anchor: 'start' }
  return {
    guessLabel: guess === null ? null : isOverrated ? right : left,
    truthLabel: truth === null ? null : isOverrated ? left : right,
  }
}
