/** Reading the journal: newest entries first, page by page. */
import type { Storage } from '#server/persistence/storage.ts'
import type { JournalRow } from '#server/persistence/tables.ts'

export interface HistoryFilter {
  /** Entries of this record only. */
  readonly record?: string
  /** Entries of this seat only. */
  readonly seat?: string
  /** Entries with a smaller number only, to read on from the last page. */
  readonly before?: number
  /** Which documents may be seen. */
  readonly kinds: readonly string[]
  /** A collection of which nothing is read. */
  readonly without?: string
  readonly limit: number
}

export type HistoryEntry = Omit<JournalRow, 'workshop_id'>

export function readHistory(
  storage: Storage,
  workshopId: string,
  { record, seat, before, kinds, without, limit }: HistoryFilter,
): Promise<HistoryEntry[]> {
  let query = storage.db
    .selectFrom('journal')
    .select([
      'seq',
      'doc_kind',
      'collection',
      'record_id',
      'field',
      'old_value',
      'new_value',
      'seat_id',
      'at',
      'reason',
    ])
    .where('workshop_id', '=', workshopId)
    .where('doc_kind', 'in', kinds)
  if (record !== undefined) query = query.where('record_id', '=', record)
  if (seat !== undefined) query = query.where('seat_id', '=', seat)
  if (without !== undefined) query = query.where('collection', '!=', without)
  if (before !== undefined) query = query.where('seq', '<', before)
  return query.orderBy('seq', 'desc').limit(limit).execute()
}
