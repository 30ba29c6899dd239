/** Brings a stored document of an older schema version up to date, once, whichever process gets there first. */
import * as Y from 'yjs'
import { docOf } from '#server/persistence/load-doc.ts'
import { readDocument } from '#server/persistence/log-reader.ts'
import { writeUpdates } from '#server/persistence/log-writer.ts'
import type { Storage, Tx } from '#server/persistence/storage.ts'
import { type DocumentSteps, migrateDocument, schemaVersion } from '#shared/document/migrations.ts'
import { type DocumentKind, isDocumentKind } from '#shared/document/names.ts'

export function needsUpgrade(kind: string, version: number, steps: DocumentSteps): kind is DocumentKind {
  if (!isDocumentKind(kind)) return false
  const newest = schemaVersion(kind, steps)
  if (version > newest)
    throw new Error(`A stored ${kind} has schema version ${version}: it was made by a newer server.`)
  return version < newest
}

/** Appends what the missing steps change and writes the new version, in the given transaction. */
export async function upgradeDocument(
  tx: Tx,
  engine: Storage['engine'],
  doc: string,
  surroundings: { readonly steps: DocumentSteps; readonly at: number; readonly heads: Map<string, number> },
): Promise<void> {
  const { steps, at, heads } = surroundings
  await tx
    .selectFrom('docs')
    .select('id')
    .where('id', '=', doc)
    .$if(engine === 'postgres', (query) => query.forNoKeyUpdate())
    .execute()
  const found = await readDocument(tx, doc)
  if (!found || !needsUpgrade(found.row.kind, found.row.schema_version, steps)) return
  const live = docOf(found.stored)
  const changes: Uint8Array[] = []
  live.on('update', (change: Uint8Array) => changes.push(change))
  migrateDocument(live, found.row.kind, found.row.schema_version, steps)
  if (changes.length > 0)
    await writeUpdates(tx, engine, [{ doc, data: Y.mergeUpdates(changes), seatId: null }], { at, heads })
  await tx
    .updateTable('docs')
    .set({ schema_version: schemaVersion(found.row.kind, steps) })
    .where('id', '=', doc)
    .execute()
}
