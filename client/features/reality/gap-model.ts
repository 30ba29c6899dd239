/**
 * What the reality check draws: every need with what we guessed and what customers gave, in our order and in theirs.
 * Below five customers there is no order of theirs, so theirs is ours (method C12). No pixels here, no words.
 */
import type { Need } from '#shared/board/schema.ts'
import type { Interview } from '#shared/interviews/schema.ts'
import { isCustomer, pointsByNeed } from '#shared/reality/customers.ts'
import { compareNeeds, imaginedNeeds, type NeedComparison, overlookedNeeds } from '#shared/reality/reality.ts'
import type { Round } from '#shared/record/schema.ts'
import { compareWithGuess, MIN_FOR_MEAN, pointScale, type Verdict } from '#shared/statistics/comparison.ts'
import { MIN_FOR_INTERVAL, pairedDifference } from '#shared/statistics/interval.ts'
import { largestRemainder } from '#shared/statistics/rounding.ts'
import { places } from '#shared/statistics/same-order.ts'
import { sum } from '#shared/statistics/summary.ts'

export interface GapRow {
  readonly needId: string
  readonly title: string
  readonly kind: 'guessed' | 'overlooked' | 'imagined'
  /** Mean guess and its whole number; null where nobody guessed. */
  readonly guess: number | null
  readonly guessShown: number | null
  /** 1 the first; equals share the better place. */
  readonly guessPlace: number | null
  readonly isGuessJoint: boolean
  /** Customers' mean, null below three; its whole number, null below five. */
  readonly customers: number | null
  readonly shown: number | null
  readonly sd: number | null
  readonly gap: number | null
  readonly halfWidth: number | null
  readonly simultaneousHalfWidth: number | null
  readonly verdict: Verdict
  readonly values: readonly number[]
  readonly above: number
  readonly below: number
  /** Customers who gave it any points. */
  readonly givenBy: number
  /** Customers who gave it points or named it, of all who were asked. */
  readonly raisedBy: number
  /** First and last place among rows with points, by bands that do not touch; null below five, or without points. */
  readonly places: readonly [number, number] | null
  /** Named by so few customers that its place says nothing. */
  readonly isTooFewToRank: boolean
}

export interface GapModel {
  readonly comparison: NeedComparison
  readonly n: number
  /** Customers asked, those without points among them. */
  readonly asked: number
  readonly isEnough: boolean
  readonly ours: readonly GapRow[]
  readonly theirs: readonly GapRow[]
  readonly overlooked: number
  /** The row the highlighter runs along; null where nothing changed places. */
  readonly pathId: string | null
}

/** Of an overlooked need: named by half of those asked at most. */
const FEW_OF = 0.5
const TOP = 3

/** Null when the round's result cannot be read. */
export function gapModel(
  round: Round,
  held: readonly Interview[],
  onBoard: readonly Need[],
): GapModel | null {
  const comparison = compareNeeds(round, held)
  if (!comparison) return null
  const { n } = comparison
  const isEnough = n >= MIN_FOR_INTERVAL
  const rows = withPlaces(rowsOf(comparison, held, onBoard), isEnough)
  const ours = rows
    .filter(({ kind }) => kind !== 'overlooked')
    .sort((a, b) => (a.guessPlace ?? rows.length) - (b.guessPlace ?? rows.length))
  const overlooked = rows.filter(({ kind }) => kind === 'overlooked')
  const theirs = isEnough ? byCustomers(ours, overlooked) : [...ours, ...overlooked]
  return {
    comparison,
    n,
    asked: held.filter(isCustomer).length,
    isEnough,
    ours,
    theirs,
    overlooked: overlooked.length,
    pathId: isEnough ? pathOf(theirs) : null,
  }
}

type Bare = Omit<GapRow, 'places'>

function rowsOf(
  comparison: NeedComparison,
  held: readonly Interview[],
  onBoard: readonly Need[],
): readonly Bare[] {
  const { perNeed, n } = comparison
  const isEnough = n >= MIN_FOR_INTERVAL
  const imagined = new Set(imaginedNeeds(comparison))
  const known = perNeed.flatMap(({ guess }) => guess ?? [])
  const wholeGuess = wholes(perNeed.map(({ guess }) => guess))
  const unlisted = overlookedNeeds(
    onBoard,
    perNeed.map(({ needId }) => needId),
    held,
  )
  const points = pointsByNeed(
    held.filter(isCustomer),
    unlisted.map(({ needId }) => needId),
  )
  const also = unlisted.map((need) => {
    // Nobody was offered it: not a zero, but no figure.
    const values = need.givenBy === 0 ? [] : (points.get(need.needId) ?? [])
    return { need, values, ...compareWithGuess(0, values, pointScale, perNeed.length) }
  })
  const whole = wholes([...perNeed, ...also].map(({ customers }) => customers))
  const guessed = perNeed.map((one, index): Bare => {
    const place =
      one.guess === null ? null : 1 + known.filter((other) => other > (one.guess ?? 0) + 1e-9).length
    return {
      ...figuresOf(one),
      needId: one.needId,
      title: one.title,
      kind: imagined.has(one.needId) ? 'imagined' : 'guessed',
      guess: one.guess,
      guessShown: wholeGuess[index] ?? null,
      guessPlace: place,
      isGuessJoint: known.filter((other) => Math.abs(other - (one.guess ?? -1)) < 1e-9).length > 1,
      raisedBy: one.values.filter((value) => value > 0).length,
      shown: isEnough ? (whole[index] ?? null) : null,
      isTooFewToRank: !isEnough,
    }
  })
  const overlooked = also.map(
    ({ need, ...one }, index): Bare => ({
      ...figuresOf(one),
      needId: need.needId,
      title: need.title,
      kind: 'overlooked',
      guess: null,
      guessShown: null,
      guessPlace: null,
      isGuessJoint: false,
      gap: null,
      verdict: 'too-few-to-say',
      above: 0,
      below: 0,
      shown: isEnough ? (whole[perNeed.length + index] ?? null) : null,
      raisedBy: need.raisedBy,
      isTooFewToRank: !isEnough || need.raisedBy <= need.asked * FEW_OF,
    }),
  )
  return [...guessed, ...overlooked]
}

