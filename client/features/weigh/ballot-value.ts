/** A ballot as it is being written: one value, changed by pure functions, so that drafts, keys and buttons agree. */
import { filled, left, type Points } from '#client/features/weigh/points.ts'
import type { WeightsBallot } from '#shared/rounds/weights.ts'

export interface BallotValue {
  readonly points: Points
  readonly unsure: readonly string[]
  readonly confidence: number | null
  readonly abstained: boolean
  readonly reason: string
}

export const emptyBallot: BallotValue = {
  points: {},
  unsure: [],
  confidence: null,
  abstained: false,
  reason: '',
}

/** Changes a ballot; given a function, so that two changes in one moment both count. */
export type EditBallot = (change: (ballot: BallotValue) => BallotValue) => void

export const withPoints = (ballot: BallotValue, points: Points): BallotValue =>
  points === ballot.points ? ballot : { ...ballot, points }

/** Marks a need as not known, or takes the mark back. Its points stay and count. */
export const toggleUnsure = (ballot: BallotValue, id: string): BallotValue => ({
  ...ballot,
  unsure: ballot.unsure.includes(id) ? ballot.unsure.filter((one) => one !== id) : [...ballot.unsure, id],
})

export const maySeal = (ballot: BallotValue, ids: readonly string[]): boolean =>
  left(ballot.points, ids) === 0

/** As it is sealed with points: blanks are 0, and an abstention begun and left is forgotten. */
export const sealedWithPoints = (ballot: BallotValue, ids: readonly string[]): BallotValue => ({
  ...ballot,
  points: filled(ballot.points, ids),
  abstained: false,
  reason: '',
})

/** As it is sealed without an answer. The points are given up: the server never gets them as a guess. */
export const sealedAsUnknown = (reason: string): BallotValue => ({
  ...emptyBallot,
  abstained: true,
  reason: reason.trim(),
})

/** A ballot as it came back from the server or from this device; what does not fit is left out. */
export function readBallotValue(json: unknown, ids: readonly string[]): BallotValue {
  if (typeof json !== 'object' || json === null) return emptyBallot
  const { points, unsure, confidence, abstained, reason } = json as Partial<
    Record<keyof WeightsBallot, unknown>
  >
  return {
    points: readPoints(points, ids),
    unsure: Array.isArray(unsure) ? ids.filter((id) => unsure.includes(id)) : [],
    confidence: isWhole(confidence, 1, 5) ? confidence : null,
    abstained: abstained === true,
    reason: typeof reason === 'string' ? reason : '',
  }
}

function readPoints(points: unknown, ids: readonly string[]): Points {
  if (typeof points !== 'object' || points === null) return {}
  const values = points as Readonly<Record<string, unknown>>
  return Object.fromEntries(
    ids.flatMap((id) => {
      const value = Object.hasOwn(values, id) ? values[id] : undefined
      return isWhole(value, 0, 100) ? [[id, value]] : []
    }),
  )
}

const isWhole = (value: unknown, min: number, max: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
