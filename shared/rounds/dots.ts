/** Five secret dots each on what customers said (method B6, R063); several on one are allowed. */
import * as z from 'zod/mini'
import type { Fault } from '#shared/protocol/problems.ts'
import { byId, entryOf, unknownIds, whole } from '#shared/rounds/ballot-parts.ts'
import type { DotsResult } from '#shared/rounds/debate-results.ts'
import type { CountedBallot, RoundKind, RoundSubjects } from '#shared/rounds/kind.ts'

export const DOTS_EACH = 5
const MOST_FINDINGS = 60

const dotsBallot = z.strictObject({
  /** Dots by finding. */
  dots: byId(
    whole(0, DOTS_EACH, `Dots are a whole number from 0 to ${DOTS_EACH}.`),
    MOST_FINDINGS,
    'Dots are given by finding.',
  ),
})
export type DotsBallot = z.output<typeof dotsBallot>

export const dots: RoundKind<DotsBallot, DotsResult> = {
  isGuess: false,
  subjectsFrom: 'findings',
  columnsFrom: null,
  subjectCount: { min: 2, max: MOST_FINDINGS },
  ballot: dotsBallot,
  faults,
  tally,
}

export const dotsPlaced = ({ dots: given }: DotsBallot): number =>
  Object.values(given).reduce((sum, one) => sum + one, 0)

function faults(ballot: DotsBallot, { subjects }: RoundSubjects): Fault[] {
  const found = unknownIds(
    Object.keys(ballot.dots),
    subjects,
    '/dots',
    'This finding is not part of the vote.',
  )
  const left = DOTS_EACH - dotsPlaced(ballot)
  if (left > 0) found.push({ path: '/dots', message: `${dotsWord(left)} left: place all ${DOTS_EACH}.` })
  if (left < 0) found.push({ path: '/dots', message: `${dotsWord(-left)} too many: place ${DOTS_EACH}.` })
  return found
}

const dotsWord = (n: number): string => (n === 1 ? '1 dot' : `${n} dots`)

function tally(ballots: readonly CountedBallot<DotsBallot>[], { subjects }: RoundSubjects): DotsResult {
  return {
    n: ballots.length,
    perSubject: subjects.map(({ id }) => ({
      subjectId: id,
      dots: ballots.reduce((sum, { ballot }) => sum + (entryOf(ballot.dots, id) ?? 0), 0),
    })),
  }
}
