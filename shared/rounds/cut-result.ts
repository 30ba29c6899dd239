/** What the reveal of a cutting vote publishes: marks by need, and how many did not know. */
import * as z from 'zod/mini'

export const cutResult = z.object({
  /** Ballots with marks. */
  n: z.number(),
  abstained: z.number(),
  /** Most marks first; needs with as many in the order of the list. */
  perNeed: z.array(z.object({ needId: z.string(), title: z.string(), marks: z.number() })),
})
export type CutResult = z.output<typeof cutResult>
