/** Writing updates inside a transaction: heads are locked in sorted order and moved on, then the rows are inserted. */
import { sql } from 'kysely'
import type { NewUpdate, Storage, Tx } from '#server/persistence/storage.ts'
import type { DocUpdateRow } from '#server/persistence/tables.ts'

/** The number an update got, or why it can never be written. */
export type Appended = number | Error

/** Documents and their heads. */
export type Heads = ReadonlyMap<string, number>

/** Rows of one statement; both engines allow some 30,000 values. */
export const ROWS_AT_ONCE = 1000

/** Answers in the order of `updates`; the new heads go into `heads`. */
export async function writeUpdates(
  tx: Tx,
  engine: Storage['engine'],
  updates: readonly NewUpdate[],
  { at, heads }: { readonly at: number; readonly heads: Map<string, number> },
): Promise<readonly Appended[]> {
  const counts = new Map<string, number>()
  for (const { doc } of updates) counts.set(doc, (counts.get(doc) ?? 0) + 1)
  const next = await advanceHeads(tx, engine, counts)
  const rows: DocUpdateRow[] = []
  const appended = updates.map(({ doc, data, seatId }): Appended => {
    const seq = next.get(doc)
    if (seq === undefined) return new Error('There is no such document.')
    next.set(doc, seq + 1)
    heads.set(doc, seq)
    rows.push({ doc_id: doc, seq, data, seat_id: seatId, at })
    return seq
  })
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await tx
      .insertInto('doc_updates')
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .execute()
  return appended
}

/** Moves each head on by its count; answers the first new number of each document that exists. */
async function advanceHeads(tx: Tx, engine: Storage['engine'], counts: Heads): Promise<Map<string, number>> {
  const ids = [...counts.keys()].sort()
  const next = new Map<string, number>()
  for (let from = 0; from < ids.length; from += ROWS_AT_ONCE) {
    const locked = await tx
      .selectFrom('docs')
      .select(['id', 'head'])
      .where('id', 'in', ids.slice(from, from + ROWS_AT_ONCE))
      .orderBy('id')
      .$if(engine === 'postgres', (query) => query.forNoKeyUpdate())
      .execute()
    if (locked.length === 0) continue
    for (const { id, head } of locked) next.set(id, head + 1)
    const cases = locked.map(({ id }) => sql`when ${id} then cast(${counts.get(id) ?? 0} as bigint)`)
    await tx
      .updateTable('docs')
      .set({ head: sql<number>`head + case id ${sql.join(cases, sql` `)} end` })
      .where(
        'id',
        'in',
        locked.map(({ id }) => id),
      )
      .execute()
  }
  return next
}
