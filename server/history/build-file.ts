/**
 * Makes documents and rows of a workshop file. Takes seconds for the largest, so those are built in the document
 * worker; what comes back is made to cross over quickly: bytes, which whoever stores them reads a few rows at a time.
 */
import { deserialize, serialize } from 'node:v8'
import * as z from 'zod/mini'
import { type Chance, newId, seededChance, shuffled } from '#server/chance.ts'
import { emptyDocs, type States, statesOf } from '#server/history/new-docs.ts'
import { NotJson, readJson } from '#server/read-json.ts'
import { scene } from '#shared/board/schema.ts'
import { readSingle, updateSingle } from '#shared/document/collection.ts'
import { parseWorkshopFile } from '#shared/exchange/parse.ts'
import { type FilePreview, previewOf } from '#shared/exchange/preview.ts'
import { type Written, type WrittenSeat, writeWorkshop } from '#shared/exchange/write.ts'
import { interviewFigures } from '#shared/interviews/counted.ts'
import { calls } from '#shared/protocol/calls.ts'
import { faultsOf } from '#shared/protocol/faults.ts'
import type { Fault } from '#shared/protocol/problems.ts'
import { envelope } from '#shared/record/schema.ts'

const ROWS_AT_ONCE = 500

/** A list of plain values as bytes, a few values in each part. */
export interface Parts<T> {
  readonly parts: readonly Uint8Array[]
  /** Never there: it says what the values are. */
  readonly of?: T
}

export interface BuiltFile {
  readonly title: string
  readonly states: States
  readonly seats: readonly WrittenSeat[]
  readonly rounds: Written['rounds']
  readonly ballots: Parts<Written['ballots'][number]>
  readonly history: Parts<Written['history'][number]>
  /** As JSON. */
  readonly extras: string
}

/** The wish for a new workshop, and the file it is to be made of if there is one. */
export interface Creation {
  readonly wanted: z.output<typeof calls.createWorkshop.body>
  readonly file: BuiltFile | null
}

/** What was sent, or what is wrong with it. */
export type Reading<T> =
  | { readonly status: 'bad-request'; readonly title?: string; readonly faults?: readonly Fault[] }
  | { readonly status: 'file-faults'; readonly faults: readonly Fault[] }
  | { readonly status: 'read'; readonly value: T }

export interface Unread {
  readonly bytes: Uint8Array
  /** All chance there is. */
  readonly seed: Uint8Array
}

export const readFile = (unread: Unread): Reading<BuiltFile> => reading(unread, buildFile)

/** What the file holds; nothing is made of it. */
export const readPreview = (unread: Unread): Reading<FilePreview> => reading(unread, filePreview)

export function filePreview(json: unknown): Reading<FilePreview> {
  const parsed = parseWorkshopFile(json)
  return parsed.ok
    ? { status: 'read', value: previewOf(parsed.file) }
    : { status: 'file-faults', faults: parsed.faults }
}

export const readCreation = (unread: Unread): Reading<Creation> =>
  reading<Creation>(unread, (json, chance) => {
    const result = z.safeParse(calls.createWorkshop.body, json)
    if (!result.success) return { status: 'bad-request', faults: faultsOf(result.error) }
    const { from, ...wanted } = result.data
    if (typeof from !== 'object') return { status: 'read', value: { wanted: result.data, file: null } }
    const file = buildFile(from, chance)
    return file.status === 'read' ? { ...file, value: { wanted, file: file.value } } : file
  })

function reading<T>(
  { bytes, seed }: Unread,
  read: (json: unknown, chance: Chance) => Reading<T>,
): Reading<T> {
  try {
    return read(readJson(bytes), seededChance(seed))
  } catch (error) {
    if (error instanceof NotJson) return { status: 'bad-request', title: error.message }
    throw error
  }
}

export function buildFile(json: unknown, chance: Chance): Reading<BuiltFile> {
  const parsed = parseWorkshopFile(json)
  if (!parsed.ok) return { status: 'file-faults', faults: parsed.faults }
  const docs = emptyDocs(chance)
  const written = writeWorkshop(parsed.file, docs, {
    newId: () => newId(chance),
    shuffle: (values) => shuffled(chance, values),
  })
  updateSingle(docs.record, envelope, { ...interviewFigures(docs.interviews) })
  const value: BuiltFile = {
    title: readSingle(docs.board, scene).title,
    states: statesOf(docs),
    seats: written.seats,
    rounds: written.rounds,
    ballots: inParts(written.ballots),
    history: inParts(written.history),
    extras: JSON.stringify(written.extras),
  }
  return { status: 'read', value }
}

function inParts<T>(values: readonly T[]): Parts<T> {
  const parts: Uint8Array[] = []
  for (let from = 0; from < values.length; from += ROWS_AT_ONCE)
    parts.push(serialize(values.slice(from, from + ROWS_AT_ONCE)))
  return { parts }
}

/** One part, and where it begins in the whole list. */
export function* partsOf<T>({ parts }: Parts<T>): Generator<{ readonly from: number; readonly values: T[] }> {
  for (const [index, part] of parts.entries())
    yield { from: index * ROWS_AT_ONCE, values: deserialize(part) as T[] }
}
