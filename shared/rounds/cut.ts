/** The cutting vote (method D3, R019): each member gives up to three marks, in secret, to the needs that matter most. */
import * as z from 'zod/mini'
import type { Fault } from '#shared/protocol/problems.ts'
import { abstained, subjectId, unknownIds } from '#shared/rounds/ballot-parts.ts'
import type { CutResult } from '#shared/rounds/cut-result.ts'
import type { CountedBallot, RoundKind, RoundSubjects } from '#shared/rounds/kind.ts'

export const MARKS_EACH = 3
export const MOST_TO_CUT = 60

const cutBallot = z.strictObject({
  /** Needs that get a mark. */
  marks: z
    .array(subjectId, { error: 'Marks are a list of needs.' })
    .check(z.maxLength(MARKS_EACH, { error: `More than ${MARKS_EACH} marks.` })),
  /** "I do not know": no marks, counted apart. */
  abstained,
})
export type CutBallot = z.output<typeof cutBallot>

export const cut: RoundKind<CutBallot, CutResult> = {
  isGuess: false,
  subjectsFrom: 'needs',
  columnsFrom: null,
  subjectCount: { min: 2, max: MOST_TO_CUT },
  ballot: cutBallot,
  faults,
  tally,
}

function faults({ marks, abstained: without }: CutBallot, { subjects }: RoundSubjects): Fault[] {
  const found = unknownIds(marks, subjects, '/marks', 'This need is not part of the vote.')
  if (new Set(marks).size < marks.length) {
    found.push({ path: '/marks', message: 'A need gets one mark from each.' })
  }
  if (!without && marks.length === 0) found.push({ path: '/marks', message: 'Give at least one mark.' })
  return found
}

function tally(ballots: readonly CountedBallot<CutBallot>[], { subjects }: RoundSubjects): CutResult {
  const given = ballots.filter(({ ballot }) => !ballot.abstained)
  const perNeed = subjects.map(({ id, title }) => ({
    needId: id,
    title,
    marks: given.filter(({ ballot }) => ballot.marks.includes(id)).length,
  }))
  return {
    n: given.length,
    abstained: ballots.length - given.length,
    perNeed: perNeed.sort((a, b) => b.marks - a.marks),
  }
}
