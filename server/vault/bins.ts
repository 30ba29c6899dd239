/**
 * Empties the bins of all boards of what has been in them for thirty days, by the server's clock: no device needs to
 * open the workshop for it, and none with a wrong clock can do it too early. An ordinary deletion, which rooms pass on.
 */
import { loadDoc } from '#server/persistence/load-doc.ts'
import { editDocument } from '#server/record/edit-document.ts'
import type { DeadlineDeps } from '#server/vault/deadlines.ts'
import { emptyBin, hasDue } from '#shared/board/bin-edits.ts'
import { documentName } from '#shared/document/names.ts'

/** A board that cannot be read or changed keeps no other from being emptied; in the end it is said that there was one. */
export async function emptyBins(deps: DeadlineDeps): Promise<void> {
  const { storage } = deps
  const rows = await storage.db
    .selectFrom('docs')
    .select(['id', 'workshop_id'])
    .where('kind', '=', 'board')
    .execute()
  const failures: unknown[] = []
  for (const { id, workshop_id } of rows)
    await emptyBinOf(deps, id, workshop_id).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} bins were not emptied.`)
}

async function emptyBinOf(deps: DeadlineDeps, name: string, workshopId: string): Promise<void> {
  const { storage, clock } = deps
  const doc = await loadDoc(storage, name)
  if (!doc || !hasDue(doc, clock.now())) return
  await storage.transaction((tx) =>
    editDocument(tx, deps, documentName(workshopId, 'board'), (board) => emptyBin(board, clock.now())),
  )
}
