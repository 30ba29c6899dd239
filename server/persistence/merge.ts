/**
 * Merging a document's snapshot and updates into one state, checked by decoding the result.
 * Large documents are merged in a worker thread, so that nobody waits for them.
 */
import * as Y from 'yjs'
import { WorkerLink } from '#server/persistence/worker-link.ts'

export type MergeUpdates = (parts: readonly Uint8Array[]) => Promise<Uint8Array>

/** Above this many bytes the event loop would stand still for too long. */
const INLINE_BYTES = 32 * 1024

/** The state all parts lead to; throws if that does not decode to the same state again. */
export function mergeNow(parts: readonly Uint8Array[]): Uint8Array {
  const doc = docOf(parts)
  const merged = Y.encodeStateAsUpdate(doc)
  if (!Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(docOf([merged]))))
    throw new Error('A merged document does not decode to itself.')
  return merged
}

function docOf(parts: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const part of parts) Y.applyUpdate(doc, part)
  })
  return doc
}

/** Merges here or in a worker that is started when first needed. */
export function mergeOffThread(): { readonly merge: MergeUpdates; readonly end: () => Promise<void> } {
  let worker: WorkerLink | null = null
  return {
    merge: async (parts) => {
      const bytes = parts.reduce((sum, part) => sum + part.byteLength, 0)
      if (bytes <= INLINE_BYTES) return mergeNow(parts)
      worker ??= new WorkerLink('document-worker')
      return worker.ask<Uint8Array>({ ask: 'merge', parts })
    },
    end: async () => {
      await worker?.end()
    },
  }
}
