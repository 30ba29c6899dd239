/**
 * Withdrawals: what a customer no longer allows is removed from documents and vault in one transaction, and then from
 * everything that remembers: journal, log, snapshots, open rooms, the engine's own leftovers. The second part can be
 * done again at any time, so a server that dies in between finishes it when it starts. What devices bring later that
 * were offline meanwhile is removed in the same way.
 */
import type * as Y from 'yjs'
import { type Chance, type Clock, newId } from '#server/chance.ts'
import type { Journal } from '#server/history/journal.ts'
import type { Storage, Tx } from '#server/persistence/storage.ts'
import type { WithdrawalRow } from '#server/persistence/tables.ts'
import { AppError } from '#server/problem.ts'
import { editDocument, lockDocuments } from '#server/record/edit-document.ts'
import type { Rooms } from '#server/sync/rooms-api.ts'
import { Turns } from '#server/turns.ts'
import { cleanJournal } from '#server/vault/clean-journal.ts'
import { holdsRemains } from '#server/vault/remains.ts'
import {
  doublesOf,
  leaveTombstone,
  quoteIdsOf,
  removeFromBoard,
  removeFromInterviews,
  removeFromRecord,
  type Scope,
  type Taken,
  type Withdrawn,
} from '#server/vault/remove.ts'
import { deleteIdentities } from '#server/vault/vault.ts'
import { readRow } from '#shared/document/collection.ts'
import { documentName } from '#shared/document/names.ts'
import { interviews } from '#shared/interviews/schema.ts'

export interface WithdrawalDeps {
  readonly storage: Storage
  readonly journal: Journal
  readonly rooms: Pick<Rooms, 'renew'>
  readonly clock: Clock
  readonly chance: Chance
  readonly log: { error(details: object, message: string): void }
}

export interface Asked {
  readonly workshopId: string
  readonly interviewId: string
  readonly scopes: readonly Scope[]
  readonly leftInPlace: string
}

/** Later contacts of devices come in bursts. */
const GATHER_MS = 10_000
const documentKinds = ['board', 'interviews'] as const

export class Withdrawals {
  readonly #deps: WithdrawalDeps
  readonly #turns = new Turns()
  readonly #timers = new Map<string, NodeJS.Timeout>()
  readonly #running = new Set<Promise<void>>()
  readonly #stopListening: () => void

