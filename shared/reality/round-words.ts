/** What rounds are called, and what is said of parts that are still sealed: screens and files say the same. */
import type { RoundKindName } from '#shared/rounds/kinds.ts'

const roundWords: Readonly<Record<RoundKindName, string>> = {
  notes: 'silent notes',
  cut: 'choice of needs',
  weights: 'weights',
  marks: 'marks',
  dots: 'dots on findings',
  support: 'support of the promise',
  truth: 'true today',
  category: 'buying category',
  characteristic: 'critical characteristic',
  confidence: 'how sure we are',
}

export const roundName = (kind: string, number: number): string =>
  `${Object.hasOwn(roundWords, kind) ? roundWords[kind as RoundKindName] : kind}, round ${number}`

export const sealedRoundWords = (kind: string, number: number): string =>
  `${upper(roundName(kind, number))} is still sealed.`

export const sealedWords = {
  interviews: 'The customers’ answers are sealed: nothing in this file rests on them.',
  round: (kind: string, number: number): string =>
    `${upper(roundName(kind, number))} is still sealed and left out.`,
  override: (reason: string): string =>
    `The envelope was opened before the last guess was revealed: ${reason}`,
}

const upper = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
