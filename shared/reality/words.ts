/**
 * The honest sentences that go with figures of few people (method C12): one function from figures to words, so that
 * screens, analysis and files say the same. No percentages, no "significant", whole numbers and "about".
 */
import type { Verdict } from '#shared/statistics/comparison.ts'
import { median } from '#shared/statistics/summary.ts'

/** Up to which numbers of customers each wording holds. */
const SINGLE_UP_TO = 2
const TOO_FEW_UP_TO = 4
const ROUGH_UP_TO = 7
const SOME_UP_TO = 14

export interface SampleOf {
  /** What single customers gave, for samples of one and two. */
  readonly values: readonly number[]
  /** Half-widths of all bars on the screen; empty below five customers. */
  readonly halfWidths: readonly number[]
  /** Customers with a figure. */
  readonly n: number
}

/** What so many calls can say. */
export function sampleWords({ n, values, halfWidths }: SampleOf): string {
  if (n === 0) return 'Nobody asked yet.'
  if (n <= SINGLE_UP_TO) return singleWords(values, n)
  if (n <= TOO_FEW_UP_TO) return `${n} customers asked: too few to say.`
  if (n <= ROUGH_UP_TO) return `${n} customers asked: a rough picture. Big differences only.`
  const typical = median(halfWidths)
  if (n <= SOME_UP_TO && typical !== null)
    return `${n} customers asked: differences under about ${Math.round(typical)} points may be chance.`
  return `${n} customers asked.`
}

function singleWords(values: readonly number[], n: number): string {
  const [first, second] = values
  if (n === 1) return first === undefined ? 'One customer asked.' : `One customer said ${whole(first)}.`
  if (first === undefined || second === undefined) return 'Two customers asked.'
  return `Two customers: ${whole(first)} and ${whole(second)}.`
}

/** A whole number as it is, anything else by one digit. */
const whole = (value: number): string =>
  Number.isInteger(value) ? String(value) : String(Math.round(value * 10) / 10)

export interface AskedOf {
  readonly n: number
  readonly boughtFromUs: number
  readonly faceToFace: number
  /** Buying roles nobody of whom was asked, in plain words. */
  readonly rolesNotAsked: readonly string[]
}

/** Who was asked, and who was not: none of the figures says that. Empty without customers. */
export function askedWords({ n, boughtFromUs, faceToFace, rolesNotAsked }: AskedOf): string[] {
  if (n === 0) return []
  const lines: string[] = []
  if (boughtFromUs === n) lines.push(`${allOf(n)} bought from us; nobody who went elsewhere was asked.`)
  if (faceToFace > 0) lines.push(`${faceToFace} of ${n} asked face to face: perhaps more polite.`)
  for (const role of rolesNotAsked) lines.push(`Nobody of the role “${role}” was asked.`)
  return lines
}

const allOf = (n: number): string => (n === 1 ? 'The one we asked' : n === 2 ? 'Both' : `All ${n}`)

export interface GuessOf {
  readonly n: number
  readonly round: number
  readonly abstained: number
  readonly customersAsked: number
}

/** Label of every figure that is only the team's. */
export function guessWords({ n, round, abstained, customersAsked }: GuessOf): string {
  const parts = [`Guess of ${n} of us, round ${round}.`]
  if (abstained > 0) parts.push(`${abstained} did not know.`)
  if (customersAsked === 0) parts.push('No customer asked yet.')
  return parts.join(' ')
}

const verdictTexts: Readonly<Record<Verdict, string>> = {
  'clearly-too-high': 'clearly too high',
  'probably-too-high': 'probably too high',
  'too-close-to-tell': 'too close to tell',
  'probably-too-low': 'probably too low',
  'clearly-too-low': 'clearly too low',
  'too-few-to-say': 'too few to say',
}

export const verdictWords = (verdict: Verdict): string => verdictTexts[verdict]

/** "about 15 points too high", said of a guess; null where nothing may be said. */
export function gapWords(gap: number | null, verdict: Verdict, unit: 'point' | 'mark'): string | null {
  if (gap === null || verdict === 'too-few-to-say' || verdict === 'too-close-to-tell') return null
  const size = Math.round(Math.abs(gap))
  return `about ${size} ${unit}${size === 1 ? '' : 's'} ${gap > 0 ? 'too high' : 'too low'}`
}

/** "7 of 10", never a percentage below 20 people. */
export function shareWords(some: number, n: number): string {
  return n < 20 ? `${some} of ${n}` : `${some} of ${n} (${Math.round((100 * some) / n)} %)`
}
