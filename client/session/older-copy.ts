/** What this device holds of a former history of the workshop: never sent without asking (OF-4a). */
import * as Y from 'yjs'
import type { OlderCopy } from '#client/session/api.ts'
import { deleteCopy, olderCopies, readCopy } from '#client/session/offline-copy.ts'
import type { DocumentKind } from '#shared/document/names.ts'
import { erasures } from '#shared/interviews/schema.ts'
import type { WorkshopView } from '#shared/protocol/calls.ts'

type Docs = Readonly<Record<DocumentKind, Y.Doc>>

interface Found {
  readonly name: string
  readonly kind: DocumentKind
  readonly content: Uint8Array
}

/**
 * Null when there is nothing one could bring back: only documents one may write to count, and what the workshop has
 * already (someone else brought it back) is forgotten. To be asked when the documents are as the server has them.
 */
export async function olderCopy(
  factory: IDBFactory | null,
  view: WorkshopView,
  docs: Docs,
  now: () => number,
): Promise<OlderCopy | null> {
  const found: Found[] = []
  for (const kind of ['board', 'interviews'] as const) {
    const { write, lineage } = view.documents[kind]
    if (!write) continue
    for (const name of await olderCopies(factory, view.workshopId, kind, lineage)) {
      const content = mayHoldWithdrawn(kind, docs) ? null : await readCopy(factory, name)
      if (content && addsTo(docs[kind], content)) found.push({ name, kind, content })
      else await deleteCopy(factory, name)
    }
  }
  if (found.length === 0) return null
  const discard = async () => {
    for (const { name } of found) await deleteCopy(factory, name)
  }
  return {
    discard,
    asFile: () => asFile(found, view, docs, now()),
    // Each becomes an own change, so it is kept on this device anew before its old copy goes.
    bringBack: async () => {
      for (const { kind, content } of found) Y.applyUpdate(docs[kind], content, 'older copy')
      await discard()
    },
  }
}

/** A former history of the interviews would bring back what customers have withdrawn since: it goes. */
const mayHoldWithdrawn = (kind: DocumentKind, docs: Docs): boolean =>
  kind === 'interviews' && docs.interviews.getMap(erasures.name).size > 0

/** Whether anything would change; what cannot be read adds nothing. */
function addsTo(doc: Y.Doc, content: Uint8Array): boolean {
  const trial = new Y.Doc()
  Y.applyUpdate(trial, Y.encodeStateAsUpdate(doc))
  let adds = false
  trial.on('update', () => {
    adds = true
  })
  try {
    Y.applyUpdate(trial, content)
  } catch {
    return false
  } finally {
    trial.destroy()
  }
  return adds
}

/** A workshop file of what the copies hold; what they do not hold is as the workshop has it. */
async function asFile(found: readonly Found[], view: WorkshopView, docs: Docs, now: number): Promise<string> {
  const { exportWorkshop } = await import('#shared/exchange/export.ts')
  const asKept = (kind: DocumentKind): Y.Doc => {
    const contents = found.filter((one) => one.kind === kind).map(({ content }) => content)
    if (contents.length === 0) return docs[kind]
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.mergeUpdates(contents))
    return doc
  }
  const file = exportWorkshop({
    board: asKept('board'),
    record: docs.record,
    interviews: view.documents.interviews.read ? asKept('interviews') : null,
    seniority: null,
    history: [],
    extras: {},
    exportedAt: new Date(now).toISOString(),
    appVersion: 'copy on a device',
  })
  return JSON.stringify(file, null, 2)
}
