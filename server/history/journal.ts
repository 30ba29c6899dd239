/**
 * The change journal follows the log of board and interviews, off the hot path. Every update is told exactly once,
 * over restarts and beside other processes: entries and cursor are written together, and only from the place where
 * the cursor was.
 */
import type { Change, WatchedKind } from '#server/history/content-watch.ts'
import type { DocumentQuestion } from '#server/history/document-worker.ts'
import { type OpenEntries, planEntries, stillOpen } from '#server/history/entries.ts'
import { type Followed, readCursor, writeEntries } from '#server/history/write-entries.ts'
import { journalledKinds } from '#server/persistence/compaction.ts'
import { outsideTransaction } from '#server/persistence/current-transaction.ts'
import type { Storage, StoredDocument, StoredUpdate } from '#server/persistence/storage.ts'
import { WorkerLink } from '#server/persistence/worker-link.ts'

export interface Journal {
  /** Reads what is new in the log of this document; called for every commit by itself. */
  follow(doc: string): void
  /** Resolves when everything committed up to now is in the journal. Not to be awaited inside a transaction. */
  caughtUp(doc: string): Promise<void>
  /** Ends after the step in hand; the rest is told after the next start. */
  close(): Promise<void>
}

export interface JournalLog {
  error(details: object, message: string): void
}

/** Typing comes in bursts: a short wait makes one step of many updates. */
const GATHER_MS = 200
const RETRY_MS = 1000
const MOST_UPDATES = 500
const MOST_WATCHED = 50

/** A document the worker has in memory, up to `cursor`. */
interface Watched extends Followed {
  cursor: number
  open: OpenEntries
}

export function startJournal(surroundings: { readonly storage: Storage; readonly log: JournalLog }): Journal {
  const journal = new FollowingJournal(surroundings.storage, surroundings.log)
  void journal.followAllBehind()
  return journal
}

class FollowingJournal implements Journal {
  readonly #storage: Storage
  readonly #log: JournalLog
  readonly #stopListening: () => void
  readonly #watched = new Map<string, Watched>()
  readonly #timers = new Map<string, NodeJS.Timeout>()
  /** The last step of each document; the next one begins after it. */
  readonly #steps = new Map<string, Promise<void>>()
  #worker: WorkerLink | null = null
  #isClosed = false

