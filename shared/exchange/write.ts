/**
 * Puts a parsed file into fresh documents, every record under a fresh id and every reference following it. Fresh ids sort
 * as the old ones did, so that records with equal order keys keep their order. What belongs into tables is answered.
 */
import type * as Y from 'yjs'
import { insertRaw, readValues } from '#shared/document/collection.ts'
import {
  type Json,
  type JsonObject,
  type Rename,
  renameByKeys,
  renameFields,
  type Shape,
} from '#shared/document/fields.ts'
import { type DocumentKind, documentKinds } from '#shared/document/names.ts'
import { SEED } from '#shared/document/origins.ts'
import { reactionsBecomeRecords } from '#shared/document/step-reactions.ts'
import { extrasOf } from '#shared/exchange/extras.ts'
import {
  type FileRow,
  type HistoryEntry,
  historyFields,
  partShapes,
  rowsOf,
  seniority,
  singleOf,
  type WorkshopFile,
} from '#shared/exchange/file.ts'
import { subjectsOf } from '#shared/exchange/round-faults.ts'
import { type Anonymity, rounds, seats } from '#shared/record/schema.ts'
import type { TallySetting } from '#shared/rounds/kind.ts'
import { isRoundKind, roundKind } from '#shared/rounds/kinds.ts'

export type WorkshopDocs = Readonly<Record<DocumentKind, Y.Doc>>

export interface WriteContext {
  readonly newId: () => string
  readonly shuffle: TallySetting['shuffle']
}

/** A row of the seat table. Nobody can come back to such a seat: files hold no tokens. */
export interface WrittenSeat {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly functionName: string
  readonly role: string
  readonly seniority: number | null
  readonly proxy: boolean
  readonly hasSeenResults: boolean
  readonly note: string
  readonly joinedAt: number
  readonly removedAt: number | null
}

interface WrittenRound {
  readonly id: string
  readonly kind: string
  readonly number: number
  readonly status: 'open' | 'closed' | 'revealed' | 'discarded'
  readonly about: ReturnType<typeof subjectsOf>
  readonly anonymity: Anonymity
  readonly minFunctionSize: number
  readonly informed: boolean
  readonly openedAt: number
  readonly closedAt: number | null
  readonly revealedAt: number | null
}

interface WrittenBallot {
  readonly roundId: string
  readonly seatId: string
  readonly ballot: Json
  readonly receivedAt: number
}

export interface Written {
  /** Fresh id by the id in the file. */
  readonly idMap: ReadonlyMap<string, string>
  readonly seats: readonly WrittenSeat[]
  readonly rounds: readonly WrittenRound[]
  /** Of revealed rounds only. */
  readonly ballots: readonly WrittenBallot[]
  /** Oldest first. */
  readonly history: readonly HistoryEntry[]
  /** What this version does not know, to be given back on export. */
  readonly extras: JsonObject
}

/** Fills `docs`, which are empty, each in one transaction. */
export function writeWorkshop(file: WorkshopFile, docs: WorkshopDocs, context: WriteContext): Written {
  const idMap = freshIds(file, context.newId)
  const rename: Rename = (id) => idMap.get(id) ?? id
  const seatRows = rowsOf(file.workshop.record, 'seats')
  const roundRows = rowsOf(file.workshop.record, 'rounds')
  const results = new Map(roundRows.map((row) => [row.id, resultOf(row, seatRows, context.shuffle)]))
  for (const kind of documentKinds) {
    docs[kind].transact(() => writePart(file, kind, docs[kind], rename, results), SEED)
  }
  return {
    idMap,
    seats: seatRows.map((row) => seatOf(row, rename)),
    rounds: roundRows.map((row) => roundOf(row, rename)),
    ballots: roundRows.flatMap((row) => ballotsOf(row, rename)),
    history: (file.workshop.history ?? []).map((entry) => historyEntry(entry, rename)),
    extras: extrasOf(file, rename),
  }
}

/** Fresh ids in the order of the old ones. An id that two collections share stays shared. */
function freshIds(file: WorkshopFile, newId: () => string): Map<string, string> {
  const old = new Set<string>()
  for (const kind of documentKinds) {
    for (const name of Object.keys(partShapes[kind].collections)) {
      for (const { id } of rowsOf(file.workshop[kind], name)) old.add(id)
    }
  }
  const fresh = Array.from(old, newId).sort()
  return new Map([...old].sort().map((id, index) => [id, fresh[index] ?? newId()]))
}

