/**
 * A document log in memory whose commits a test can hold back, lose or fail. What is not committed is lost when the
 * server that appended it is gone.
 */
import * as Y from 'yjs'
import type { DocumentLog, NewUpdate, StoredDocument, StoredUpdate } from '#server/persistence/storage.ts'

interface Queued {
  readonly update: NewUpdate
  readonly resolve: (seq: number) => void
  readonly reject: (error: Error) => void
}

interface Stored {
  snapshot: { upto: number; data: Uint8Array }
  updates: StoredUpdate[]
}

type Listener = Parameters<DocumentLog['onCommitted']>[0]

/** What lies on the disk; several servers may share it. */
export class MemoryDisk {
  readonly documents = new Map<string, Stored>()

  create(doc: string, seed: Uint8Array = Y.encodeStateAsUpdate(new Y.Doc())): void {
    this.documents.set(doc, { snapshot: { upto: 0, data: seed }, updates: [] })
  }

  head(doc: string): number {
    const stored = this.documents.get(doc)
    return stored?.updates.at(-1)?.seq ?? stored?.snapshot.upto ?? 0
  }

  append({ doc, data, seatId }: NewUpdate): number {
    const seq = this.head(doc) + 1
    this.documents.get(doc)?.updates.push({ seq, data, seatId, at: 0 })
    return seq
  }

  /** The document as it would be read after a crash. */
  read(doc: string): Y.Doc {
    const read = new Y.Doc()
    const stored = this.documents.get(doc)
    if (stored) Y.applyUpdate(read, stored.snapshot.data)
    for (const { data } of stored?.updates ?? []) Y.applyUpdate(read, data)
    return read
  }
}

/** One server's connection to the disk. */
export class MemoryLog implements DocumentLog {
  readonly disk: MemoryDisk
  compactions = 0
  queuedBytes = 0
  /** While true, appended updates wait for `commit`. */
  isHeldBack = false
  /** While true, reading fails. */
  isUnreadable = false
  readonly #listeners = new Set<Listener>()
  #queue: Queued[] = []

  constructor(disk: MemoryDisk) {
    this.disk = disk
  }

  append(update: NewUpdate): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ update, resolve, reject })
      this.queuedBytes += update.data.length
      if (!this.isHeldBack) queueMicrotask(() => this.commit())
    })
  }

  appendIn(_tx: unknown, update: NewUpdate): Promise<number> {
    return this.append(update)
  }

  commit(): void {
    const queue = this.#takeQueue()
    const heads = new Map<string, number>()
    for (const { update, resolve } of queue) {
      const seq = this.disk.append(update)
      heads.set(update.doc, seq)
      resolve(seq)
    }
    const committed = [...heads].map(([doc, head]) => ({ doc, head }))
    if (committed.length > 0) for (const listener of this.#listeners) listener(committed)
  }

  /** Storage closes: what waits will never be committed. */
  refuse(): void {
    for (const { reject } of this.#takeQueue()) reject(new Error('closing'))
  }

  async create(): Promise<void> {
    throw new Error('Documents are made on the disk.')
  }

  async load(doc: string): Promise<StoredDocument | null> {
    if (this.isUnreadable) throw new Error('not readable')
    const stored = this.disk.documents.get(doc)
    if (!stored) return null
    const { snapshot, updates } = stored
    return { lineage: 'l', schemaVersion: 1, snapshot, updates: [...updates], head: this.disk.head(doc) }
  }

  async since(doc: string, seq: number): Promise<readonly StoredUpdate[] | null> {
    if (this.isUnreadable) throw new Error('not readable')
    const stored = this.disk.documents.get(doc)
    if (!stored || seq < stored.snapshot.upto) return null
    return stored.updates.filter((update) => update.seq > seq)
  }

  async heads(docs: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return new Map(docs.map((doc) => [doc, this.disk.head(doc)]))
  }

  async compact(doc: string): Promise<void> {
    this.compactions++
    const stored = this.disk.documents.get(doc)
    if (!stored) return
    stored.snapshot = { upto: this.disk.head(doc), data: Y.encodeStateAsUpdate(this.disk.read(doc)) }
    stored.updates = []
  }

  onCommitted(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #takeQueue(): Queued[] {
    const queue = this.#queue
    this.#queue = []
    this.queuedBytes = 0
    return queue
  }
}
