/** Inserting many rows: few statements, none with more values than an engine takes. */
import type { InsertObject } from 'kysely'
import type { Tx } from '#server/persistence/storage.ts'
import type { Tables } from '#server/persistence/tables.ts'

const ROWS_AT_ONCE = 500

export async function insertRows<T extends keyof Tables>(
  tx: Tx,
  table: T,
  rows: readonly InsertObject<Tables, T>[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await tx
      .insertInto(table)
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .execute()
}
