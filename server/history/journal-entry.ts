/** A row of the journal as files and answers tell it. */
import type { JournalRow } from '#server/persistence/tables.ts'
import type { Json } from '#shared/document/fields.ts'
import { isDocumentKind } from '#shared/document/names.ts'
import type { HistoryEntry } from '#shared/exchange/file.ts'

export const historyEntry = (row: Omit<JournalRow, 'workshop_id'>): HistoryEntry => ({
  at: row.at,
  document: isDocumentKind(row.doc_kind) ? row.doc_kind : 'board',
  collection: row.collection,
  recordId: row.record_id,
  field: row.field,
  from: parsed(row.old_value),
  to: parsed(row.new_value),
  seatId: row.seat_id,
  reason: row.reason,
})

const parsed = (json: string | null): Json => (json === null ? null : (JSON.parse(json) as Json))
