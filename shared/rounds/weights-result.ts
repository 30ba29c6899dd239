/** What the reveal of a weights round publishes; also read back from files and documents. Figures: method C1, C2. */
import * as z from 'zod/mini'
import { shownValue } from '#shared/rounds/ballot-parts.ts'

const figure = z.nullable(z.number())
const id = z.string()

const byFunction = z.object({
  /** Label: the function's name, or the joined names. */
  function: z.string(),
  functions: z.array(z.string()),
  n: z.number(),
  show: z.enum(['figures', 'merged', 'hidden']),
  /** In points, null when hidden; no tilt without anybody else. */
  perNeed: z.array(
    z.object({
      needId: id,
      mean: figure,
      tilt: figure,
    }),
  ),
})
export type ByFunction = z.output<typeof byFunction>

export const weightsResult = z.object({
  /** Ballots with points; abstentions are counted apart. */
  n: z.number(),
  abstained: z.number(),
  /** Reasons of abstentions, in no order, without names. */
  reasons: z.array(z.string()),
  perNeed: z.array(
    z.object({
      needId: id,
      title: z.string(),
      n: z.number(),
      mean: figure,
      /** Whole points; they add up to 100. */
      shown: figure,
      median: figure,
      sd: figure,
      min: figure,
      max: figure,
      unsure: z.number(),
      /** Everyone's points for this need, shuffled need by need. */
      values: z.array(shownValue),
    }),
  ),
  /** Null unless every function shows figures of its own. */
  functionBalanced: z.nullable(z.array(z.object({ needId: id, mean: z.number() }))),
  byFunction: z.array(byFunction),
  /** `within`, `between` and `split` are null unless every function shows figures of its own. */
  disagreement: z.object({
    pairs: z.number(),
    overall: figure,
    within: figure,
    between: figure,
    split: figure,
  }),
  kendallW: figure,
  talkFirst: z.array(z.object({ needId: id, value: z.number() })),
  confidenceMean: figure,
  /** Ballots that said how sure; null in results from before this was counted. */
  confidenceN: z._default(figure, null),
  /** Whole ballots, only of rounds opened as named. */
  named: z.array(
    z.object({
      seatId: id,
      functionName: z.string(),
      points: z.record(z.string(), z.number()),
      unsure: z.array(id),
      confidence: figure,
      abstained: z.boolean(),
    }),
  ),
})
export type WeightsResult = z.output<typeof weightsResult>
