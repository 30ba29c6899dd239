/**
 * Edits of board and interviews that the server itself makes, inside a command's transaction: the document's row is
 * locked first, so what the edit sees is what there is when it is committed. Open rooms hear of it as of any growth.
 */
import * as Y from 'yjs'
import { type Chance, newClientId } from '#server/chance.ts'
import { docOf } from '#server/persistence/load-doc.ts'
import { readDocument } from '#server/persistence/log-reader.ts'
import type { Storage, Tx } from '#server/persistence/storage.ts'
import { AppError } from '#server/problem.ts'

export interface EditDeps {
  readonly storage: Storage
  readonly chance: Chance
}

/** Locks the rows of documents, always in the same order, so that two transactions never wait for each other. */
export async function lockDocuments(tx: Tx, { storage }: EditDeps, names: readonly string[]): Promise<void> {
  await tx
    .selectFrom('docs')
    .select('id')
    .where('id', 'in', names)
    .orderBy('id')
    .$if(storage.engine === 'postgres', (query) => query.forNoKeyUpdate())
    .execute()
}

/**
 * Runs `edit` on a document and appends what it changed as one update. Answers the edit's result, and the number under
 * which it stands in the log; null when nothing changed. Several documents: lock them all before.
 */
export async function editDocument<T>(
  tx: Tx,
  deps: EditDeps,
  name: string,
  edit: (doc: Y.Doc) => T,
): Promise<{ readonly result: T; readonly seq: number | null }> {
  await lockDocuments(tx, deps, [name])
  const found = await readDocument(tx, name)
  if (!found) throw new AppError('no-such-workshop')
  const doc = docOf(found.stored)
  doc.clientID = newClientId(deps.chance)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const result = doc.transact(() => edit(doc))
  if (updates.length === 0) return { result, seq: null }
  const data = Y.mergeUpdates(updates)
  return { result, seq: await deps.storage.log.appendIn(tx, { doc: name, data, seatId: null }) }
}
