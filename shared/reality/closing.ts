/**
 * What the room takes away (method P7): what it knows now, what it still does not know, when it looks again. Each line
 * says where it comes from, so that a screen can open its source (R101).
 */
import type {
  ClosingGround,
  ClosingLine,
  ClosingLook,
  ConfidenceOf,
  Reference,
} from '#shared/reality/closing-ground.ts'
import { knownLines } from '#shared/reality/closing-known.ts'
import { closingLooks } from '#shared/reality/closing-looks.ts'
import { unknownLines } from '#shared/reality/closing-unknown.ts'
import { confidenceLabels, guessOf } from '#shared/reality/closing-words.ts'
import { compareNeeds, guessesOf } from '#shared/reality/reality.ts'
import type { Round } from '#shared/record/schema.ts'
import { readResult } from '#shared/rounds/kinds.ts'

export interface Closing {
  readonly known: readonly ClosingLine[]
  readonly unknown: readonly ClosingLine[]
  readonly looks: readonly ClosingLook[]
  readonly confidence: readonly ConfidenceOf[]
}

export function closingOf(ground: ClosingGround): Closing {
  const reference = referenceOf(ground)
  return {
    known: knownLines(ground, reference),
    unknown: unknownLines(ground, reference),
    looks: closingLooks(ground),
    confidence: confidencesOf(ground.rounds),
  }
}

function referenceOf({ rounds, interviews }: ClosingGround): Reference | null {
  const round = guessesOf(rounds, 'weights').at(-1)
  const compared = round && interviews ? compareNeeds(round, interviews) : null
  return compared && { compared, guess: guessOf(compared.guessed, compared.number) }
}

/** How sure the room was, by round (R028): of its weights, and of its knowledge at the close. */
export function confidencesOf(rounds: readonly Round[]): ConfidenceOf[] {
  return rounds
    .filter(({ status }) => status === 'revealed')
    .flatMap((round): ConfidenceOf[] => {
      if (round.kind === 'confidence') return atClose(round)
      if (round.kind !== 'weights') return []
      const result = readResult('weights', round.result)
      if (!result || result.confidenceMean === null) return []
      const { confidenceMean: mean } = result
      const n = result.confidenceN ?? result.n
      const { secondLook, guess } = confidenceLabels
      const label = round.informed ? secondLook(round.number) : guess(round.number)
      return [{ label, mean, n, at: round.informed ? 'second-look' : 'weigh' }]
    })
}

function atClose(round: Round): ConfidenceOf[] {
  const result = readResult('confidence', round.result)
  if (!result || result.mean === null) return []
  const { mean, n } = result
  return [{ label: confidenceLabels.closing(round.number), mean, n, at: 'closing' }]
}
