/** What opening the wall publishes: every note that was written, once for each wording, without names. */
import * as z from 'zod/mini'

export const notesResult = z.object({
  /** How many wrote at least one note. */
  n: z.number(),
  notes: z.array(
    z.object({
      text: z.string(),
      /** How many wrote it. */
      count: z.number(),
      /** The function that alone wrote it, where that may be said. */
      functionName: z.nullable(z.string()),
    }),
  ),
})
export type NotesResult = z.output<typeof notesResult>
