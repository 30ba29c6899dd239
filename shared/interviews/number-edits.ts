/**
 * A customer's 100 points and marks out of ten. Whatever was said is kept; points count once they add up to 100, marks
 * only for ways the customer knows at first hand (R047).
 */
import { readRow, updateRow } from '#shared/document/collection.ts'
import type { Edit } from '#shared/document/edit.ts'
import { type Interview, interviews } from '#shared/interviews/schema.ts'

export type Basis = Interview['marks'][number]['basis']
const firstHand: readonly Basis[] = ['customer', 'used', 'evaluated']

export const isFirstHand = (basis: Basis): boolean => firstHand.includes(basis)

export const placedPoints = (points: Readonly<Record<string, number>>): number =>
  Object.values(points).reduce((total, each) => total + each, 0)

/** Points that enter the customers' means: given, and 100 in all. */
export const pointsCount = ({ status, points }: Interview['weights']): boolean =>
  status === 'given' && Math.abs(placedPoints(points) - 100) < 1e-9

/** Points for one need; null takes them away. False if the interview is gone. */
export const setPoints: Edit<{ interviewId: string; needId: string; points: number | null }, boolean> = (
  doc,
  { interviewId, needId, points },
) => {
  const interview = readRow(doc, interviews, interviewId)
  if (!interview) return false
  const { [needId]: _, ...others } = interview.weights.points
  const next = points === null ? others : { ...interview.weights.points, [needId]: points }
  const status = Object.keys(next).length > 0 ? 'given' : 'not_asked'
  return updateRow(doc, interviews, interviewId, { weights: { ...interview.weights, points: next, status } })
}

/** They would not put numbers on it, or did after all. Points they had given stay. */
export const declinePoints: Edit<{ interviewId: string; isDeclined: boolean; reason?: string }, boolean> = (
  doc,
  { interviewId, isDeclined, reason },
) => {
  const interview = readRow(doc, interviews, interviewId)
  if (!interview) return false
  const { points } = interview.weights
  const status = isDeclined ? 'declined' : Object.keys(points).length > 0 ? 'given' : 'not_asked'
  return updateRow(doc, interviews, interviewId, {
    weights: { points, status, reason: reason ?? interview.weights.reason },
  })
}

/** How they know an option; null when they do not, which takes its marks away. False if the interview is gone. */
export const setBasis: Edit<{ interviewId: string; optionId: string; basis: Basis | null }, boolean> = (
  doc,
  { interviewId, optionId, basis },
) => {
  const interview = readRow(doc, interviews, interviewId)
  if (!interview) return false
  const others = interview.marks.filter((one) => one.optionId !== optionId)
  const before = interview.marks.find((one) => one.optionId === optionId)
  const next = basis === null ? others : [...others, { optionId, basis, marks: before?.marks ?? {} }]
  return updateRow(doc, interviews, interviewId, { marks: next })
}

/** A mark for one need and option: null is "I do not know", undefined takes it away. Its option comes with `basis`. */
export const setMark: Edit<
  { interviewId: string; optionId: string; needId: string; mark: number | null | undefined; basis: Basis },
  boolean
> = (doc, { interviewId, optionId, needId, mark, basis }) => {
  const interview = readRow(doc, interviews, interviewId)
  if (!interview) return false
  const before = interview.marks.find((one) => one.optionId === optionId) ?? { optionId, basis, marks: {} }
  const { [needId]: _, ...others } = before.marks
  const next = { ...before, marks: mark === undefined ? others : { ...before.marks, [needId]: mark } }
  const isKnown = interview.marks.some((one) => one.optionId === optionId)
  return updateRow(doc, interviews, interviewId, {
    marks: isKnown
      ? interview.marks.map((one) => (one.optionId === optionId ? next : one))
      : [...interview.marks, next],
  })
}
