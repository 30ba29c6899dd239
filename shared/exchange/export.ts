/**
 * Writes a workshop as a file, at any moment. It reads the documents alone: ballots are nowhere near it, and of a round
 * that is not revealed nothing leaves but what everybody in the room sees.
 */
import * as Y from 'yjs'
import { type Collection, rawRow, readValues } from '#shared/document/collection.ts'
import { isObject, type Json, type JsonObject, type Shape } from '#shared/document/fields.ts'
import type { DocumentKind } from '#shared/document/names.ts'
import {
  type FilePart,
  type FileRow,
  FORMAT,
  type HistoryEntry,
  historyFields,
  isId,
  partShapes,
  rowsOf,
  VERSION,
  type WorkshopFile,
} from '#shared/exchange/file.ts'
import { shapeFaults } from '#shared/exchange/shape-faults.ts'

export interface ExportSource {
  readonly board: Y.Doc
  readonly record: Y.Doc
  /** Null for a reader who may not see the interviews yet. */
  readonly interviews: Y.Doc | null
  /** 1 to 5 by seat id, for facilitators; null for everyone else. */
  readonly seniority: ReadonlyMap<string, number> | null
  /** Oldest first, whole: what is sealed is left out here. */
  readonly history: readonly HistoryEntry[]
  /** What an imported file held beyond this version, as `writeWorkshop` answered it. */
  readonly extras: Json
  /** ISO 8601. */
  readonly exportedAt: string
  readonly exportedBy?: string
  readonly appVersion: string
  readonly server?: string
}

export function exportWorkshop(source: ExportSource): WorkshopFile {
  const extras = isObject(source.extras) ? source.extras : {}
  const record = readPart(source.record, 'record')
  const sealed = [
    ...(source.interviews ? [] : ['interviews']),
    ...rowsOf(record, 'rounds').filter(isSealed).map(roundName),
  ]
  return {
    ...extrasAt(extras, 'file'),
    format: FORMAT,
    version: VERSION,
    exportedAt: source.exportedAt,
    ...(source.exportedBy === undefined ? {} : { exportedBy: source.exportedBy }),
    appVersion: source.appVersion,
    ...(source.server === undefined ? {} : { server: source.server }),
    sealed,
    workshop: {
      ...extrasAt(extras, 'workshop'),
      board: { ...partExtras(extras, 'board'), ...readPart(source.board, 'board') },
      record: {
        ...partExtras(extras, 'record'),
        ...record,
        seats: rowsOf(record, 'seats').map((row) => withSeniority(row, source.seniority)),
        rounds: rowsOf(record, 'rounds').map(withoutSecrets),
      },
      ...(source.interviews && {
        interviews: {
          ...partExtras(extras, 'interviews'),
          ...readPart(source.interviews, 'interviews'),
        },
      }),
      history: historyOf(source, extras),
    },
  }
}

const extrasAt = (extras: JsonObject, key: string): JsonObject => {
  const found = extras[key]
  return found !== undefined && isObject(found) ? found : {}
}

/** Collections and singles of a newer version; they were checked to be JSON, no more. */
const partExtras = (extras: JsonObject, part: DocumentKind): FilePart => extrasAt(extras, part) as FilePart

function readPart(doc: Y.Doc, kind: DocumentKind): FilePart {
  const { singles, collections } = partShapes[kind]
  const part: Record<string, JsonObject | FileRow[]> = {}
  for (const [name, single] of Object.entries(singles)) {
    part[name] = fitting(single.fields, rawRow(doc.getMap(single.name)))
  }
  for (const [name, rows] of Object.entries(collections)) part[name] = readRaw(doc, rows)
  return part
}

/**
 * The values as they lie, but what a document should not hold as it is read: text that grew too long while several
 * typed is cut, junk becomes the fallback. So every export can be imported.
 */
function fitting(fields: Shape, raw: JsonObject): JsonObject {
  const values: Record<string, Json> = {}
  for (const [key, value] of Object.entries(raw)) {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined
    const isJson = key !== '__proto__' && shapeFaults({ [key]: value }).length === 0
    if (field && !(isJson && field.fault(value) === null)) values[key] = field.read(value) as Json
    else if (isJson) values[key] = value
  }
  return values
}

/** All records with every key they hold, sorted by order key and id, so that the same workshop gives the same file. */
function readRaw(doc: Y.Doc, { name, fields }: Collection): FileRow[] {
  const rows: FileRow[] = []
  for (const [id, value] of doc.getMap(name)) {
    if (value instanceof Y.Map && isId(id)) rows.push(rowAt(id, fitting(fields, rawRow(value))))
  }
  return rows.sort((a, b) => compare(orderOf(a), orderOf(b)) || compare(a.id, b.id))
}

const rowAt = (id: string, values: JsonObject): FileRow => Object.assign({ id }, values, { id })

const orderOf = ({ order }: JsonObject): string => (typeof order === 'string' ? order : '')
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const isSealed = (round: FileRow): boolean => round.status === 'open' || round.status === 'closed'
const roundName = (round: FileRow): string => `rounds/${String(round.kind)}/${String(round.number)}`

/**
 * Before the reveal neither a result nor a trace of who or how many have sealed leaves. How far a reveal was shown
 * means nothing later.
 */
function withoutSecrets({ beat, ...round }: FileRow): FileRow {
  if (round.status === 'revealed') return rowAt(round.id, round)
  const { result, missing, sealedCount, ...open } = round
  return rowAt(round.id, open)
}

function withSeniority(seat: FileRow, known: ReadonlyMap<string, number> | null): FileRow {
  const { seniority, ...open } = seat
  const own = known?.get(seat.id)
  return rowAt(seat.id, own === undefined ? open : { ...open, seniority: own })
}

function historyOf({ history, interviews }: ExportSource, extras: JsonObject): HistoryEntry[] {
  const unknown = extrasAt(extras, 'history')
  return history
    .map((entry, index) => ({
      ...extrasAt(unknown, String(index)),
      ...readValues({ fields: historyFields }, { ...entry }),
    }))
    .filter((entry) => interviews !== null || entry.document !== 'interviews')
}
