/**
 * The log of document updates. Per document a head row gives gapless numbers: it is locked, in sorted order,
 * in the transaction that writes the updates. Readers take no locks; they notice a gap and read again.
 */
import { sql } from 'kysely'
import { compactDocument } from '#server/persistence/compaction.ts'
import { type Appended, GroupCommit } from '#server/persistence/group-commit.ts'
import type { MergeUpdates } from '#server/persistence/merge.ts'
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

export type Commits = ReadonlyMap<string, number>

interface LogSurroundings {
  readonly db: Database
  readonly engine: Storage['engine']
  readonly now: () => number
  readonly merge: MergeUpdates
}

/** Rows of one insert statement; both engines allow some 30,000 values. */
const ROWS_AT_ONCE = 1000

export class Log implements DocumentLog {
  readonly #db: Database
  readonly #engine: Storage['engine']
  readonly #now: () => number
  readonly #merge: MergeUpdates
  readonly #group: GroupCommit
  readonly #listeners = new Set<Parameters<DocumentLog['onCommitted']>[0]>()
  /** What each open transaction has appended so far. */
  readonly #appendedIn = new WeakMap<Tx, Map<string, number>>()

  constructor({ db, engine, now, merge }: LogSurroundings) {
    this.#db = db
    this.#engine = engine
    this.#now = now
    this.#merge = merge
    this.#group = new GroupCommit((updates) => this.#commit(updates))
  }

  get queuedBytes(): number {
    return this.#group.queuedBytes
  }

  append(update: NewUpdate): Promise<number> {
    return this.#group.append(update)
  }

  async appendIn(tx: Tx, update: NewUpdate): Promise<number> {
    const commits = this.#appendedIn.get(tx)
    if (!commits) throw new Error('Append inside `storage.transaction` only.')
    const [appended] = await this.#write(tx, [update], commits)
    if (typeof appended !== 'number') throw appended ?? new Error('The update was not written.')
    return appended
  }

  async create(tx: Tx, { id, workshopId, kind, lineage, schemaVersion, seed }: NewDocument): Promise<void> {
    await tx
      .insertInto('docs')
      .values({ id, workshop_id: workshopId, kind, head: 0, lineage, schema_version: schemaVersion })
      .execute()
    await tx
      .insertInto('doc_snapshots')
      .values({ doc_id: id, upto: 0, data: seed, at: this.#now() })
      .execute()
  }

  async load(doc: string): Promise<StoredDocument | null> {
    for (;;) {
      const row = await this.#db.selectFrom('docs').selectAll().where('id', '=', doc).executeTakeFirst()
      if (!row) return null
      const snapshot = await this.#db
        .selectFrom('doc_snapshots')
        .select(['upto', 'data'])
        .where('doc_id', '=', doc)
        .executeTakeFirst()
      const upto = snapshot?.upto ?? 0
      const updates = await this.#updatesAfter(doc, upto)
      // Compacted between the two reads: what the old snapshot lacks is gone from the log.
      if (!isGapless(updates, upto) || (updates.length === 0 && row.head > upto)) continue
      return {
        lineage: row.lineage,
        schemaVersion: row.schema_version,
        snapshot: snapshot ? { upto, data: plainBytes(snapshot.data) } : null,
        updates,
        head: updates.at(-1)?.seq ?? upto,
      }
    }
  }

  async since(doc: string, seq: number): Promise<readonly StoredUpdate[] | null> {
    const head = (await this.heads([doc])).get(doc)
    if (head === undefined || head < seq) return null
    const updates = await this.#updatesAfter(doc, seq)
    return isGapless(updates, seq) && (updates.length > 0 || head === seq) ? updates : null
  }

  async heads(docs: readonly string[]): Promise<Commits> {
    const heads = new Map<string, number>()
    for (let from = 0; from < docs.length; from += ROWS_AT_ONCE) {
      const rows = await this.#db
        .selectFrom('docs')
        .select(['id', 'head'])
        .where('id', 'in', docs.slice(from, from + ROWS_AT_ONCE))
        .execute()
      for (const { id, head } of rows) heads.set(id, head)
    }
    return heads
  }

  compact(doc: string): Promise<void> {
    return compactDocument(this.#db, doc, { load: () => this.load(doc), merge: this.#merge, now: this.#now })
  }

  onCommitted(listener: Parameters<DocumentLog['onCommitted']>[0]): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Makes `appendIn` possible in this transaction; the map fills with what it appends. */
  track(tx: Tx): Commits {
    const commits = new Map<string, number>()
    this.#appendedIn.set(tx, commits)
    return commits
  }

  /** Tells the listeners; to be called once the transaction is committed. */
  announce(commits: Commits): void {
    if (commits.size === 0) return
    const list = [...commits].map(([doc, head]) => ({ doc, head }))
    // A listener that throws must not make a committed transaction look failed.
    for (const listener of this.#listeners) queueMicrotask(() => listener(list))
  }

  close(): Promise<void> {
    return this.#group.close()
  }

  async #commit(updates: readonly NewUpdate[]): Promise<readonly Appended[]> {
    const commits = new Map<string, number>()
    const appended = await this.#db.transaction().execute((tx) => {
      commits.clear()
      return this.#write(tx, updates, commits)
    })
    this.announce(commits)
    return appended
  }

  async #write(
    tx: Tx,
    updates: readonly NewUpdate[],
    commits: Map<string, number>,
  ): Promise<readonly Appended[]> {
    const counts = new Map<string, number>()
    for (const { doc } of updates) counts.set(doc, (counts.get(doc) ?? 0) + 1)
    const next = await this.#advanceHeads(tx, counts, commits)
    const at = this.#now()
    const rows: { doc_id: string; seq: number; data: Uint8Array; seat_id: string | null; at: number }[] = []
    const appended = updates.map(({ doc, data, seatId }): Appended => {
      const seq = next.get(doc)
      if (seq === undefined) return new Error('There is no such document.')
      next.set(doc, seq + 1)
      rows.push({ doc_id: doc, seq, data, seat_id: seatId, at })
      return seq
    })
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
      await tx
        .insertInto('doc_updates')
        .values(rows.slice(from, from + ROWS_AT_ONCE))
        .execute()
    return appended
  }

