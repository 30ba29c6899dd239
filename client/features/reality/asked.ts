/** Who was asked and who was not, out of the interviews; the sentences are those of every other place. */
import type { Interview } from '#shared/interviews/schema.ts'
import { isCounted } from '#shared/reality/customers.ts'
import { askedWords } from '#shared/reality/words.ts'

export const buyingRoles = ['decision_maker', 'approver', 'influencer', 'user'] as const
export type BuyingRole = (typeof buyingRoles)[number] | 'other'

export function askedLines(held: readonly Interview[], nameOf: (role: BuyingRole) => string): string[] {
  const counted = held.filter(isCounted)
  const roles = new Set(counted.map(({ customer }) => customer.buyingRole))
  const isKnown = [...roles].some((role) => role !== null)
  return askedWords({
    n: counted.length,
    boughtFromUs: counted.filter(({ customer }) => customer.wonOrLost !== 'lost').length,
    faceToFace: counted.filter(({ mode }) => mode === 'face_to_face').length,
    rolesNotAsked: isKnown ? buyingRoles.filter((role) => !roles.has(role)).map(nameOf) : [],
  })
}
