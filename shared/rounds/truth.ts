/** Whether a promise is true today, said in secret by those who must deliver it (method B7, R065). */
import * as z from 'zod/mini'
import { byId, entryOf, unknownIds } from '#shared/rounds/ballot-parts.ts'
import type { TruthResult } from '#shared/rounds/debate-results.ts'
import type { RoundKind } from '#shared/rounds/kind.ts'
import { MOST_DRAFTS } from '#shared/rounds/support.ts'

const truthBallot = z.strictObject({
  /** By draft. Empty: somebody who delivers none of it. */
  trueToday: byId(
    z.enum(['yes', 'partly', 'no'], { error: 'True today is yes, partly or no.' }),
    MOST_DRAFTS,
    'True today is said by draft.',
  ),
})
export type TruthBallot = z.output<typeof truthBallot>

export const truth: RoundKind<TruthBallot, TruthResult> = {
  isGuess: false,
  subjectsFrom: 'promiseDrafts',
  columnsFrom: null,
  subjectCount: { min: 1, max: MOST_DRAFTS },
  ballot: truthBallot,
  faults: ({ trueToday }, { subjects }) =>
    unknownIds(Object.keys(trueToday), subjects, '/trueToday', 'This draft is not part of the vote.'),
  tally: (ballots, { subjects }) => {
    const said = (id: string, value: 'yes' | 'partly' | 'no') =>
      ballots.filter(({ ballot }) => entryOf(ballot.trueToday, id) === value).length
    return {
      n: ballots.filter(({ ballot }) => Object.keys(ballot.trueToday).length > 0).length,
      perSubject: subjects.map(({ id }) => ({
        subjectId: id,
        yes: said(id, 'yes'),
        partly: said(id, 'partly'),
        no: said(id, 'no'),
      })),
    }
  },
}
