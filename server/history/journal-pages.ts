/** The whole journal of a workshop, a page at a time: whoever reads a long one holds nobody else up. */
import type { Journal } from '#server/history/journal.ts'
import type { Storage } from '#server/persistence/storage.ts'
import type { JournalRow } from '#server/persistence/tables.ts'
import { documentName } from '#shared/document/names.ts'

const PAGE = 500

interface JournalOf {
  readonly storage: Storage
  readonly journal: Journal
}

/** Oldest first, caught up with the documents. */
export async function* journalPages(
  { storage, journal }: JournalOf,
  workshopId: string,
  withInterviews: boolean,
): AsyncGenerator<readonly JournalRow[]> {
  await journal.caughtUp(documentName(workshopId, 'board'))
  if (withInterviews) await journal.caughtUp(documentName(workshopId, 'interviews'))
  for (let after = -1; ; ) {
    const rows = await storage.db
      .selectFrom('journal')
      .selectAll()
      .where('workshop_id', '=', workshopId)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(PAGE)
      .execute()
    if (rows.length > 0) yield rows
    after = rows.at(-1)?.seq ?? after
    if (rows.length < PAGE) return
  }
}
