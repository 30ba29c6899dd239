/**
 * Empties the bins of all boards of what has been in them for thirty days, by the server's clock: no device needs to
 * open the workshop for it, and none with a wrong clock can do it too early. An ordinary deletion, which rooms pass on.
 */
import { loadDoc } from '#server/persistence/load-doc.ts'
import { editDocument } from '#server/record/edit-document.ts'
import type { DeadlineDeps } from '#server/vault/deadlines.ts'
import { emptyBin, hasDue } from '#shared/board/bin-edits.ts'
import { documentName } from '#shared/document/names.ts'

export async function emptyBins(deps: DeadlineDeps): Promise<void> {
  const { storage, clock } = deps
  const rows = await storage.db
    .selectFrom('docs')
    .select(['id', 'workshop_id'])
    .where('kind', '=', 'board')
    .execute()
  for (const { id, workshop_id } of rows) {
    const doc = await loadDoc(storage, id)
    if (!doc || !hasDue(doc, clock.now())) continue
    await storage.transaction((tx) =>
      editDocument(tx, deps, documentName(workshop_id, 'board'), (board) => emptyBin(board, clock.now())),
    )
  }
}
