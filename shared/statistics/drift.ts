/**
 * How the talk between two rounds moved the room (method C5), from whole ballots of both: computed where ballots are
 * kept, so that only these figures leave. Names nobody. Figures are cut to hundredths: whole fractions would be a
 * fingerprint of the ballots they come from.
 */
import { disagreement } from '#shared/statistics/disagreement.ts'
import { pointDistance } from '#shared/statistics/distance.ts'
import { meanPoints } from '#shared/statistics/functions.ts'
import { mean, sum } from '#shared/statistics/summary.ts'

/** From so many people with two ballots pulls are told (method C5, simulation). */
export const FEWEST_FOR_PULL = 5
const SOME_FROM = 0.15
const STRONG_FROM = 0.25
/** First ballots at most this many points from the senior one are too near to be told apart from it. */
const ALLY_WITHIN = 25

/** Somebody with points in both rounds, by position of the need. */
export interface Mover {
  /** 1 to 5; null when nobody said. */
  readonly seniority: number | null
  readonly before: readonly number[]
  readonly after: readonly number[]
  readonly confidenceBefore: number | null
  readonly confidenceAfter: number | null
}

export type PullWord = 'none' | 'some' | 'strong'

export interface Pull {
  /** Share of the way the others went to the mean first ballot of the rest (a); 1 is all of it. */
  readonly toGroup: number | null
  /** Share of the way the others went to the most senior first ballot (b). */
  readonly toSenior: number | null
  /** What to call `toSenior`. It shows movement, not its cause. */
  readonly words: PullWord | null
  /** People whose first ballot lay within 25 points of the senior one. */
  readonly alliesOfSenior: number | null
  /** Points the most senior ballot moved, and the others on average. */
  readonly seniorMoved: number | null
  readonly othersMovedMean: number | null
  /** Why there is no pull; null when there is one. */
  readonly why: 'too-few-people' | 'no-seniority' | 'cannot-be-told-apart' | null
}

export interface Drift extends Pull {
  /** People with points in both rounds. */
  readonly n: number
  /** Mean distance of two ballots, in points; null below two people. */
  readonly disagreementBefore: number | null
  readonly disagreementAfter: number | null
  /** Share of the disagreement that went; below 0 when it grew; null when there was none. */
  readonly convergence: number | null
  /** Means of those who said it both times. */
  readonly confidenceBefore: number | null
  readonly confidenceAfter: number | null
}

export function drift(movers: readonly Mover[]): Drift {
  const before = apart(movers.map((one) => one.before))
  const after = apart(movers.map((one) => one.after))
  const sure = movers.flatMap(({ confidenceBefore, confidenceAfter }) =>
    confidenceBefore === null || confidenceAfter === null ? [] : [{ confidenceBefore, confidenceAfter }],
  )
  return {
    n: movers.length,
    disagreementBefore: hundredths(before),
    disagreementAfter: hundredths(after),
    convergence: hundredths(before === null || after === null || before === 0 ? null : 1 - after / before),
    ...pull(movers),
    confidenceBefore: hundredths(mean(sure.map((one) => one.confidenceBefore))),
    confidenceAfter: hundredths(mean(sure.map((one) => one.confidenceAfter))),
  }
}

export function pullWord(toSenior: number): PullWord {
  if (toSenior < SOME_FROM) return 'none'
  return toSenior < STRONG_FROM ? 'some' : 'strong'
}

/** Pull of the most senior; of several equally senior ones the strongest. */
function pull(movers: readonly Mover[]): Pull {
  if (movers.length < FEWEST_FOR_PULL) return noPull('too-few-people')
  const highest = Math.max(...movers.map(({ seniority }) => seniority ?? 0))
  if (highest === 0) return noPull('no-seniority')
  const [strongest] = movers
    .filter(({ seniority }) => seniority === highest)
    .flatMap((senior) => {
      const fit = twoTargets(movers, senior)
      return fit ? [{ senior, ...fit }] : []
    })
    .sort((x, y) => y.toSenior - x.toSenior)
  if (!strongest) return noPull('cannot-be-told-apart')
  const { senior, toGroup, toSenior } = strongest
  const others = movers.filter((one) => one !== senior)
  return {
    toGroup: hundredths(toGroup),
    toSenior: hundredths(toSenior),
    words: pullWord(toSenior),
    alliesOfSenior: others.filter(({ before }) => pointDistance(before, senior.before) <= ALLY_WITHIN).length,
    seniorMoved: hundredths(moved(senior)),
    othersMovedMean: hundredths(mean(others.map(moved))),
    why: null,
  }
}

/**
 * Least squares of every other's movement on two targets, without a constant (built on models of taking advice):
 * the mean first ballot of the rest, and the senior's first ballot. Null when both lie in one direction.
 */
function twoTargets(
  movers: readonly Mover[],
  senior: Mover,
): { readonly toGroup: number; readonly toSenior: number } | null {
  const rows = movers.flatMap((one) => {
    if (one === senior) return []
    const rest = movers.filter((other) => other !== one && other !== senior)
    const group = meanPoints(rest.map(({ before }) => ({ points: before }))) ?? []
    return one.before.map((from, need) => ({
      y: (one.after[need] ?? 0) - from,
      g: (group[need] ?? 0) - from,
      h: (senior.before[need] ?? 0) - from,
    }))
  })
  const gg = sum(rows.map(({ g }) => g * g))
  const hh = sum(rows.map(({ h }) => h * h))
  const gh = sum(rows.map(({ g, h }) => g * h))
  const gy = sum(rows.map(({ g, y }) => g * y))
  const hy = sum(rows.map(({ h, y }) => h * y))
  const determinant = gg * hh - gh * gh
  if (determinant <= 1e-9 * Math.max(1, gg * hh)) return null
  return { toGroup: (gy * hh - hy * gh) / determinant, toSenior: (hy * gg - gy * gh) / determinant }
}

const noPull = (why: NonNullable<Pull['why']>): Pull => ({
  toGroup: null,
  toSenior: null,
  words: null,
  alliesOfSenior: null,
  seniorMoved: null,
  othersMovedMean: null,
  why,
})

const apart = (ballots: readonly (readonly number[])[]): number | null =>
  disagreement(ballots.map((points) => ({ functionName: '', points }))).overall

const moved = ({ before, after }: Mover): number => pointDistance(before, after)

const hundredths = (value: number | null): number | null =>
  // Adding 0 turns -0 into 0.
  value === null ? null : Math.round(value * 100) / 100 + 0