  constructor(deps: WithdrawalDeps) {
    this.#deps = deps
    this.#stopListening = deps.storage.log.onCommitted((committed) => {
      for (const { doc } of committed) if (!doc.endsWith('/record')) this.#sweepLater(workshopOf(doc))
    })
  }

  /** Removes it from documents and vault; what remembers it is left to `finish`. Answers the id of the tombstone. */
  async begin(tx: Tx, record: Y.Doc, asked: Asked): Promise<string> {
    const { clock, chance } = this.#deps
    const { workshopId, interviewId, scopes, leftInPlace } = asked
    await this.#lock(tx, workshopId)
    const found = await this.#edit(tx, workshopId, 'interviews', (doc) =>
      readRow(doc, interviews, interviewId) ? doublesOf(doc, interviewId) : null,
    )
    if (found.result === null) throw new AppError('no-such-interview')
    const withdrawn = { interviewIds: found.result, scopes }
    const removed = await this.#remove(tx, workshopId, withdrawn)
    removeFromRecord(record, withdrawn, removed.quoteIds)
    if (scopes.includes('everything') || scopes.includes('identity'))
      await deleteIdentities(tx, workshopId, withdrawn.interviewIds)
    const id = newId(chance)
    await this.#edit(tx, workshopId, 'interviews', (doc) =>
      leaveTombstone(doc, id, { at: clock.now(), interviewId, scopes, leftInPlace }),
    )
    await tx
      .insertInto('withdrawals')
      .values({
        id,
        workshop_id: workshopId,
        interviews: JSON.stringify(withdrawn.interviewIds),
        scopes: JSON.stringify(scopes),
        taken: JSON.stringify(removed.taken),
        at: clock.now(),
      })
      .execute()
    return id
  }

  /** Resolves when nothing remembers it any more; at once when that is so already. */
  finish(id: string): Promise<void> {
    return this.#turns.run(id, async () => {
      const row = await this.#deps.storage.db
        .selectFrom('withdrawals')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst()
      if (row?.taken == null) return
      await this.#forget(row.workshop_id, [row])
      await this.#deps.storage.db
        .updateTable('withdrawals')
        .set({ taken: null })
        .where('id', '=', id)
        .execute()
    })
  }

  /** Finishes what a server that died had begun. */
  async finishAll(): Promise<void> {
    const rows = await this.#deps.storage.db
      .selectFrom('withdrawals')
      .select(['id', 'workshop_id'])
      .orderBy('at')
      .execute()
    for (const { id } of rows) await this.finish(id)
    for (const workshopId of new Set(rows.map((row) => row.workshop_id))) await this.sweep(workshopId)
  }

  /** Removes what has come since the withdrawals of a workshop: from devices that had not heard of them. */
  async sweep(workshopId: string): Promise<void> {
    const { storage } = this.#deps
    const rows = await storage.db
      .selectFrom('withdrawals')
      .selectAll()
      .where('workshop_id', '=', workshopId)
      .where('taken', 'is', null)
      .execute()
    if (rows.length === 0) return
    const late = await storage.transaction(async (tx) => {
      await this.#lock(tx, workshopId)
      const found: string[] = []
      for (const row of rows) {
        const { taken, isNews } = await this.#remove(tx, workshopId, await this.#stillWithdrawn(tx, row))
        if (!isNews) continue
        found.push(row.id)
        await tx
          .updateTable('withdrawals')
          .set({ taken: JSON.stringify(taken) })
          .where('id', '=', row.id)
          .execute()
      }
      return found
    })
    for (const id of late) await this.finish(id)
    if (await this.#holdsRemains(workshopId, rows)) await this.#forget(workshopId, [])
  }

  async close(): Promise<void> {
    this.#stopListening()
    for (const timer of this.#timers.values()) clearTimeout(timer)
    await Promise.allSettled(this.#running)
  }

  #sweepLater(workshopId: string): void {
    if (this.#timers.has(workshopId)) return
    const timer = setTimeout(() => {
      this.#timers.delete(workshopId)
      const sweeping = this.sweep(workshopId).catch((error: unknown) =>
        this.#deps.log.error({ err: error, workshopId }, 'late changes of something withdrawn not removed'),
      )
      this.#running.add(sweeping)
      void sweeping.finally(() => this.#running.delete(sweeping))
    }, GATHER_MS)
    timer.unref()
    this.#timers.set(workshopId, timer)
  }

  /** What this row withdraws and the customer has not allowed again since. */
  async #stillWithdrawn(tx: Tx, row: WithdrawalRow): Promise<Withdrawn> {
    const { interviewIds, scopes } = withdrawnBy(row)
    if (scopes.includes('everything')) return { interviewIds, scopes }
    const { result } = await this.#edit(tx, row.workshop_id, 'interviews', (doc) =>
      scopes.filter((scope) =>
        interviewIds.some((id) => readRow(doc, interviews, id)?.consent.withdrawnScope.includes(scope)),
      ),
    )
    return { interviewIds, scopes: result }
  }

  async #remove(
    tx: Tx,
    workshopId: string,
    withdrawn: Withdrawn,
  ): Promise<{ taken: Taken[]; quoteIds: ReadonlySet<string>; isNews: boolean }> {
    const day = new Date(this.#deps.clock.now()).toISOString().slice(0, 10)
    const before = await this.#edit(tx, workshopId, 'interviews', (doc) => ({
      quoteIds: quoteIdsOf(doc, withdrawn.interviewIds),
    }))
    const { quoteIds } = before.result
    const board = await this.#edit(tx, workshopId, 'board', (doc) =>
      removeFromBoard(doc, withdrawn, quoteIds),
    )
    const inside = await this.#edit(tx, workshopId, 'interviews', (doc) =>
      removeFromInterviews(doc, withdrawn, day),
    )
    return {
      taken: [...inside.result, ...board.result],
      quoteIds,
      isNews: inside.seq !== null || board.seq !== null,
    }
  }

  /** Journal, log and snapshots, open rooms, and what the engine itself keeps of deleted rows. */
  async #forget(workshopId: string, rows: readonly WithdrawalRow[]): Promise<void> {
    const { storage, journal, rooms } = this.#deps
    const docs = documentKinds.map((kind) => documentName(workshopId, kind))
    const heads = await storage.log.heads(docs)
    for (const doc of docs) await journal.caughtUp(doc)
    await storage.transaction(async (tx) => {
      for (const row of rows) await cleanJournal(tx, workshopId, cleaningOf(row))
    })
    for (const doc of docs) await this.#compactUpTo(doc, heads.get(doc) ?? 0)
    for (const doc of docs) await rooms.renew(doc)
    await storage.scrub()
  }

  /** Another process may be compacting at the same moment, only as far as it knew. */
  async #compactUpTo(doc: string, head: number): Promise<void> {
    const { storage, journal } = this.#deps
    for (;;) {
      await storage.log.compact(doc)
      const stored = await storage.log.load(doc)
      if (!stored || (stored.snapshot?.upto ?? 0) >= head) return
      await journal.caughtUp(doc)
    }
  }

  async #holdsRemains(workshopId: string, rows: readonly WithdrawalRow[]): Promise<boolean> {
    const ids = new Set(rows.flatMap((row) => withdrawnBy(row).interviewIds))
    for (const kind of documentKinds) {
      const stored = await this.#deps.storage.log.load(documentName(workshopId, kind))
      if (stored && holdsRemains(stored, ids)) return true
    }
    return false
  }

  #lock(tx: Tx, workshopId: string): Promise<void> {
    return lockDocuments(
      tx,
      this.#deps,
      documentKinds.map((kind) => documentName(workshopId, kind)),
    )
  }

  #edit<T>(tx: Tx, workshopId: string, kind: (typeof documentKinds)[number], edit: (doc: Y.Doc) => T) {
    return editDocument(tx, this.#deps, documentName(workshopId, kind), edit)
  }
}

const workshopOf = (doc: string): string => doc.slice(0, doc.lastIndexOf('/'))

const withdrawnBy = (row: WithdrawalRow): Withdrawn => ({
  interviewIds: JSON.parse(row.interviews) as string[],
  scopes: JSON.parse(row.scopes) as Scope[],
})

function cleaningOf(row: WithdrawalRow) {
  const { interviewIds, scopes } = withdrawnBy(row)
  return {
    interviewIds,
    isEverything: scopes.includes('everything'),
    takesQuotes: scopes.includes('quotes_inside'),
    taken: JSON.parse(row.taken ?? '[]') as Taken[],
  }
}
