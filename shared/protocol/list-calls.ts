/** Lists from files: the server reads what a browser cannot, and answers rows; what becomes of them is an edit. */
import * as z from 'zod/mini'
import { call, workshop } from '#shared/protocol/call.ts'

const sheetName = z.string().check(z.maxLength(100))

export const listSheetSettings = z.object({
  sheet: z.optional(sheetName),
  /** Names of sheets that would suit, when none is chosen. */
  prefer: z.optional(z.array(sheetName).check(z.maxLength(20))),
})

export const listSheetReply = z.object({
  sheet: z.string(),
  sheets: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  /** Rows in which a cell was computed, counted from 1. */
  formulas: z.array(z.int()),
  /** Rows in which nothing was typed. */
  computed: z.array(z.int()),
})
export type ListSheetReply = z.output<typeof listSheetReply>

export const listCalls = {
  readSheet: call({
    method: 'POST',
    path: `${workshop}/sheets`,
    who: 'seat',
    does: 'Reads one sheet of an Excel file, or of a zip of CSV files, and answers its rows as text. For those who may write on the board. Nothing is stored, nothing is changed.',
    takes: {
      'multipart/form-data': z.object({ file: z.string(), settings: z.optional(listSheetSettings) }),
    },
    reply: listSheetReply,
    status: 200,
  }),
} as const
