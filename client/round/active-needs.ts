/** The needs a round is about: live ones that were chosen for the list, in the order of the board. */
import type { Need } from '#shared/board/schema.ts'
import { byOrder } from '#shared/document/order.ts'

export const isLive = (need: Need): boolean => need.binned === null

export const activeNeeds = (needs: readonly Need[]): readonly Need[] =>
  needs.filter((need) => isLive(need) && need.status === 'active').sort(byOrder)
