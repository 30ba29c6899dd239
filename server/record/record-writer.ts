/**
 * The only writer of record documents. Commands on one workshop run one after the other: in this process by a queue,
 * between processes by the lock on the record's row. The record and the rows change in one transaction or not at all.
 * A record that a failed transaction has touched is thrown away, so what is kept is never ahead of what is committed.
 */
import * as Y from 'yjs'
import { type Chance, newClientId } from '#server/chance.ts'
import type { Storage, Tx } from '#server/persistence/storage.ts'
import { AppError } from '#server/problem.ts'
import { Documents, type HeldDocument } from '#server/record/documents.ts'
import { Turns } from '#server/turns.ts'
import { documentName } from '#shared/document/names.ts'

/** The work of a command: may be repeated, so it must do nothing that is not in `tx` or in the record. */
export type Command<T> = (tx: Tx, record: Y.Doc) => Promise<T>

/** Another process wrote the record in between, or the transaction is being repeated: begin anew with a fresh copy. */
class StaleRecord extends Error {}

const MAX_ATTEMPTS = 20

export class RecordWriter {
  readonly #storage: Storage
  /** Own copies: readers' must never show what is not committed. */
  readonly #documents: Documents
  readonly #chance: Chance
  readonly #turns = new Turns()

  constructor(storage: Storage, chance: Chance) {
    this.#storage = storage
    this.#documents = new Documents(storage)
    this.#chance = chance
  }

  /** Runs a command; what it changes in the record is appended to the record's log in the same transaction. */
  async run<T>(workshopId: string, seatId: string | null, command: Command<T>): Promise<T> {
    return this.#turns.run(workshopId, async () => {
      const name = documentName(workshopId, 'record')
      for (let attempt = 1; ; attempt++) {
        try {
          return await this.#attempt(name, seatId, command)
        } catch (error) {
          if (!(error instanceof StaleRecord) || attempt === MAX_ATTEMPTS) throw error
        }
      }
    })
  }

  async #attempt<T>(name: string, seatId: string | null, command: Command<T>): Promise<T> {
    const held = await this.#documents.current(name)
    if (!held) throw new AppError('no-such-workshop')
    this.#documents.drop(name)
    const outcome: { after: HeldDocument | null } = { after: null }
    let isFirst = true
    const result = await this.#storage.transaction(async (tx) => {
      if (!isFirst) throw new StaleRecord()
      isFirst = false
      if ((await this.#lockedHead(tx, name)) !== held.seq) throw new StaleRecord()
      const { value, update } = await changing(held.doc, this.#chance, () => command(tx, held.doc))
      const seq = update
        ? await this.#storage.log.appendIn(tx, { doc: name, data: update, seatId })
        : held.seq
      outcome.after = { doc: held.doc, seq }
      return value
    })
    if (outcome.after) this.#documents.keep(name, outcome.after)
    return result
  }

  async #lockedHead(tx: Tx, name: string): Promise<number | null> {
    const query = tx.selectFrom('docs').select('head').where('id', '=', name)
    const row = await (this.#storage.engine === 'postgres' ? query.forUpdate() : query).executeTakeFirst()
    return row?.head ?? null
  }
}

/** Runs `work` and answers everything it changed in the document as one update; null if it changed nothing. */
async function changing<T>(
  doc: Y.Doc,
  chance: Chance,
  work: () => Promise<T>,
): Promise<{ value: T; update: Uint8Array | null }> {
  const updates: Uint8Array[] = []
  const collect = (update: Uint8Array) => {
    updates.push(update)
  }
  doc.clientID = newClientId(chance)
  doc.on('update', collect)
  try {
    const value = await work()
    return { value, update: updates.length > 0 ? Y.mergeUpdates(updates) : null }
  } finally {
    doc.off('update', collect)
  }
}
