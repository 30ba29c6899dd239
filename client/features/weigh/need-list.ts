/** Which needs are weighed, in the order of the board, and how many may be. */
import { activeNeeds, isLive } from '#client/round/active-needs.ts'
import type { Need } from '#shared/board/schema.ts'
import { byOrder } from '#shared/document/order.ts'

export const FEWEST_NEEDS = 3
const ADVISED_NEEDS = 5
export const MOST_NEEDS = 7

/** Where a need must be put, counted among all live needs but itself, so that it passes one neighbour. */
export function indexPast(needs: readonly Need[], id: string, by: 1 | -1): number | null {
  const list = activeNeeds(needs)
  const neighbour = list[list.findIndex((need) => need.id === id) + by]
  if (!neighbour) return null
  const others = needs.filter((need) => isLive(need) && need.id !== id).sort(byOrder)
  return others.indexOf(neighbour) + (by === 1 ? 1 : 0)
}

export type Advice = 'empty' | 'few' | 'fewer' | 'five' | 'more' | 'tooMany'

/** What to say about a list of that length (method D3: five survive, seven at most). */
export function adviceFor(count: number): Advice {
  if (count === 0) return 'empty'
  if (count < FEWEST_NEEDS) return 'few'
  if (count < ADVISED_NEEDS) return 'fewer'
  if (count === ADVISED_NEEDS) return 'five'
  return count <= MOST_NEEDS ? 'more' : 'tooMany'
}
