/** Support of promise drafts from 1 to 5, in secret (method B7, R064). */
import * as z from 'zod/mini'
import { byId, entryOf, unknownIds, whole } from '#shared/rounds/ballot-parts.ts'
import type { SupportResult } from '#shared/rounds/debate-results.ts'
import type { CountedBallot, RoundKind, RoundSubjects } from '#shared/rounds/kind.ts'
import { mean } from '#shared/statistics/summary.ts'

export const MOST_DRAFTS = 8

const supportBallot = z.strictObject({
  /** 1 "I would not sign it" to 5 "I would sign it today", by draft; what is left out is not said. */
  support: byId(
    whole(1, 5, 'Support is a whole number from 1 to 5.'),
    MOST_DRAFTS,
    'Support is given by draft.',
  ),
})
export type SupportBallot = z.output<typeof supportBallot>

export const support: RoundKind<SupportBallot, SupportResult> = {
  isGuess: false,
  subjectsFrom: 'promiseDrafts',
  columnsFrom: null,
  subjectCount: { min: 1, max: MOST_DRAFTS },
  ballot: supportBallot,
  faults: ({ support: given }, { subjects }) => {
    const found = unknownIds(Object.keys(given), subjects, '/support', 'This draft is not part of the vote.')
    if (Object.keys(given).length === 0)
      found.push({ path: '/support', message: 'Say how far you support at least one draft.' })
    return found
  },
  tally,
}

function tally(ballots: readonly CountedBallot<SupportBallot>[], { subjects }: RoundSubjects): SupportResult {
  return {
    n: ballots.length,
    perSubject: subjects.map(({ id }) => {
      const values = ballots.flatMap(({ ballot }) => entryOf(ballot.support, id) ?? [])
      return { subjectId: id, n: values.length, mean: mean(values), values: values.sort((a, b) => a - b) }
    }),
  }
}
