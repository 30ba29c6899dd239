/** A ballot as it is being written: changed by pure functions only, so that drafts, keys and buttons agree. */
import { filled, left, type Points } from '#client/lib/points.ts'
import type { Subject } from '#shared/rounds/kind.ts'
import type { WeightsBallot } from '#shared/rounds/weights.ts'

export const emptyBallot: WeightsBallot = {
  points: {},
  unsure: [],
  confidence: null,
  abstained: false,
  reason: '',
}

/** Changes a ballot; given a function, so that two changes in one moment both count. */
export type EditBallot = (change: (ballot: WeightsBallot) => WeightsBallot) => void

export const withPoints = (ballot: WeightsBallot, points: Points): WeightsBallot =>
  points === ballot.points ? ballot : { ...ballot, points }

/** Marks a need as not known, or takes the mark back. Its points stay and count. */
export const toggleUnsure = (ballot: WeightsBallot, id: string): WeightsBallot => ({
  ...ballot,
  unsure: ballot.unsure.includes(id) ? ballot.unsure.filter((one) => one !== id) : [...ballot.unsure, id],
})

export const maySeal = (ballot: WeightsBallot, ids: readonly string[]): boolean =>
  left(ballot.points, ids) === 0

/** As it is sealed with points: blanks are 0, and an abstention begun and left is forgotten. */
export const sealedWithPoints = (ballot: WeightsBallot, ids: readonly string[]): WeightsBallot => ({
  ...ballot,
  points: filled(ballot.points, ids),
  abstained: false,
  reason: '',
})

/** As it is sealed without an answer. The points are given up: nobody gets them as a guess. */
export const sealedAsUnknown = (reason: string): WeightsBallot => ({
  ...emptyBallot,
  abstained: true,
  reason: reason.trim(),
})

/** Points and doubts of an earlier ballot, for the needs that are still asked. How sure one is, is asked anew. */
export const startFrom = (first: WeightsBallot, needs: readonly Subject[]): WeightsBallot => {
  const asked = new Set(needs.map(({ id }) => id))
  return {
    ...emptyBallot,
    points: Object.fromEntries(Object.entries(first.points).filter(([id]) => asked.has(id))),
    unsure: first.unsure.filter((id) => asked.has(id)),
  }
}
