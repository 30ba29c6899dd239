/**
 * The log of document updates: gapless numbers per document, one group commit for what arrives by itself,
 * and appends inside a command's transaction. Listeners hear of a commit only after it.
 */
import { compactDocument } from '#server/persistence/compaction.ts'
import { GroupCommit } from '#server/persistence/group-commit.ts'
import { readDocument, readSince } from '#server/persistence/log-reader.ts'
import { type Appended, type Heads, ROWS_AT_ONCE, writeUpdates } from '#server/persistence/log-writer.ts'
import type { MergeUpdates } from '#server/persistence/merge.ts'
import { needsUpgrade, upgradeDocument } from '#server/persistence/schema-upgrade.ts'
import type {
  Database,
  DocumentLog,
  NewDocument,
  NewUpdate,
  Storage,
  StoredDocument,
  StoredUpdate,
  Tx,
} from '#server/persistence/storage.ts'
import type { DocumentSteps } from '#shared/document/migrations.ts'

export interface LogSurroundings {
  readonly db: Database
  readonly engine: Storage['engine']
  readonly now: () => number
  readonly merge: MergeUpdates
  readonly steps: DocumentSteps
}

type Listener = Parameters<DocumentLog['onCommitted']>[0]

export class Log implements DocumentLog {
  readonly #in: LogSurroundings
  readonly #group: GroupCommit
  readonly #listeners = new Set<Listener>()
  /** What each open transaction has appended so far. */
  readonly #headsOf = new WeakMap<Tx, Map<string, number>>()

  constructor(surroundings: LogSurroundings) {
    this.#in = surroundings
    this.#group = new GroupCommit((updates) => this.#commit(updates))
  }

  get queuedBytes(): number {
    return this.#group.queuedBytes
  }

  /** Why appends wait at present; null if they do not. */
  get trouble(): unknown {
    return this.#group.trouble
  }

  async create(tx: Tx, { id, workshopId, kind, lineage, schemaVersion, seed }: NewDocument): Promise<void> {
    await tx
      .insertInto('docs')
      .values({ id, workshop_id: workshopId, kind, head: 0, lineage, schema_version: schemaVersion })
      .execute()
    await tx
      .insertInto('doc_snapshots')
      .values({ doc_id: id, upto: 0, data: seed, at: this.#in.now() })
      .execute()
  }

  async load(doc: string): Promise<StoredDocument | null> {
    const found = await readDocument(this.#in.db, doc)
    if (!found || !needsUpgrade(found.row.kind, found.row.schema_version, this.#in.steps))
      return found?.stored ?? null
    await this.#write((tx, heads) =>
      upgradeDocument(tx, this.#in.engine, doc, { steps: this.#in.steps, at: this.#in.now(), heads }),
    )
    return this.load(doc)
  }

  since(doc: string, seq: number): Promise<readonly StoredUpdate[] | null> {
    return readSince(this.#in.db, doc, seq)
  }

  append(update: NewUpdate): Promise<number> {
    return this.#group.append(update)
  }

  async appendIn(tx: Tx, update: NewUpdate): Promise<number> {
    const heads = this.#headsOf.get(tx)
    if (!heads) throw new Error('Append inside `storage.transaction` only.')
    const [appended] = await writeUpdates(tx, this.#in.engine, [update], { at: this.#in.now(), heads })
    if (typeof appended !== 'number') throw appended ?? new Error('The update was not written.')
    return appended
  }

  async heads(docs: readonly string[]): Promise<Heads> {
    const heads = new Map<string, number>()
    for (let from = 0; from < docs.length; from += ROWS_AT_ONCE) {
      const rows = await this.#in.db
        .selectFrom('docs')
        .select(['id', 'head'])
        .where('id', 'in', docs.slice(from, from + ROWS_AT_ONCE))
        .execute()
      for (const { id, head } of rows) heads.set(id, head)
    }
    return heads
  }

  compact(doc: string): Promise<void> {
    const { db, merge, now } = this.#in
    return compactDocument(db, doc, { load: () => this.load(doc), merge, now })
  }

  onCommitted(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Makes `appendIn` possible in this transaction; the map fills with what it appends. */
  track(tx: Tx): Heads {
    const heads = new Map<string, number>()
    this.#headsOf.set(tx, heads)
    return heads
  }

  /** Tells the listeners; to be called once the transaction is committed. */
  announce(heads: Heads): void {
    if (heads.size === 0) return
    const committed = [...heads].map(([doc, head]) => ({ doc, head }))
    // A listener that throws must not make a committed transaction look failed.
    for (const listener of this.#listeners) queueMicrotask(() => listener(committed))
  }

  close(): Promise<void> {
    return this.#group.close()
  }

  #commit(updates: readonly NewUpdate[]): Promise<readonly Appended[]> {
    return this.#write((tx, heads) =>
      writeUpdates(tx, this.#in.engine, updates, { at: this.#in.now(), heads }),
    )
  }

  async #write<T>(work: (tx: Tx, heads: Map<string, number>) => Promise<T>): Promise<T> {
    const heads = new Map<string, number>()
    const result = await this.#in.db.transaction().execute((tx) => work(tx, heads))
    this.announce(heads)
    return result
  }
}
