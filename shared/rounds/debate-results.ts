/** What the reveals of Debate publish: dots, support, truth today, buying category, critical characteristic. */
import * as z from 'zod/mini'
import { buyingCategories } from '#shared/board/schema.ts'

const count = z.number()

export const dotsResult = z.object({
  n: count,
  perSubject: z.array(z.object({ subjectId: z.string(), dots: count })),
})
export type DotsResult = z.output<typeof dotsResult>

export const supportResult = z.object({
  n: count,
  perSubject: z.array(
    z.object({
      subjectId: z.string(),
      n: count,
      mean: z.nullable(z.number()),
      /** Everyone's 1 to 5, lowest first. */
      values: z.array(z.number()),
    }),
  ),
})
export type SupportResult = z.output<typeof supportResult>

export const truthResult = z.object({
  n: count,
  perSubject: z.array(z.object({ subjectId: z.string(), yes: count, partly: count, no: count })),
})
export type TruthResult = z.output<typeof truthResult>

const categoryCounts = z.object(
  Object.fromEntries(buyingCategories.map((one) => [one, count])) as Record<
    (typeof buyingCategories)[number],
    typeof count
  >,
)
export const categoryResult = z.object({ n: count, counts: categoryCounts })
export type CategoryResult = z.output<typeof categoryResult>

export const characteristicResult = z.object({
  n: count,
  abstained: count,
  perSubject: z.array(z.object({ subjectId: z.string(), votes: count })),
})
export type CharacteristicResult = z.output<typeof characteristicResult>
