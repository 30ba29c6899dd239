/**
 * Spreading 100 points over needs: what each press, drag and key does to a ballot (SC-3).
 * Whole points only, no need below 0 or above 100. Only typing may place more than 100 in all, and nothing is ever
 * rescaled or cut for the person: the ballot says how many are too many.
 */
export const TOTAL = 100

/** Points by need. A need without an entry is blank; blank counts as 0. */
export type Points = Readonly<Record<string, number>>

export const pointsOf = (points: Points, id: string): number => points[id] ?? 0

/** Points placed on those needs. */
export const placed = (points: Points, ids: readonly string[]): number =>
  ids.reduce((sum, id) => sum + pointsOf(points, id), 0)

/** What is left to place; negative when too many are placed. */
export const left = (points: Points, ids: readonly string[]): number => TOTAL - placed(points, ids)

/** How many needs have points on them. */
export const needsWithPoints = (points: Points, ids: readonly string[]): number =>
  ids.filter((id) => pointsOf(points, id) > 0).length

/** The most one need can hold without going over: what it has and what is left. */
export const reach = (points: Points, ids: readonly string[], id: string): number =>
  pointsOf(points, id) + Math.max(0, left(points, ids))

/** Puts a need at `to`, stopping at 0 and at what is left. Less is always possible. */
export function slide(points: Points, ids: readonly string[], id: string, to: number): Points {
  const wanted = Math.max(0, Math.round(to))
  return set(points, id, Math.min(wanted, Math.max(pointsOf(points, id), reach(points, ids, id))))
}

export const step = (points: Points, ids: readonly string[], id: string, by: number): Points =>
  slide(points, ids, id, pointsOf(points, id) + by)

/** What is typed stands, also when it makes too many in all; null when it is not a number of points. */
export function type(points: Points, id: string, text: string): Points | null {
  if (text === '') return without(points, id)
  if (!/^\d{1,3}$/.test(text)) return null
  const value = Number(text)
  return value > TOTAL ? null : set(points, id, value)
}

/** Adds what is left to a need; nothing when nothing is left. */
export const takeRest = (points: Points, ids: readonly string[], id: string): Points =>
  slide(points, ids, id, reach(points, ids, id))

/** The same for each, the first ones a point more where 100 does not divide (SC-3b). */
export function shareEqually(ids: readonly string[]): Points {
  const each = Math.floor(TOTAL / ids.length)
  const over = TOTAL - each * ids.length
  return Object.fromEntries(ids.map((id, index) => [id, each + (index < over ? 1 : 0)]))
}

/** Every need with a number, blanks as 0: how a ballot is sealed (SC-3b). */
export const filled = (points: Points, ids: readonly string[]): Points =>
  Object.fromEntries(ids.map((id) => [id, pointsOf(points, id)]))

const set = (points: Points, id: string, value: number): Points =>
  points[id] === value ? points : { ...points, [id]: value }

function without(points: Points, id: string): Points {
  if (!(id in points)) return points
  const { [id]: _, ...rest } = points
  return rest
}
