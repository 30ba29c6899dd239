/** Three questions that propose a buying category (method E2); the room votes all the same. */
import type { buyingCategories } from '#shared/board/schema.ts'

export type BuyingCategory = (typeof buyingCategories)[number]
export const helperQuestions = ['k1', 'k2', 'k3'] as const
export type HelperAnswers = Readonly<Partial<Record<(typeof helperQuestions)[number], boolean>>>

/** What the answers propose; null while one that counts is open. */
export function proposedCategory({ k1, k2, k3 }: HelperAnswers): BuyingCategory | null {
  if (k1 === true) return 'intense'
  if (k1 === undefined) return null
  if (k2 === true) return 'heavy'
  if (k2 === undefined) return null
  return k3 === undefined ? null : k3 ? 'medium' : 'light'
}
