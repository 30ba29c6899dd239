/** Writing the journal: entries and the cursor behind the updates they come from, in one transaction. */
import type { Entry } from '#server/history/entries.ts'
import { insertRows } from '#server/persistence/insert-rows.ts'
import type { Storage, Tx } from '#server/persistence/storage.ts'
import type { JournalRow } from '#server/persistence/tables.ts'

export interface Followed {
  readonly doc: string
  readonly workshopId: string
  readonly kind: string
}

/** Numbers of the entries in their order, or null if another process has moved the cursor meanwhile. */
export function writeEntries(
  storage: Storage,
  { doc, workshopId, kind }: Followed,
  entries: readonly Entry[],
  cursor: { readonly from: number; readonly to: number },
): Promise<readonly number[] | null> {
  return storage.transaction(async (tx) => {
    const moved = await tx
      .updateTable('journal_cursors')
      .set({ upto: cursor.to })
      .where('doc_id', '=', doc)
      .where('upto', '=', cursor.from)
      .executeTakeFirst()
    if (Number(moved.numUpdatedRows) === 0) return null
    if (entries.length === 0) return []
    let last = await lastNumber(tx, storage.engine, workshopId)
    const rows: JournalRow[] = []
    const numbers: number[] = []
    for (const entry of entries) {
      numbers.push(entry.seq ?? ++last)
      if (entry.seq === null) rows.push(rowOf(entry, { workshop_id: workshopId, seq: last, doc_kind: kind }))
      else
        await tx
          .updateTable('journal')
          .set({ new_value: entry.newValue, at: entry.at })
          .where('workshop_id', '=', workshopId)
          .where('seq', '=', entry.seq)
          .execute()
    }
    await insertRows(tx, 'journal', rows)
    return numbers
  })
}

/** The cursor of a document; begins before its first update. */
export async function readCursor(storage: Storage, doc: string): Promise<number> {
  await storage.db
    .insertInto('journal_cursors')
    .values({ doc_id: doc, upto: 0 })
    .onConflict((conflict) => conflict.column('doc_id').doNothing())
    .execute()
  const row = await storage.db
    .selectFrom('journal_cursors')
    .select('upto')
    .where('doc_id', '=', doc)
    .executeTakeFirst()
  return row?.upto ?? 0
}

/** An act of a command on the record, told in that command's transaction. */
export async function writeAct(
  tx: Tx,
  engine: Storage['engine'],
  workshopId: string,
  act: {
    readonly collection: string
    readonly field: string
    readonly oldValue?: string
    readonly newValue: string
    readonly seatId: string
    readonly at: number
    readonly reason: string
  },
): Promise<void> {
  const { collection, field, oldValue = null, newValue, seatId, at, reason } = act
  const row: JournalRow = {
    workshop_id: workshopId,
    seq: (await lastNumber(tx, engine, workshopId)) + 1,
    doc_kind: 'record',
    collection,
    record_id: collection,
    field,
    old_value: oldValue,
    new_value: newValue,
    seat_id: seatId,
    at,
    reason,
  }
  await tx.insertInto('journal').values(row).execute()
}

/** The workshop's row is locked first: board and interviews number their entries in one row. */
async function lastNumber(tx: Tx, engine: Storage['engine'], workshopId: string): Promise<number> {
  await tx
    .selectFrom('workshops')
    .select('id')
    .where('id', '=', workshopId)
    .$if(engine === 'postgres', (query) => query.forNoKeyUpdate())
    .execute()
  const row = await tx
    .selectFrom('journal')
    .select('seq')
    .where('workshop_id', '=', workshopId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.seq ?? 0
}

const rowOf = (entry: Entry, place: Pick<JournalRow, 'workshop_id' | 'seq' | 'doc_kind'>): JournalRow => ({
  ...place,
  collection: entry.collection,
  record_id: entry.recordId,
  field: entry.field,
  old_value: entry.oldValue,
  new_value: entry.newValue,
  seat_id: entry.seatId,
  at: entry.at,
  reason: '',
})
