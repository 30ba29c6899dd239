/** What the reveal of a round of confidence publishes: how many said each of the five, and their mean. */
import * as z from 'zod/mini'

export const confidenceResult = z.object({
  n: z.number(),
  /** 1 to 5; null without a ballot. */
  mean: z.nullable(z.number()),
  /** How many said 1, 2, 3, 4, 5. */
  counts: z.array(z.number()),
})
export type ConfidenceResult = z.output<typeof confidenceResult>
