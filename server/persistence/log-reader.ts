/** Reading the log. Takes no locks: a reader that finds a gap was overtaken by a compaction and reads again. */
import type { Database, StoredDocument, StoredUpdate } from '#server/persistence/storage.ts'
import type { DocRow } from '#server/persistence/tables.ts'

export interface ReadDocument {
  readonly row: DocRow
  readonly stored: StoredDocument
}

/** More compactions than can overtake one reader: then the log itself has a hole. */
const MOST_TRIES = 100

/** Snapshot and tail of a document as of one moment; null if there is no such document. */
export async function readDocument(db: Database, doc: string): Promise<ReadDocument | null> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const row = await db.selectFrom('docs').selectAll().where('id', '=', doc).executeTakeFirst()
    if (!row) return null
    const snapshot = await db
      .selectFrom('doc_snapshots')
      .select(['upto', 'data'])
      .where('doc_id', '=', doc)
      .executeTakeFirst()
    const upto = snapshot?.upto ?? 0
    const updates = await updatesAfter(db, doc, upto)
    // What the old snapshot lacks has left the log since.
    if (!isGapless(updates, upto) || (updates.length === 0 && row.head > upto)) continue
    const stored = {
      lineage: row.lineage,
      schemaVersion: row.schema_version,
      snapshot: snapshot ? { upto, data: plainBytes(snapshot.data) } : null,
      updates,
      head: updates.at(-1)?.seq ?? upto,
    }
    return { row, stored }
  }
  throw new Error('The log of a document has a gap.')
}

/** Updates after `seq`; null when some of them are no longer in the log, or when there is no such document or number. */
export async function readSince(
  db: Database,
  doc: string,
  seq: number,
): Promise<readonly StoredUpdate[] | null> {
  const row = await db.selectFrom('docs').select('head').where('id', '=', doc).executeTakeFirst()
  if (!row || row.head < seq) return null
  const updates = await updatesAfter(db, doc, seq)
  return isGapless(updates, seq) && (updates.length > 0 || row.head === seq) ? updates : null
}

async function updatesAfter(db: Database, doc: string, seq: number): Promise<readonly StoredUpdate[]> {
  const rows = await db
    .selectFrom('doc_updates')
    .select(['seq', 'data', 'seat_id', 'at'])
    .where('doc_id', '=', doc)
    .where('seq', '>', seq)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({ seq: row.seq, data: plainBytes(row.data), seatId: row.seat_id, at: row.at }))
}

const isGapless = (updates: readonly StoredUpdate[], after: number): boolean =>
  updates.every((update, index) => update.seq === after + 1 + index)

/** Drivers answer with their own kinds of byte array. */
const plainBytes = (data: Uint8Array): Uint8Array =>
  data.constructor === Uint8Array ? data : new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
