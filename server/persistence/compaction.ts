/**
 * Compaction: snapshot and log become a new snapshot, and what it covers leaves the log, in one transaction.
 * What the change journal has not read yet stays in the log and out of the snapshot. The merge happens before the
 * transaction, which then holds only if the snapshot is still the one that was merged.
 */
import type { MergeUpdates } from '#server/persistence/merge.ts'
import type { Database, StoredDocument } from '#server/persistence/storage.ts'

/** Documents the change journal follows; the record is written by commands, which leave their own trace. */
export const journalledKinds: readonly string[] = ['board', 'interviews']

interface Surroundings {
  readonly load: () => Promise<StoredDocument | null>
  readonly merge: MergeUpdates
  readonly now: () => number
}

export async function compactDocument(
  db: Database,
  doc: string,
  { load, merge, now }: Surroundings,
): Promise<void> {
  const limit = await readByJournal(db, doc)
  const stored = await load()
  if (!stored) return
  const covered = stored.updates.filter((update) => update.seq <= limit)
  const upto = covered.at(-1)?.seq
  if (upto === undefined) return
  const before = stored.snapshot
  const data = await merge([...(before ? [before.data] : []), ...covered.map((update) => update.data)])

  await db.transaction().execute(async (tx) => {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('doc_snapshots')
      .values({ doc_id: doc, upto, data, at: now() })
      .onConflict((conflict) =>
        conflict
          .column('doc_id')
          .doUpdateSet({ upto, data, at: now() })
          .where('doc_snapshots.upto', '=', before?.upto ?? -1),
      )
      .executeTakeFirstOrThrow()
    // Another process was faster: its snapshot stands.
    if (Number(numInsertedOrUpdatedRows) === 0) return
    await tx.deleteFrom('doc_updates').where('doc_id', '=', doc).where('seq', '<=', upto).execute()
  })
}

/** The last update the journal has read; all of them for documents it does not follow. */
async function readByJournal(db: Database, doc: string): Promise<number> {
  const row = await db
    .selectFrom('docs')
    .leftJoin('journal_cursors', 'journal_cursors.doc_id', 'docs.id')
    .select(['docs.kind', 'docs.head', 'journal_cursors.upto'])
    .where('docs.id', '=', doc)
    .executeTakeFirst()
  if (!row) return 0
  return journalledKinds.includes(row.kind) ? (row.upto ?? 0) : row.head
}
