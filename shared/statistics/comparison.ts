/**
 * A guess against what customers gave (method C6). Everyone in the room guessed, so only the customers' side may be off
 * by chance. What must not be said at a number of answers is null here.
 */
import { pointDistance } from '#shared/statistics/distance.ts'
import { halfWidth, MIN_FOR_INTERVAL } from '#shared/statistics/interval.ts'
import { mean, sampleSd } from '#shared/statistics/summary.ts'

export const verdicts = [
  'clearly-too-high',
  'probably-too-high',
  'too-close-to-tell',
  'probably-too-low',
  'clearly-too-low',
  'too-few-to-say',
] as const
export type Verdict = (typeof verdicts)[number]

/** A mean of one or two answers is not given (method C12). */
export const MIN_FOR_MEAN = 3

export interface Scale {
  /** Least standard deviation reckoned with. */
  readonly floor: number
  /** A gap below this does not matter in practice. */
  readonly matters: number
}

/** 100 points: half a step of five; a gap matters from 5 points. */
export const pointScale: Scale = { floor: 2.5, matters: 5 }
/** Marks 0 to 10: half a mark; a gap matters from 1 mark. */
export const markScale: Scale = { floor: 0.5, matters: 1 }

export interface Gap {
  /** Customers with a figure. */
  readonly n: number
  /** Customers' mean; null below three. */
  readonly customers: number | null
  readonly sd: number | null
  /** Guess minus customers; plus: we overrate. */
  readonly gap: number | null
  /** Half-width of the 95 % interval, and the one for all bars together; null below five. */
  readonly halfWidth: number | null
  readonly simultaneousHalfWidth: number | null
  readonly verdict: Verdict
  /** Customers above and below our guess: the plainest evidence, always shown. */
  readonly above: number
  readonly below: number
}

/** Differences of the last bits of a division decide nothing. */
const NOTHING = 1e-9

/**
 * One bar: `guess` against the customers' `values`, both in the unit of `scale`. `family`: how many bars are looked at
 * together, for the simultaneous half-width (Bonferroni).
 */
export function compareWithGuess(
  guess: number,
  values: readonly number[],
  scale: Scale,
  family: number,
): Gap {
  const n = values.length
  const customers = n < MIN_FOR_MEAN ? null : mean(values)
  const sd = n < MIN_FOR_MEAN ? null : sampleSd(values)
  const gap = customers === null ? null : guess - customers
  const half = halfWidth({ n, sd: sd ?? 0, floor: scale.floor })
  const simultaneous = halfWidth({ n, sd: sd ?? 0, floor: scale.floor, family })
  return {
    n,
    customers,
    sd,
    gap,
    halfWidth: half,
    simultaneousHalfWidth: simultaneous,
    verdict: verdictOf(gap, half, simultaneous, scale),
    above: values.filter((value) => value > guess + NOTHING).length,
    below: values.filter((value) => value < guess - NOTHING).length,
  }
}

function verdictOf(
  gap: number | null,
  half: number | null,
  simultaneous: number | null,
  { matters }: Scale,
): Verdict {
  if (gap === null || half === null || simultaneous === null) return 'too-few-to-say'
  const size = Math.abs(gap)
  const side = gap > 0 ? 'high' : 'low'
  if (size < matters - NOTHING || size <= half) return 'too-close-to-tell'
  return size > simultaneous ? `clearly-too-${side}` : `probably-too-${side}`
}

/** √((N − m)/(N − 1)): how much narrower bars are when `asked` of only `all` customers there are were asked. */
export const finitePopulation = (asked: number, all: number): number =>
  all <= 1 || asked >= all ? 0 : Math.sqrt((all - asked) / (all - 1))

export interface DebateEffect {
  /** Distance of the mean ballot from the customers' means, in points, before and after the talk. */
  readonly errorBefore: number
  readonly errorAfter: number
  /** The same for a ballot that gives every need equally much. */
  readonly equalSplitError: number
  /** 1 − error / equal split: 1 is perfect, 0 no better than equal shares, below 0 worse. Null when equal shares are right. */
  readonly skillBefore: number | null
  readonly skillAfter: number | null
}

/** What the talk did to the guess (method C5). Lists of means by need in one order; null below five customers. */
export function debateEffect(
  before: readonly number[],
  after: readonly number[],
  customers: readonly number[],
  n: number,
): DebateEffect | null {
  if (n < MIN_FOR_INTERVAL) return null
  const equal = customers.map(() => 100 / customers.length)
  const equalSplitError = pointDistance(equal, customers)
  const errorBefore = pointDistance(before, customers)
  const errorAfter = pointDistance(after, customers)
  const skill = (error: number) => (equalSplitError === 0 ? null : 1 - error / equalSplitError)
  return {
    errorBefore,
    errorAfter,
    equalSplitError,
    skillBefore: skill(errorBefore),
    skillAfter: skill(errorAfter),
  }
}
