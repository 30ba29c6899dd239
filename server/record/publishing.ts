/**
 * Publishing what was sealed, as updates to append: worked out on copies outside any transaction, so that whoever reads
 * the held documents sees nothing that is not committed. Changes of others in between merge with them.
 */
import * as Y from 'yjs'
import { type Chance, newClientId } from '#server/chance.ts'
import type { Documents, HeldDocument } from '#server/record/documents.ts'
import { documentName } from '#shared/document/names.ts'
import { hasUnpublished, publish } from '#shared/interviews/publish.ts'

export interface Publishing {
  /** Updates in the order in which the documents' rows are to be locked. */
  readonly updates: readonly { readonly doc: string; readonly data: Uint8Array }[]
  /** Number of the last update of the interviews that was looked at. */
  readonly interviewsSeq: number
}

/** What publishing would append now. Not to be called inside a transaction. */
export async function preparePublishing(
  documents: Documents,
  workshopId: string,
  chance: Chance,
  at: number,
): Promise<Publishing | null> {
  const [boardName, sealedName] = [documentName(workshopId, 'board'), documentName(workshopId, 'interviews')]
  const [board, sealed] = [await documents.current(boardName), await documents.current(sealedName)]
  if (!board || !sealed) return null
  const [onBoard, ofSealed] = [changesOn(board, chance), changesOn(sealed, chance)]
  publish(ofSealed.doc, onBoard.doc, at)
  const updates = [
    { doc: boardName, data: onBoard.update() },
    { doc: sealedName, data: ofSealed.update() },
  ]
  return {
    updates: updates.flatMap(({ doc, data }) => (data ? [{ doc, data }] : [])),
    interviewsSeq: sealed.seq,
  }
}

export const isUnpublished = (held: HeldDocument): boolean => hasUnpublished(held.doc)

/** A copy, and what has been changed in it since as one update; null when nothing was. */
function changesOn({ doc }: HeldDocument, chance: Chance) {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  copy.clientID = newClientId(chance)
  const changes: Uint8Array[] = []
  copy.on('update', (change: Uint8Array) => changes.push(change))
  return { doc: copy, update: () => (changes.length > 0 ? Y.mergeUpdates(changes) : null) }
}
