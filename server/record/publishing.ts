/**
 * Publishing what was sealed, inside a command's transaction. Both documents are locked first, so that nothing a customer
 * takes back in between can be put on the board after all.
 */
import * as Y from 'yjs'
import { newClientId } from '#server/chance.ts'
import { docOf } from '#server/persistence/load-doc.ts'
import { readDocument } from '#server/persistence/log-reader.ts'
import type { Tx } from '#server/persistence/storage.ts'
import { AppError } from '#server/problem.ts'
import { type EditDeps, lockDocuments } from '#server/record/edit-document.ts'
import { documentName } from '#shared/document/names.ts'
import { publish } from '#shared/interviews/publish.ts'

export interface Publishing {
  readonly workshopId: string
  /** Whose act it is; null: it follows an earlier one. */
  readonly seatId: string | null
  readonly at: number
}

export async function publishSealed(
  tx: Tx,
  deps: EditDeps,
  { workshopId, seatId, at }: Publishing,
): Promise<void> {
  const names = [documentName(workshopId, 'board'), documentName(workshopId, 'interviews')] as const
  await lockDocuments(tx, deps, names)
  const [board, sealed] = [await opened(tx, deps, names[0]), await opened(tx, deps, names[1])]
  publish(sealed.doc, board.doc, at)
  for (const { name, changes } of [board, sealed])
    if (changes.length > 0)
      await deps.storage.log.appendIn(tx, { doc: name, data: Y.mergeUpdates(changes), seatId })
}

/** A document as it is under the lock, and what is changed in it from then on. */
async function opened(tx: Tx, { chance }: EditDeps, name: string) {
  const found = await readDocument(tx, name)
  if (!found) throw new AppError('no-such-workshop')
  const doc = docOf(found.stored)
  doc.clientID = newClientId(chance)
  const changes: Uint8Array[] = []
  doc.on('update', (change: Uint8Array) => changes.push(change))
  return { name, doc, changes }
}