  constructor(storage: Storage, log: JournalLog) {
    this.#storage = storage
    this.#log = log
    this.#stopListening = storage.log.onCommitted((committed) => {
      for (const { doc } of committed) if (isJournalled(doc)) this.#wake(doc, GATHER_MS)
    })
  }

  follow(doc: string): void {
    this.#wake(doc, 0)
  }

  async caughtUp(doc: string): Promise<void> {
    if (!isJournalled(doc)) return
    await this.#step(doc)
  }

  /** Documents whose log grew while nobody followed. */
  async followAllBehind(): Promise<void> {
    try {
      const behind = await this.#storage.db
        .selectFrom('docs')
        .leftJoin('journal_cursors', 'journal_cursors.doc_id', 'docs.id')
        .select(['docs.id', 'docs.head', 'journal_cursors.upto'])
        .where('docs.kind', 'in', journalledKinds)
        .where('docs.head', '>', 0)
        .execute()
      for (const { id, head, upto } of behind) if (head > (upto ?? 0)) this.follow(id)
    } catch (error) {
      if (!this.#isClosed) this.#log.error({ err: error }, 'journal: cannot find what is not told yet')
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#stopListening()
    for (const timer of this.#timers.values()) clearTimeout(timer)
    await Promise.allSettled(this.#steps.values())
    await this.#worker?.end()
  }

  #wake(doc: string, afterMs: number): void {
    if (this.#isClosed || this.#timers.has(doc)) return
    const timer = setTimeout(() => {
      this.#timers.delete(doc)
      this.#step(doc).catch((error: unknown) => {
        if (this.#isClosed) return
        this.#log.error({ err: error }, 'journal: a document could not be followed')
        this.#wake(doc, RETRY_MS)
      })
    }, afterMs)
    this.#timers.set(doc, timer)
  }

  /** Tells everything committed up to now; steps of one document go one after the other. */
  #step(doc: string): Promise<void> {
    const before = this.#steps.get(doc)?.catch(() => {})
    const step = outsideTransaction(async () => {
      await before
      await this.#catchUp(doc)
    })
    this.#steps.set(doc, step)
    const forget = () => {
      if (this.#steps.get(doc) === step) this.#steps.delete(doc)
    }
    step.then(forget, forget)
    return step
  }

  async #catchUp(doc: string): Promise<void> {
    for (;;) {
      if (this.#isClosed) throw new Error('The journal is closed.')
      const watched = this.#watched.get(doc) ?? (await this.#watch(doc))
      if (!watched) return
      const updates = await this.#storage.log.since(doc, watched.cursor)
      // The document is gone, or another process has told more and compacted it.
      if (!updates) await this.#forget(doc)
      else if (updates.length === 0) return
      else await this.#tellAll(watched, updates)
    }
  }

  async #tellAll(watched: Watched, updates: readonly StoredUpdate[]): Promise<void> {
    for (let from = 0; from < updates.length && !this.#isClosed; from += MOST_UPDATES) {
      if (!(await this.#tell(watched, updates.slice(from, from + MOST_UPDATES)))) return
    }
  }

  /** False if another process has told these updates. */
  async #tell(watched: Watched, updates: readonly StoredUpdate[]): Promise<boolean> {
    const { doc } = watched
    const data = updates.map((update) => update.data)
    try {
      const changes = await this.#ask<Change[][]>({ ask: 'advance', doc, updates: data })
      const plan = planEntries(
        updates.map(({ seatId, at }, index) => ({ seatId, at, changes: changes[index] ?? [] })),
        watched.open,
      )
      const cursor = { from: watched.cursor, to: watched.cursor + updates.length }
      const numbers = await writeEntries(this.#storage, watched, plan.entries, cursor)
      if (!numbers) {
        await this.#forget(doc)
        return false
      }
      watched.cursor = cursor.to
      watched.open = stillOpen(watched.open, plan, numbers)
      return true
    } catch (error) {
      await this.#startAnew()
      throw error
    }
  }

  /** Brings a document into the worker as it was at its cursor; null if there is nothing to follow. */
  async #watch(doc: string): Promise<Watched | null> {
    const row = await this.#storage.db
      .selectFrom('docs')
      .select(['workshop_id', 'kind'])
      .where('id', '=', doc)
      .executeTakeFirst()
    if (!row || !journalledKinds.includes(row.kind)) return null
    const found = await this.#stateAtCursor(doc)
    if (!found) return null
    const { cursor, stored } = found
    const told = stored.updates.filter((update) => update.seq <= cursor)
    const base = [...(stored.snapshot ? [stored.snapshot.data] : []), ...told.map((update) => update.data)]
    await this.#ask({ ask: 'watch', doc, kind: row.kind as WatchedKind, base })
    const watched: Watched = { doc, workshopId: row.workshop_id, kind: row.kind, cursor, open: new Map() }
    this.#watched.set(doc, watched)
    await this.#forgetOldest()
    return watched
  }

  async #stateAtCursor(doc: string): Promise<{ cursor: number; stored: StoredDocument } | null> {
    for (let before = -1; ; ) {
      const cursor = await readCursor(this.#storage, doc)
      const stored = await this.#storage.log.load(doc)
      if (!stored) return null
      if ((stored.snapshot?.upto ?? 0) <= cursor) return { cursor, stored }
      // Compaction never passes the cursor: another process has moved it since it was read.
      if (cursor === before) throw new Error('The log of a document was compacted past the journal.')
      before = cursor
    }
  }

  async #forgetOldest(): Promise<void> {
    for (const doc of this.#watched.keys()) {
      if (this.#watched.size <= MOST_WATCHED) return
      if (!this.#steps.has(doc)) await this.#forget(doc)
    }
  }

  async #forget(doc: string): Promise<void> {
    this.#watched.delete(doc)
    await this.#ask({ ask: 'forget', doc })
  }

  /** After a failure the worker may be ahead of the cursors, or gone. */
  async #startAnew(): Promise<void> {
    this.#watched.clear()
    const worker = this.#worker
    this.#worker = null
    await worker?.end()
  }

  #ask<T>(question: DocumentQuestion): Promise<T> {
    this.#worker ??= new WorkerLink('document-worker')
    return this.#worker.ask<T>(question)
  }
}

const isJournalled = (doc: string): boolean => journalledKinds.includes(doc.slice(doc.lastIndexOf('/') + 1))
