/** The three documents of a workshop before they are stored. */
import * as Y from 'yjs'
import { type Chance, newClientId } from '#server/chance.ts'
import type { DocumentKind } from '#shared/document/names.ts'

export type Docs = Readonly<Record<DocumentKind, Y.Doc>>
/** The same, encoded. */
export type States = Readonly<Record<DocumentKind, Uint8Array>>

export function emptyDocs(chance: Chance): Docs {
  const empty = () => {
    const doc = new Y.Doc()
    doc.clientID = newClientId(chance)
    return doc
  }
  return { board: empty(), record: empty(), interviews: empty() }
}

export const statesOf = ({ board, record, interviews }: Docs): States => ({
  board: Y.encodeStateAsUpdate(board),
  record: Y.encodeStateAsUpdate(record),
  interviews: Y.encodeStateAsUpdate(interviews),
})