  /** Locks the heads in sorted order and moves them on; answers the first new number of each document. */
  async #advanceHeads(tx: Tx, counts: Commits, commits: Map<string, number>): Promise<Map<string, number>> {
    const ids = [...counts.keys()].sort()
    const next = new Map<string, number>()
    for (let from = 0; from < ids.length; from += ROWS_AT_ONCE) {
      const locked = await tx
        .selectFrom('docs')
        .select(['id', 'head'])
        .where('id', 'in', ids.slice(from, from + ROWS_AT_ONCE))
        .orderBy('id')
        .$if(this.#engine === 'postgres', (query) => query.forNoKeyUpdate())
        .execute()
      if (locked.length === 0) continue
      for (const { id, head } of locked) {
        next.set(id, head + 1)
        commits.set(id, head + (counts.get(id) ?? 0))
      }
      const cases = locked.map(({ id }) => sql`when ${id} then cast(${counts.get(id) ?? 0} as bigint)`)
      await tx
        .updateTable('docs')
        .set({ head: sql<number>`head + case id ${sql.join(cases, sql` `)} end` })
        .where(
          'id',
          'in',
          locked.map(({ id }) => id),
        )
        .execute()
    }
    return next
  }

  async #updatesAfter(doc: string, seq: number): Promise<readonly StoredUpdate[]> {
    const rows = await this.#db
      .selectFrom('doc_updates')
      .select(['seq', 'data', 'seat_id', 'at'])
      .where('doc_id', '=', doc)
      .where('seq', '>', seq)
      .orderBy('seq')
      .execute()
    return rows.map((row) => ({ seq: row.seq, data: plainBytes(row.data), seatId: row.seat_id, at: row.at }))
  }
}

const isGapless = (updates: readonly StoredUpdate[], after: number): boolean =>
  updates.every((update, index) => update.seq === after + 1 + index)

/** Drivers answer with their own kinds of byte array. */
const plainBytes = (data: Uint8Array): Uint8Array =>
  data.constructor === Uint8Array ? data : new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
