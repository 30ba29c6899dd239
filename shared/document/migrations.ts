/**
 * Schema versions of the documents. A stored document of an older version is brought up to date by the server
 * before the first peer joins, by edits like any other: peers that already have it simply receive them.
 * A step that has been released is never changed.
 */
import type * as Y from 'yjs'
import type { DocumentKind } from '#shared/document/names.ts'
import { SEED } from '#shared/document/origins.ts'
import { reactionsBecomeRecords } from '#shared/document/step-reactions.ts'

/** For each kind the steps from version 1 to 2, from 2 to 3, and so on. */
export type DocumentSteps = Readonly<Record<DocumentKind, readonly ((doc: Y.Doc) => void)[]>>

export const documentSteps: DocumentSteps = {
  board: [reactionsBecomeRecords],
  record: [],
  interviews: [],
}

/** The version new documents of this kind are made in. */
export const schemaVersion = (kind: DocumentKind, steps = documentSteps): number => steps[kind].length + 1

/** Runs the missing steps as one transaction; throws for a document made by a newer server. */
export function migrateDocument(
  doc: Y.Doc,
  kind: DocumentKind,
  fromVersion: number,
  steps = documentSteps,
): void {
  if (fromVersion > schemaVersion(kind, steps))
    throw new Error(`This ${kind} has schema version ${fromVersion}: it was made by a newer server.`)
  const missing = steps[kind].slice(fromVersion - 1)
  if (missing.length > 0) doc.transact(() => missing.forEach((step) => void step(doc)), SEED)
}
