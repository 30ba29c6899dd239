/**
 * How sure everyone is, at the close, that this room knows its customers (method P7, R028): 1 to 5, in secret. A reveal
 * publishes how many said what, never by function: so few answers of one figure each would give people away.
 */
import * as z from 'zod/mini'
import { whole } from '#shared/rounds/ballot-parts.ts'
import type { ConfidenceResult } from '#shared/rounds/confidence-result.ts'
import type { RoundKind } from '#shared/rounds/kind.ts'
import { mean } from '#shared/statistics/summary.ts'

export const surenesses = [1, 2, 3, 4, 5] as const

const confidenceBallot = z.strictObject({
  /** 1 "a shot in the dark" to 5 "I have heard customers say it"; null while nothing is chosen. */
  confidence: z.nullable(whole(1, 5, 'How sure you are is a whole number from 1 to 5.')),
})
export type ConfidenceBallot = z.output<typeof confidenceBallot>

export const confidence: RoundKind<ConfidenceBallot, ConfidenceResult> = {
  isGuess: false,
  subjectsFrom: 'none',
  columnsFrom: null,
  subjectCount: { min: 0, max: 0 },
  ballot: confidenceBallot,
  faults: ({ confidence: chosen }) =>
    chosen === null ? [{ path: '/confidence', message: 'Choose one of the five.' }] : [],
  tally: (ballots) => {
    const said = ballots.flatMap(({ ballot }) => ballot.confidence ?? [])
    return {
      n: said.length,
      mean: mean([...said].sort()),
      counts: surenesses.map((level) => said.filter((one) => one === level).length),
    }
  },
}
