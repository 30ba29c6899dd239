/** What the reveal of a marks round publishes; also read back from files and documents. Figures: method C2, C3, C11. */
import * as z from 'zod/mini'
import { shownValue } from '#shared/rounds/ballot-parts.ts'

const figure = z.nullable(z.number())
const id = z.string()

const range = z.object({ low: z.number(), high: z.number(), surePct: z.number() })

export const marksResult = z.object({
  n: z.number(),
  abstained: z.number(),
  /** Reasons of abstentions, in no order, without names. */
  reasons: z.array(z.string()),
  cells: z.array(
    z.object({
      needId: id,
      optionId: id,
      n: z.number(),
      /** Ballots that do not know this cell; never counted as a number. */
      unknown: z.number(),
      mean: figure,
      median: figure,
      sd: figure,
      min: figure,
      max: figure,
      /** Share of marks at most 1 from the median; "agreed" from 0.75. */
      withinOne: figure,
      /** Everyone's marks for this cell, shuffled cell by cell. */
      values: z.array(shownValue),
    }),
  ),
  unknownCells: z.number(),
  /** Cells of the grid times ballots. */
  cellsInAll: z.number(),
  krippendorffAlpha: figure,
  /** Ranges for our own marks, shuffled need by need. */
  ranges: z.array(z.object({ needId: id, ranges: z.array(range) })),
  confidenceMean: figure,
  /** Whole ballots, only of rounds opened as named. */
  named: z.array(
    z.object({
      seatId: id,
      functionName: z.string(),
      marks: z.record(z.string(), z.record(z.string(), figure)),
      confidence: figure,
      abstained: z.boolean(),
    }),
  ),
})
export type MarksResult = z.output<typeof marksResult>
