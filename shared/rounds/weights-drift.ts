/** Which ballots of two weights rounds tell how the talk between them moved the room (method C5). */
import { entryOf } from '#shared/rounds/ballot-parts.ts'
import type { Subject } from '#shared/rounds/kind.ts'
import type { WeightsBallot } from '#shared/rounds/weights.ts'
import { type Drift, drift } from '#shared/statistics/drift.ts'

/** What somebody sealed in the two rounds; null: nothing. */
export interface BothBallots {
  readonly seniority: number | null
  readonly before: WeightsBallot | null
  readonly after: WeightsBallot | null
}

export interface WeightsDrift extends Drift {
  /** People who did not know in the first round and gave points in the second. */
  readonly returned: number
}

export function weightsDrift(people: readonly BothBallots[], needs: readonly Subject[]): WeightsDrift {
  const pointsOf = ({ points }: WeightsBallot) => needs.map(({ id }) => entryOf(points, id) ?? 0)
  const movers = people.flatMap(({ seniority, before, after }) =>
    before && after && !before.abstained && !after.abstained
      ? [
          {
            seniority,
            before: pointsOf(before),
            after: pointsOf(after),
            confidenceBefore: before.confidence,
            confidenceAfter: after.confidence,
          },
        ]
      : [],
  )
  const returned = people.filter(({ before, after }) => before?.abstained && after && !after.abstained)
  return { ...drift(movers), returned: returned.length }
}
