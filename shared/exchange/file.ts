/**
 * Workshop JSON, version 1: everything a user can type and every revealed result, as one file. What a version does not
 * know is kept and given back. Never in it: unrevealed ballots, drafts, who has sealed, tokens, customers' identities.
 */
import { boardCollections, boardSingles } from '#shared/board/schema.ts'
import type { Collection, Singleton } from '#shared/document/collection.ts'
import { choice, type JsonObject, json, number, optional, reference, text } from '#shared/document/fields.ts'
import { type DocumentKind, documentKinds } from '#shared/document/names.ts'
import { interviewCollections } from '#shared/interviews/schema.ts'
import { agenda, closing, envelope, former, recordCollections } from '#shared/record/schema.ts'

export const FORMAT = 'guessproof.workshop'
export const VERSION = 1

/** A record as it lies in the file: its id, fields, and whatever keys this version does not know. */
export type FileRow = { readonly id: string } & JsonObject

/** The part of one document: singles by name, collections as lists. */
export interface FilePart {
  readonly [name: string]: JsonObject | readonly FileRow[]
}

export interface WorkshopFile {
  readonly format: typeof FORMAT
  readonly version: number
  /** ISO 8601. */
  readonly exportedAt: string
  /** Name of the seat that took it out. */
  readonly exportedBy?: string
  readonly appVersion: string
  readonly server?: string
  /** What was sealed when the file was written: `interviews`, `rounds/<kind>/<number>`. */
  readonly sealed: readonly string[]
  readonly workshop: {
    readonly board: FilePart
    readonly record: FilePart
    readonly interviews?: FilePart
    readonly history: readonly HistoryEntry[]
  }
}

/** One change as the journal keeps it. */
export type HistoryEntry = {
  /** Epoch ms. */
  readonly at: number
  readonly document: DocumentKind
  readonly collection: string
  readonly recordId: string
  readonly field: string
  readonly from: JsonObject[string]
  readonly to: JsonObject[string]
  readonly seatId: string | null
  readonly reason: string
}

interface PartShape {
  readonly singles: Readonly<Record<string, Singleton>>
  readonly collections: Readonly<Record<string, Collection>>
}

/** What a part holds. The timer is left out: it means nothing later. */
export const partShapes: Readonly<Record<DocumentKind, PartShape>> = {
  board: { singles: boardSingles, collections: boardCollections },
  record: { singles: { agenda, envelope, closing, former }, collections: recordCollections },
  interviews: { singles: {}, collections: interviewCollections },
}

/** Of seats, beside the record's fields; only in files a facilitator exports, and never in the record. */
export const seniority = optional(number({ min: 1, max: 5 }))

export const historyFields = {
  at: number({ min: 0, max: 8.64e15 }),
  document: choice(documentKinds, 'board'),
  collection: text({ max: 60 }),
  recordId: reference(),
  field: text({ max: 60 }),
  from: json(),
  to: json(),
  seatId: optional(reference()),
  reason: text({ max: 500 }),
} as const

/** More than this is no workshop. */
export const limits = {
  rows: 20_000,
  /** Of one round, and of all: they are counted while others wait. */
  ballotsOfRound: 1_000,
  ballots: 5_000,
  history: 200_000,
  depth: 24,
  values: 2_000_000,
  keyLength: 200,
  textLength: 100_000,
  faults: 200,
} as const

export const isId = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= 64 && value !== '__proto__'

const isRowList = (part: JsonObject | readonly FileRow[] | undefined): part is readonly FileRow[] =>
  Array.isArray(part)

/** The rows of a collection in a part; none when the part does not hold it. */
export function rowsOf(part: FilePart | undefined, name: string): readonly FileRow[] {
  const rows = part && Object.hasOwn(part, name) ? part[name] : undefined
  return isRowList(rows) ? rows : []
}

/** The values of a single in a part. */
export function singleOf(part: FilePart | undefined, name: string): JsonObject {
  const values = part && Object.hasOwn(part, name) ? part[name] : undefined
  return values === undefined || isRowList(values) ? {} : values
}
