/** The one thing that makes them buy: a need each, voted in secret (method B8, R068). */
import * as z from 'zod/mini'
import { abstained, MAX_SUBJECTS, subjectId, unknownIds } from '#shared/rounds/ballot-parts.ts'
import type { CharacteristicResult } from '#shared/rounds/debate-results.ts'
import type { RoundKind } from '#shared/rounds/kind.ts'

const characteristicBallot = z.strictObject({
  needId: z.nullable(subjectId),
  /** "I do not know": counted apart. */
  abstained,
})
export type CharacteristicBallot = z.output<typeof characteristicBallot>

export const characteristic: RoundKind<CharacteristicBallot, CharacteristicResult> = {
  isGuess: false,
  subjectsFrom: 'needs',
  columnsFrom: null,
  subjectCount: { min: 2, max: MAX_SUBJECTS },
  ballot: characteristicBallot,
  faults: ({ needId, abstained: without }, { subjects }) => {
    if (without) return []
    if (needId === null) return [{ path: '/needId', message: 'Choose one need, or say you do not know.' }]
    return unknownIds([needId], subjects, '/needId', 'This need is not part of the vote.')
  },
  tally: (ballots, { subjects }) => {
    const given = ballots.filter(({ ballot }) => !ballot.abstained)
    return {
      n: given.length,
      abstained: ballots.length - given.length,
      perSubject: subjects.map(({ id }) => ({
        subjectId: id,
        votes: given.filter(({ ballot }) => ballot.needId === id).length,
      })),
    }
  },
}