function writePart(
  file: WorkshopFile,
  kind: DocumentKind,
  doc: Y.Doc,
  rename: Rename,
  results: ReadonlyMap<string, Json>,
): void {
  const part = file.workshop[kind]
  const { singles, collections } = partShapes[kind]
  for (const [name, single] of Object.entries(singles)) {
    const root = doc.getMap(single.name)
    const values = renameFields(single.fields, singleOf(part, name), rename)
    for (const [key, value] of Object.entries(values)) root.set(key, value)
  }
  for (const [name, collection] of Object.entries(collections)) {
    for (const row of rowsOf(part, name)) {
      const values = kind === 'record' ? publicRow(name, row, results) : row
      const { id, ...fields } = renameFields(collection.fields, values, rename)
      insertRaw(doc, collection, String(id), fields)
    }
  }
  // Files of before have them as stored boards of before had them.
  if (kind === 'board') reactionsBecomeRecords(doc)
}

/** A row of the record without what only tables may hold, seniority and ballots. A reveal is shown to its end. */
function publicRow(name: string, row: FileRow, results: ReadonlyMap<string, Json>): JsonObject {
  if (name === 'seats') {
    const { seniority, ...open } = row
    return open
  }
  if (name !== 'rounds') return row
  const { ballots, beat, ...open } = row
  return { ...open, result: results.get(row.id) ?? null }
}

/** What a round publishes: counted from its ballots where the file has them and the kind is known. */
function resultOf(round: FileRow, seatRows: readonly FileRow[], shuffle: WriteContext['shuffle']): Json {
  const { ballots } = round
  const { kind, anonymity, minFunctionSize } = readValues(rounds, round)
  if (!Array.isArray(ballots) || !isRoundKind(kind)) return round.result ?? null
  const functionOf = new Map(seatRows.map((row) => [row.id, readValues(seats, row).functionName]))
  const counted = fileBallots(round).map(({ seatId, ballot }) => ({
    seatId,
    functionName: functionOf.get(seatId) ?? '',
    ballot: roundKind(kind).ballot.parse(ballot),
  }))
  return roundKind(kind).tally(counted, subjectsOf(round), { anonymity, minFunctionSize, shuffle })
}

interface FileBallot {
  readonly seatId: string
  readonly receivedAt: number
  readonly ballot: JsonObject
}

/** Ballots of a parsed file: their shape was checked with it. */
const fileBallots = ({ ballots }: FileRow): readonly FileBallot[] =>
  (ballots ?? []) as unknown as readonly FileBallot[]

const ballotsOf = (round: FileRow, rename: Rename): WrittenBallot[] =>
  fileBallots(round).map(({ seatId, receivedAt, ballot }) => ({
    roundId: rename(round.id),
    seatId: rename(seatId),
    ballot: renameByKeys(ballot, rename),
    receivedAt,
  }))

function seatOf(row: FileRow, rename: Rename): WrittenSeat {
  const seat = readValues(seats, row)
  return {
    id: rename(row.id),
    name: seat.name,
    title: seat.title,
    functionName: seat.functionName,
    role: seat.role,
    seniority: seniority.read(row.seniority),
    proxy: seat.proxy,
    hasSeenResults: seat.hasSeenResults,
    note: seat.note,
    joinedAt: seat.joinedAt,
    removedAt: seat.removedAt,
  }
}

function roundOf(row: FileRow, rename: Rename): WrittenRound {
  const { subjects, columns } = subjectsOf(row)
  const renamed = (list: typeof subjects) => list.map(({ id, title }) => ({ id: rename(id), title }))
  const round = readValues(rounds, row)
  return {
    id: rename(row.id),
    kind: round.kind,
    number: round.number,
    status: round.status,
    about: { subjects: renamed(subjects), columns: renamed(columns) },
    anonymity: round.anonymity,
    minFunctionSize: round.minFunctionSize,
    informed: round.informed,
    openedAt: round.openedAt,
    closedAt: round.closedAt,
    revealedAt: round.revealedAt,
  }
}

/** An entry of the journal; its values are renamed as the field they belonged to says. */
function historyEntry(entry: HistoryEntry, rename: Rename): HistoryEntry {
  const read = readValues({ fields: historyFields }, entry)
  const { collections, singles } = partShapes[read.document]
  const fields: Shape =
    ownOf<{ fields: Shape }>({ ...collections, ...singles }, read.collection)?.fields ?? {}
  const field = ownOf(fields, read.field)
  const renamed = (value: Json) => (field ? field.rename(value, rename) : renameByKeys(value, rename))
  return {
    ...read,
    recordId: rename(read.recordId),
    from: renamed(read.from),
    to: renamed(read.to),
    seatId: read.seatId === null ? null : rename(read.seatId),
  }
}

/** A file may name anything, also what every object has. */
const ownOf = <T>(values: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(values, name) ? values[name] : undefined
