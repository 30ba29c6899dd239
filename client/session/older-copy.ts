/** What this device holds of a former history of the workshop: never sent without asking (OF-4a). */
import * as Y from 'yjs'
import type { OlderCopy } from '#client/session/api.ts'
import { deleteCopy, olderCopies, readCopy } from '#client/session/offline-copy.ts'
import type { DocumentKind } from '#shared/document/names.ts'
import type { WorkshopView } from '#shared/protocol/calls.ts'

/** Null when there is nothing one could bring back. Only documents one may write to count. */
export async function olderCopy(
  factory: IDBFactory | null,
  view: WorkshopView,
  docs: Readonly<Record<DocumentKind, Y.Doc>>,
): Promise<OlderCopy | null> {
  const found: { name: string; kind: DocumentKind; content: Uint8Array }[] = []
  for (const kind of ['board', 'interviews'] as const) {
    const { write, lineage } = view.documents[kind]
    if (!write) continue
    for (const name of await olderCopies(factory, view.workshopId, kind, lineage)) {
      const content = await readCopy(factory, name)
      if (content) found.push({ name, kind, content })
      else await deleteCopy(factory, name)
    }
  }
  if (found.length === 0) return null
  const discard = async () => {
    for (const { name } of found) await deleteCopy(factory, name)
  }
  return {
    discard,
    // Each becomes an own change, so it is kept on this device anew before its old copy goes.
    bringBack: async () => {
      for (const { kind, content } of found) Y.applyUpdate(docs[kind], content, 'older copy')
      await discard()
    },
  }
}
