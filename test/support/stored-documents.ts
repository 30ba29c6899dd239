/** Documents in a test's storage, and updates to put into them. */
import { randomUUID } from 'node:crypto'
import * as Y from 'yjs'
import type { Storage } from '#server/persistence/storage.ts'
import { type DocumentKind, documentName } from '#shared/document/names.ts'

/** Adds a workshop without seats; answers its id. */
export async function addWorkshop(storage: Storage, id: string = randomUUID()): Promise<string> {
  await storage.db
    .insertInto('workshops')
    .values({
      id,
      title: 'A workshop',
      is_demo: 0,
      join_code: null,
      join_code_until: null,
      created_at: 0,
      active_at: 0,
      extras: '{}',
    })
    .execute()
  return id
}

/** Adds a document to a new workshop (or the given one); answers its name. */
export async function addDocument(
  storage: Storage,
  kind: DocumentKind = 'record',
  { workshopId, seed = new Y.Doc() }: { workshopId?: string; seed?: Y.Doc } = {},
): Promise<string> {
  const workshop = workshopId ?? (await addWorkshop(storage))
  const id = documentName(workshop, kind)
  const document = { id, workshopId: workshop, kind, lineage: randomUUID(), schemaVersion: 1 }
  await storage.transaction((tx) =>
    storage.log.create(tx, { ...document, seed: Y.encodeStateAsUpdate(seed) }),
  )
  return id
}

/** An update of its own client that sets `key` in the root map `entries`. */
export function updateSetting(key: string, value: unknown = 1): Uint8Array {
  const doc = new Y.Doc()
  doc.getMap('entries').set(key, value)
  return Y.encodeStateAsUpdate(doc)
}

/** What `updateSetting` has left in the stored document. */
export async function storedKeys(storage: Storage, doc: string): Promise<string[]> {
  const stored = await storage.log.load(doc)
  if (!stored) return []
  const live = new Y.Doc()
  if (stored.snapshot) Y.applyUpdate(live, stored.snapshot.data)
  for (const { data } of stored.updates) Y.applyUpdate(live, data)
  return [...live.getMap('entries').keys()].sort()
}