type Figures = Pick<
  GapRow,
  | 'customers'
  | 'sd'
  | 'gap'
  | 'halfWidth'
  | 'simultaneousHalfWidth'
  | 'verdict'
  | 'values'
  | 'above'
  | 'below'
>
const figuresOf = (one: Figures): Figures & Pick<GapRow, 'givenBy'> => ({
  customers: one.customers,
  sd: one.sd,
  gap: one.gap,
  halfWidth: one.halfWidth,
  simultaneousHalfWidth: one.simultaneousHalfWidth,
  verdict: one.verdict,
  values: one.values,
  above: one.above,
  below: one.below,
  givenBy: one.values.filter((value) => value > 0).length,
})

/** Whole numbers that add up as the exact ones do; nulls stay. */
function wholes(values: readonly (number | null)[]): readonly (number | null)[] {
  const known = values.flatMap((value) => value ?? [])
  const rounded = largestRemainder(known, Math.round(sum(known)))
  let at = 0
  return values.map((value) => (value === null ? null : (rounded[at++] ?? null)))
}

/** Not one that customers only named. */
export const hasPointsOfTheirs = ({ values }: Pick<GapRow, 'values'>): boolean => values.length > 0

/** A place is claimed only against rows whose band does not touch one's own. */
function withPlaces(rows: readonly Bare[], isEnough: boolean): GapRow[] {
  const band = ({ customers, halfWidth }: Bare) =>
    [(customers ?? 0) - (halfWidth ?? 0), (customers ?? 0) + (halfWidth ?? 0)] as const
  const given = rows.filter(hasPointsOfTheirs)
  return rows.map((row) => {
    const [low, high] = band(row)
    const before = given.filter((other) => other !== row && band(other)[0] > high).length
    const after = given.filter((other) => other !== row && band(other)[1] < low).length
    const isRanked = isEnough && hasPointsOfTheirs(row)
    return { ...row, places: isRanked ? ([1 + before, given.length - after] as const) : null }
  })
}

/** By what they gave, then what they only named, imagined needs last; equals in our order. */
function byCustomers(ours: readonly GapRow[], overlooked: readonly GapRow[]): GapRow[] {
  const isLast = (row: GapRow) => (row.kind === 'imagined' ? 2 : Number(!hasPointsOfTheirs(row)))
  return [...ours, ...overlooked].sort(
    (a, b) => isLast(a) - isLast(b) || steady(b.customers) - steady(a.customers),
  )
}

const steady = (value: number | null): number => Math.round((value ?? 0) * 1e9) / 1e9

/** The largest climber into the first three, else the largest change of place; the larger gap decides between equals. */
function pathOf(theirs: readonly GapRow[]): string | null {
  const at = places(theirs.map(({ customers }) => customers ?? 0))
  const moves = theirs.flatMap((row, index) => {
    const to = at[index] ?? 0
    if (row.guessPlace === null) return []
    return [{ row, to, climb: row.guessPlace - to, size: Math.abs(row.gap ?? 0) }]
  })
  const climbers = moves.filter(({ to, climb }) => climb > 0 && to <= TOP)
  const changed = moves
    .filter(({ climb }) => climb !== 0)
    .map((move) => ({ ...move, climb: Math.abs(move.climb) }))
  const [first] = (climbers.length > 0 ? climbers : changed).sort(
    (a, b) => b.climb - a.climb || b.size - a.size,
  )
  return first?.row.needId ?? null
}

/**
 * Rows that may be first: the one with most points, and all that customers did not settle to have less (method C7).
 * Empty below five customers.
 */
export function mayBeFirst({ theirs, isEnough }: GapModel): readonly GapRow[] {
  const [top, ...others] = isEnough ? theirs : []
  if (!top) return []
  return [top, ...others.filter((other) => hasPointsOfTheirs(other) && !isBehind(top, other))]
}

function isBehind(top: GapRow, other: GapRow): boolean {
  const { interval } = firstAgainst(top, other)
  return interval !== null && interval[0] > 0
}

/** The first need against another one, within the same customers. */
export const firstAgainst = (top: GapRow, other: GapRow) =>
  pairedDifference(top.values.map((value, index) => value - (other.values[index] ?? 0)))

/** What to talk about first: largest difference times weight. */
export const talkOrder = ({ theirs }: GapModel): readonly GapRow[] =>
  [...theirs].sort((a, b) => urgency(b) - urgency(a))

const urgency = ({ gap, customers, kind }: GapRow): number =>
  (kind === 'overlooked' ? (customers ?? 0) : Math.abs(gap ?? 0)) * (customers ?? 0)

/** Enough customers for a mean line but not for a band. */
export const hasMeanOnly = (row: GapRow): boolean =>
  row.values.length >= MIN_FOR_MEAN && row.values.length < MIN_FOR_INTERVAL
