/** What the list of those asked leaves out: who was asked by whom, how, in which roles, and for how long a customer. Pure. */
import type { Interview } from '#shared/interviews/schema.ts'

type BuyingRole = NonNullable<Interview['customer']['buyingRole']>

export const buyingRoles = ['decision_maker', 'approver', 'influencer', 'user', 'other'] as const
/** Roles whose absence is worth a word: a firm that buys has all three. */
const wantedRoles = ['decision_maker', 'approver', 'user'] as const
/** From this many on, the mix says something. */
const ENOUGH = 5
const OLD_FRIEND_YEARS = 2

export interface Mix {
  readonly total: number
  readonly modes: Readonly<Record<string, number>>
  readonly faceToFace: number
  readonly roles: readonly { readonly role: BuyingRole; readonly count: number }[]
  /** Roles nobody of whom was asked, once enough were. */
  readonly missing: readonly (typeof wantedRoles)[number][]
  readonly years: { readonly least: number; readonly most: number } | null
  readonly allWon: boolean
  readonly onlyOldFriends: boolean
  /** Interviewers and how many they asked, by seat. */
  readonly askedBy: Readonly<Record<string, number>>
}

export function mixOf(all: readonly Interview[]): Mix {
  const total = all.length
  const modes: Record<string, number> = {}
  const askedBy: Record<string, number> = {}
  for (const { mode, interviewerSeatId: by, source } of all) {
    if (mode !== null) modes[mode] = (modes[mode] ?? 0) + 1
    if (by !== null && source === 'interview') askedBy[by] = (askedBy[by] ?? 0) + 1
  }
  const count = (role: BuyingRole) => all.filter(({ customer }) => customer.buyingRole === role).length
  const roles = buyingRoles.map((role) => ({ role, count: count(role) })).filter((one) => one.count > 0)
  const known = all.flatMap(({ customer: { yearsAsCustomer: years, wonOrLost } }) =>
    years === null || wonOrLost === 'lost' ? [] : [years],
  )
  const isEnough = total >= ENOUGH
  return {
    total,
    modes,
    faceToFace: modes.face_to_face ?? 0,
    roles,
    missing: isEnough && roles.length > 0 ? wantedRoles.filter((role) => count(role) === 0) : [],
    years: known.length < 2 ? null : { least: Math.min(...known), most: Math.max(...known) },
    allWon: total > 0 && all.every(({ customer }) => customer.wonOrLost === 'won'),
    onlyOldFriends: known.length >= ENOUGH && known.every((years) => years > OLD_FRIEND_YEARS),
    askedBy,
  }
}
