/**
 * A workshop file in which nobody of the room can be recognised, and customers' words that were not given for passing on
 * are left out. What the masking of identities does is not repeated here.
 */
import type { Collection } from '#shared/document/collection.ts'
import { readValues } from '#shared/document/collection.ts'
import { isObject, type Json, type JsonObject } from '#shared/document/fields.ts'
import {
  type FilePart,
  type FileRow,
  type HistoryEntry,
  rowsOf,
  type WorkshopFile,
} from '#shared/exchange/file.ts'
import { interviews, quotes } from '#shared/interviews/schema.ts'
import { seats } from '#shared/record/schema.ts'

/** People of the room are called by what they do; nobody stands beside a ballot. */
export function withoutNames(file: WorkshopFile): WorkshopFile {
  const { record, board, history } = file.workshop
  return {
    ...file,
    workshop: {
      ...file.workshop,
      record: {
        ...record,
        seats: rowsOf(record, 'seats').map(nameless),
        rounds: rowsOf(record, 'rounds').map(withoutPersons),
      },
      board: {
        ...board,
        actions: rowsOf(board, 'actions').map(withoutOwner),
        actionChanges: rowsOf(board, 'actionChanges').map(withoutOwners),
      },
      history: history.map((entry) => ({ ...withoutOwnerBefore(entry), seatId: null })),
    },
  }
}

function nameless({ title, note, seniority, ...row }: FileRow): FileRow {
  const { functionName, role } = readValues(seats, row)
  return { ...row, id: row.id, name: functionName === '' ? role : functionName }
}

function withoutPersons({ missing, result, ...round }: FileRow): FileRow {
  const open = result !== undefined && isObject(result) ? { ...result, named: [] } : result
  return { ...round, id: round.id, missing: [], ...(open !== undefined && { result: open }) }
}

const withoutOwner = ({ ownerName, ...action }: FileRow): FileRow => ({ ...action, id: action.id })

/** What an action was changed from and to; nobody stands beside it. */
function withoutOwners({ seatId, ...change }: FileRow): FileRow {
  const quiet = change.field === 'ownerName' ? { from: '', to: '' } : {}
  return { ...change, ...quiet, id: change.id }
}

/** Also what the journal has of them. */
function withoutOwnerBefore(entry: HistoryEntry): HistoryEntry {
  if (entry.collection !== 'actions') return entry
  if (entry.field === 'ownerName') return { ...entry, from: null, to: null }
  return entry.field === '' ? { ...entry, from: ownerless(entry.from), to: ownerless(entry.to) } : entry
}

function ownerless(value: Json): Json {
  if (!isObject(value)) return value
  const { ownerName, ...rest } = value
  return rest
}

/** Of silent notes nobody may know whose they are; with `isTold` false of nothing (R033). */
export function withoutActivity(file: WorkshopFile, isTold: boolean): WorkshopFile {
  const history = file.workshop.history.map((entry) =>
    isTold && entry.collection !== 'needNotes' ? entry : { ...entry, seatId: null },
  )
  return { ...file, workshop: { ...file.workshop, history } }
}

/**
 * Without quotes marked private, and without the words of customers who did not allow quoting inside the firm. While the
 * answers are sealed nobody's leave is known, so nobody is quoted.
 */
export function withoutPrivateWords(file: WorkshopFile): WorkshopFile {
  const { interviews: part = {}, board, history } = file.workshop
  const kept = new Set(
    rowsOf(part, 'interviews')
      .filter((row) => readValues(interviews, row).consent.quotesInside !== false)
      .map(({ id }) => id),
  )
  const ofKept = (row: FileRow) => typeof row.interviewId === 'string' && kept.has(row.interviewId)
  const open: FilePart = {
    ...part,
    interviews: rowsOf(part, 'interviews').map((row) => (kept.has(row.id) ? row : wordless(row))),
    quotes: rowsOf(part, 'quotes').filter((row) => ofKept(row) && !readValues(quotes, row).private),
    answers: rowsOf(part, 'answers').filter(ofKept),
  }
  const promiseReactions = rowsOf(board, 'promiseReactions').filter(ofKept)
  return {
    ...file,
    workshop: {
      ...file.workshop,
      board: { ...board, promiseReactions },
      ...(file.workshop.interviews && { interviews: open }),
      history: history.filter(isOf({ ...open, promiseReactions })),
    },
  }
}

/** What somebody chose and marked stays: it is a figure. What they said goes. */
function wordless({ personNote, businessNote, otherInterests, missingNeeds, ...row }: FileRow): FileRow {
  const { weights } = row
  const quiet: JsonObject =
    weights !== undefined && isObject(weights) ? { weights: { ...weights, reason: '' } } : {}
  return { ...row, ...quiet, id: row.id }
}

/** Of what is left: what the journal knows of words that went, went with them. */
function isOf(part: FilePart): (entry: HistoryEntry) => boolean {
  const ids = (name: Collection['name']) => new Set(rowsOf(part, name).map(({ id }) => id))
  const left = new Map(['quotes', 'answers', 'promiseReactions'].map((name) => [name, ids(name)]))
  const words = new Set(['personNote', 'businessNote', 'otherInterests', 'missingNeeds', 'weights', ''])
  return ({ collection, recordId, field }) =>
    left.get(collection)?.has(recordId) ?? !(collection === 'interviews' && words.has(field))
}
