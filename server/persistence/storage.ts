/**
 * What the rest of the server knows of storage. Two engines, one set of queries, one contract suite.
 * Whoever awaits a write here may say "saved": promises resolve after COMMIT, fsynced.
 */
import type { Kysely, Transaction } from 'kysely'
import type { Tables } from '#server/persistence/tables.ts'

export type Database = Kysely<Tables>
export type Tx = Transaction<Tables>

export interface Storage {
  readonly engine: 'sqlite' | 'postgres'
  readonly db: Database
  readonly log: DocumentLog
  /** Runs `work` in one transaction; retried on serialization failures and lost connections, so it must be repeatable. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /**
   * Takes deleted rows out of what the engine itself still keeps of them: free pages and write-ahead log. PostgreSQL
   * gives the space of dead rows free; its own log and backups are beyond this.
   */
  scrub(): Promise<void>
  /** Resolves when storage answers, is migrated and can commit; rejects with the reason otherwise. */
  ready(): Promise<void>
  /** Commits what is queued, then closes. */
  close(): Promise<void>
}

export interface NewDocument {
  readonly id: string
  readonly workshopId: string
  readonly kind: string
  readonly lineage: string
  readonly schemaVersion: number
  /** Encoded state to begin with: the snapshot before the first update, so the change journal begins after it. */
  readonly seed: Uint8Array
}

export interface StoredUpdate {
  readonly seq: number
  readonly data: Uint8Array
  readonly seatId: string | null
  readonly at: number
}

export interface StoredDocument {
  readonly lineage: string
  readonly schemaVersion: number
  /** State up to and including `upto`; null when the log is complete from 1. */
  readonly snapshot: { readonly upto: number; readonly data: Uint8Array } | null
  /** Updates after the snapshot, in order, without a gap. */
  readonly updates: readonly StoredUpdate[]
  readonly head: number
}

export interface NewUpdate {
  readonly doc: string
  readonly data: Uint8Array
  readonly seatId: string | null
}

export interface DocumentLog {
  create(tx: Tx, document: NewDocument): Promise<void>
  /** Snapshot and tail, brought to the newest schema version first; null if there is no such document. */
  load(doc: string): Promise<StoredDocument | null>
  /** Updates after `seq`, in order. If the snapshot already covers some of them, `load` again instead: answers null. */
  since(doc: string, seq: number): Promise<readonly StoredUpdate[] | null>
  /**
   * Queues an update for the next group commit. Resolves with its sequence after COMMIT; retried until committed.
   * Rejects only when storage is closing, or when there is no such document.
   */
  append(update: NewUpdate): Promise<number>
  /** Appends inside a command's transaction; the number counts once that transaction commits. */
  appendIn(tx: Tx, update: NewUpdate): Promise<number>
  /** Heads of the documents that exist. */
  heads(docs: readonly string[]): Promise<ReadonlyMap<string, number>>
  /**
   * Merges snapshot and log into a new snapshot and drops what it covers, in one transaction. Of board and interviews
   * only as far as the change journal has read them.
   */
  compact(doc: string): Promise<void>
  /** Bytes queued and not yet committed, for back-pressure. */
  readonly queuedBytes: number
  /** Called after each commit with what it appended, in order; also for `appendIn`. */
  onCommitted(listener: (committed: readonly { doc: string; head: number }[]) => void): () => void
}
