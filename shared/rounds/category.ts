/** How hard buyers look before they buy: one of four categories, voted in secret (method B9, R067). */
import * as z from 'zod/mini'
import { buyingCategories } from '#shared/board/schema.ts'
import type { CategoryResult } from '#shared/rounds/debate-results.ts'
import type { RoundKind } from '#shared/rounds/kind.ts'

const categoryBallot = z.strictObject({
  category: z.nullable(
    z.enum(buyingCategories, { error: 'The category is light, medium, heavy or intense.' }),
  ),
})
export type CategoryBallot = z.output<typeof categoryBallot>

export const category: RoundKind<CategoryBallot, CategoryResult> = {
  isGuess: false,
  subjectsFrom: 'none',
  columnsFrom: null,
  subjectCount: { min: 0, max: 0 },
  ballot: categoryBallot,
  faults: ({ category: chosen }) =>
    chosen === null ? [{ path: '/category', message: 'Choose one of the four.' }] : [],
  tally: (ballots) => {
    const votes = (one: (typeof buyingCategories)[number]) =>
      ballots.filter(({ ballot }) => ballot.category === one).length
    return {
      n: ballots.length,
      counts: {
        light: votes('light'),
        medium: votes('medium'),
        heavy: votes('heavy'),
        intense: votes('intense'),
      },
    }
  },
}
