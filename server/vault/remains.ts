/**
 * Whether the log still holds content that is already deleted: something typed, elsewhere and offline, into what had
 * been withdrawn. Nobody sees it, but its words lie there until the log is compacted.
 */
import * as Y from 'yjs'
import { docOf } from '#server/persistence/load-doc.ts'
import type { StoredDocument } from '#server/persistence/storage.ts'

/** `interviewIds` are the ones withdrawn: of those also values that lost against newer ones count. */
export function holdsRemains(stored: StoredDocument, interviewIds: ReadonlySet<string>): boolean {
  if (stored.updates.length === 0) return false
  const doc = docOf(stored)
  return stored.updates.some(({ data }) =>
    Y.decodeUpdate(data).structs.some(
      (struct) =>
        struct instanceof Y.Item &&
        !(struct.content instanceof Y.ContentDeleted) &&
        isRemains(doc, struct.id, interviewIds),
    ),
  )
}

function isRemains(doc: Y.Doc, id: Y.ID, interviewIds: ReadonlySet<string>): boolean {
  const structs = doc.store.clients.get(id.client) ?? []
  const struct = structs[Y.findIndexSS(structs as never, id.clock)]
  // Collected with whatever it lay in.
  if (struct instanceof Y.GC) return true
  return struct instanceof Y.Item && struct.deleted && interviewIds.has(rowOf(struct) ?? '')
}

/** Id of the record an item lies in, directly. */
function rowOf(item: Y.Item): string | null {
  const { parent } = item
  return parent instanceof Y.AbstractType ? (parent._item?.parentSub ?? null) : null
}
