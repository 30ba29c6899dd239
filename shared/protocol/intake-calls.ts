/**
 * Interviews from and to files. The import takes multipart/form-data with the parts `file` and, as JSON, `settings`;
 * what is not set is found out and told in the answer, so that it can be confirmed or changed in the next call.
 */
import * as z from 'zod/mini'
import { dateOrders, decimals, delimiters, encodings } from '#shared/intake/forms.ts'
import { targetNames } from '#shared/intake/targets.ts'
import { call, id, line, workshop } from '#shared/protocol/call.ts'

const rowNumber = z.int().check(z.minimum(1), z.maximum(1_100_000))
const target = {
  to: z.enum(targetNames),
  /** Empty: an answer to no question. */
  questionId: z.optional(z.nullable(z.string().check(z.maxLength(64)))),
  needId: z.optional(z.nullable(id)),
  optionId: z.optional(z.nullable(id)),
}

export const intakeSettings = z.object({
  as: z.optional(z.enum(['table', 'transcript'])),
  encoding: z.optional(z.enum(encodings)),
  delimiter: z.optional(z.enum(delimiters)),
  decimal: z.optional(z.enum(decimals)),
  dateOrder: z.optional(z.enum(dateOrders)),
  sheet: z.optional(z.string().check(z.maxLength(100))),
  headerRow: z.optional(rowNumber),
  /** Rows that are no interviews, such as totals; those that look like it when not given. */
  leaveOut: z.optional(z.array(rowNumber).check(z.maxLength(2000))),
  columns: z.optional(
    z.array(z.object({ header: z.string().check(z.maxLength(20_000)), ...target })).check(z.maxLength(1000)),
  ),
  /** Other spellings of needs in cells. */
  words: z.optional(
    z.array(z.object({ word: z.string().check(z.maxLength(2000)), needId: id })).check(z.maxLength(500)),
  ),
  transcript: z.optional(
    z.object({
      pseudonym: line(60),
      questionId: z.optional(z.string().check(z.maxLength(64))),
      date: z.optional(z.string().check(z.regex(/^(\d{4}-\d{2}-\d{2})?$/))),
    }),
  ),
})
export type IntakeSettings = z.output<typeof intakeSettings>

const problem = z.object({
  /** As a spreadsheet counts, from 1; null: the file as a whole. */
  row: z.nullable(z.int()),
  column: z.nullable(z.string()),
  level: z.enum(['fault', 'notice']),
  message: z.string(),
})

export const intakeResult = z.object({
  kind: z.enum(['table', 'transcript']),
  /** False: nothing was changed. */
  imported: z.boolean(),
  found: z.object({
    /** Null where the format leaves no choice. */
    encoding: z.nullable(z.enum(encodings)),
    delimiter: z.nullable(z.enum(delimiters)),
    decimal: z.enum(decimals),
    dateOrder: z.enum(dateOrders),
    sheet: z.nullable(z.string()),
    sheets: z.array(z.string()),
    headerRow: z.int(),
    /** What the file did not tell for certain. */
    unsure: z.array(z.enum(['encoding', 'delimiter', 'decimal', 'dateOrder'])),
    leftOut: z.array(z.object({ row: z.int(), text: z.string() })),
  }),
  columns: z.array(
    z.object({
      header: z.string(),
      ...target,
      by: z.enum(['hand', 'name', 'earlier', 'nothing']),
      samples: z.array(z.string()),
    }),
  ),
  /** The first rows, or lines of a transcript. */
  preview: z.array(z.object({ row: z.int(), cells: z.array(z.string()) })),
  rows: z.int(),
  create: z.int(),
  update: z.int(),
  faultyRows: z.int(),
  unknownWords: z.array(z.string()),
  problems: z.array(problem),
})
export type IntakeResult = z.output<typeof intakeResult>

/** A line of the answer, when it is asked for as application/x-ndjson. The last one is a result or a problem. */
export type IntakeLine =
  | {
      readonly type: 'progress'
      readonly step: 'checking' | 'writing'
      readonly done: number
      readonly of: number
    }
  | { readonly type: 'result'; readonly result: IntakeResult }
  | { readonly type: 'problem'; readonly problem: { readonly code: string; readonly title: string } }

const forms = 'masked=1 masks names, firms and numbers, which is so for everyone but researchers.'

export const intakeCalls = {
  importInterviews: call({
    method: 'POST',
    path: `${workshop}/interviews/import`,
    who: 'researcher',
    does: 'Takes in a table of interviews (CSV, XLSX) or one transcript (VTT, SRT, TXT, MD, DOCX): all of it or nothing, with every problem by row. With ?dryRun=1 it only says what it would do. Ask for application/x-ndjson to be told of the progress, for text/csv with ?dryRun=1 to get the faulty rows with what is wrong with them. Ending the request ends the work.',
    takes: {
      'multipart/form-data': z.object({ file: z.string(), settings: z.optional(intakeSettings) }),
    },
    reply: intakeResult,
    gives: ['application/x-ndjson', 'text/csv'],
    status: 200,
  }),
  exportInterviewsCsv: call({
    method: 'GET',
    path: `${workshop}/interviews/export.csv`,
    who: 'seat',
    does: `The interviews as a table that can be imported again: for researchers at any time, for others once the envelope is open. separator=semicolon writes semicolons and decimal commas, bom=1 a byte order mark for Excel. Text that a spreadsheet would compute gets an apostrophe before it, which an import takes off again. ${forms}`,
    reply: z.string(),
    gives: ['text/csv'],
    status: 200,
  }),
  exportInterviewsXlsx: call({
    method: 'GET',
    path: `${workshop}/interviews/export.xlsx`,
    who: 'seat',
    does: `The same as a sheet. ${forms}`,
    reply: z.string(),
    gives: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    status: 200,
  }),
} as const
