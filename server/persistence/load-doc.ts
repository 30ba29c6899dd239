/** A stored document as a `Y.Doc`, for what needs its content: exports, analysis, the server's own edits. */
import * as Y from 'yjs'
import type { Storage, StoredDocument } from '#server/persistence/storage.ts'

/** The document up to its head, or null if there is none. */
export async function loadDoc(storage: Storage, name: string): Promise<Y.Doc | null> {
  const stored = await storage.log.load(name)
  return stored && docOf(stored)
}

export function docOf(stored: StoredDocument): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const part of partsOf(stored)) Y.applyUpdate(doc, part)
  })
  return doc
}

/** The updates a stored document is made of, in order. */
export const partsOf = ({ snapshot, updates }: StoredDocument): Uint8Array[] => [
  ...(snapshot ? [snapshot.data] : []),
  ...updates.map(({ data }) => data),
]
