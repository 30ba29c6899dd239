/**
 * Documents as the log has them, for code that reads their content: kept in memory for a while and brought up to date
 * by what has been appended since. Whoever gets one reads it and nothing more.
 */
import * as Y from 'yjs'
import type { Database, Storage } from '#server/persistence/storage.ts'
import { type DocumentKind, documentName } from '#shared/document/names.ts'

export interface HeldDocument {
  readonly doc: Y.Doc
  /** Number of the last update of the log that is in it. */
  readonly seq: number
}

const MAX_HELD = 100

export class Documents {
  readonly #storage: Storage
  readonly #held = new Map<string, HeldDocument>()
  readonly #loading = new Map<string, Promise<HeldDocument | null>>()

  constructor(storage: Storage) {
    this.#storage = storage
  }

  /** The document as committed; null if there is no such document. Not to be called inside a transaction. */
  async read(workshopId: string, kind: DocumentKind): Promise<Y.Doc | null> {
    return (await this.current(documentName(workshopId, kind)))?.doc ?? null
  }

  /** The document with its place in the log. Callers at the same time share one load. */
  async current(name: string): Promise<HeldDocument | null> {
    const loading = this.#loading.get(name)
    if (loading) {
      // What it reads may have begun before this caller's own last write: look once more when it is done.
      await loading.catch(() => null)
      const next = this.#loading.get(name)
      if (next) return next
    }
    const own = this.#upToDate(name).finally(() => this.#loading.delete(name))
    this.#loading.set(name, own)
    return own
  }

  /** Forgets a document that may have been written to without being committed. */
  drop(name: string): void {
    this.#held.delete(name)
  }

  keep(name: string, held: HeldDocument): void {
    this.#held.delete(name)
    this.#held.set(name, held)
    for (const oldest of this.#held.keys()) {
      if (this.#held.size <= MAX_HELD) break
      this.#held.delete(oldest)
    }
  }

  async #upToDate(name: string): Promise<HeldDocument | null> {
    const held = this.#held.get(name)
    const news = held ? await this.#storage.log.since(name, held.seq) : null
    if (held && news && this.#held.get(name) === held) {
      if (news.length === 0) return held
      for (const { data } of news) Y.applyUpdate(held.doc, data)
      const grown = { doc: held.doc, seq: news.at(-1)?.seq ?? held.seq }
      this.keep(name, grown)
      return grown
    }
    return this.#load(name)
  }

  async #load(name: string): Promise<HeldDocument | null> {
    const stored = await this.#storage.log.load(name)
    if (!stored) return null
    const doc = new Y.Doc()
    doc.transact(() => {
      if (stored.snapshot) Y.applyUpdate(doc, stored.snapshot.data)
      for (const { data } of stored.updates) Y.applyUpdate(doc, data)
    })
    const loaded = { doc, seq: stored.head }
    this.keep(name, loaded)
    return loaded
  }
}

/** Lineages of a workshop's documents, by kind. */
export async function lineagesOf(db: Database, workshopId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('docs')
    .select(['kind', 'lineage'])
    .where('workshop_id', '=', workshopId)
    .execute()
  return new Map(rows.map(({ kind, lineage }) => [kind, lineage]))
}
