/** Sentences about a round of whatever kind: who sees what, what a figure rests on, counts and names in words. */
import type { TFunction } from 'i18next'
import type { Anonymity } from '#shared/record/schema.ts'
import { shownFrom } from '#shared/rounds/ballot-parts.ts'

type Words = TFunction<'round'>

const small = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
] as const

/** A count inside a sentence: in words up to twelve. */
export function countInSentence(t: Words, count: number): string {
  const name = small[count]
  return name ? t(`numbers.${name}`) : String(count)
}

/** A count as it starts a heading. */
export function countInWords(t: Words, count: number): string {
  const word = countInSentence(t, count)
  return word.charAt(0).toLocaleUpperCase() + word.slice(1)
}

/** What the room knows of customers while it looks at guesses. */
export interface CustomersAsked {
  readonly count: number
  readonly isOpen: boolean
}

export interface Sample {
  readonly n: number
  readonly abstained: number
  readonly missing: number
  readonly number: number
  readonly customers: CustomersAsked
  /** What else has to be said of these ballots, before the customers. */
  readonly also?: string
}

/** "9 sealed ballots, round 1. 1 did not know. No customer asked yet." */
export function sampleSentence(t: Words, sample: Sample): string {
  const { n, abstained, missing, number, customers, also } = sample
  const parts: string[] = [t('revealed.sample', { count: n, number })]
  if (abstained > 0) parts.push(t('revealed.didNotKnow', { count: abstained }))
  if (missing > 0) parts.push(t('revealed.missed', { count: missing }))
  if (also) parts.push(also)
  parts.push(customers.count > 0 ? t('revealed.asked', { count: customers.count }) : t('revealed.notAsked'))
  return parts.join(' ')
}

/** Who will see what, and until when it can be changed: generated from the setting in force (SE-2a). */
export function secrecySentence(
  t: Words,
  setting: { anonymity: Anonymity; minFunctionSize: number; facilitator: string },
): string {
  const who = t(`secrecy.${setting.anonymity}`, { from: shownFrom(setting) })
  return `${who} ${t('secrecy.until', { name: setting.facilitator })}`
}

/** The same before the round opens, for the one who opens it. */
export const secrecyForAll = (t: Words, anonymity: Anonymity, minFunctionSize: number): string =>
  t(`secrecyForAll.${anonymity}`, { from: shownFrom({ anonymity, minFunctionSize }) })

/** Names one after the other, as a sentence has them: "Dan and Hanne". */
export const listOfNames = (names: readonly string[], language: string): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(names)
