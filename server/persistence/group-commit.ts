/**
 * One queue, one transaction in flight. Updates of many documents that arrive while a commit is on its way
 * go together into the next one, so the price of a disk flush is shared.
 */
import { outsideTransaction } from '#server/persistence/current-transaction.ts'
import type { Appended } from '#server/persistence/log-writer.ts'
import { retrying } from '#server/persistence/retry.ts'
import type { NewUpdate } from '#server/persistence/storage.ts'

/** Shortest time between the beginnings of two transactions. */
const PACE_MS = 10
/** At most this much goes into one transaction. */
const MOST_UPDATES = 2000
const MOST_BYTES = 8 * 1024 * 1024
/** How long closing goes on trying against a database that does not answer. */
const CLOSING_MS = 8_000

interface Queued {
  readonly update: NewUpdate
  readonly resolve: (seq: number) => void
  readonly reject: (error: Error) => void
}

export class GroupCommit {
  readonly #write: (updates: readonly NewUpdate[]) => Promise<readonly Appended[]>
  #queue: Queued[] = []
  #queuedBytes = 0
  #running: Promise<void> | null = null
  #closingUntil: number | null = null
  #trouble: unknown = null

  /** `write` commits all updates in one transaction and answers in their order. */
  constructor(write: (updates: readonly NewUpdate[]) => Promise<readonly Appended[]>) {
    this.#write = write
  }

  get queuedBytes(): number {
    return this.#queuedBytes
  }

  /** Why the transaction in flight could not be committed so far; null if all goes well. */
  get trouble(): unknown {
    return this.#trouble
  }

  append(update: NewUpdate): Promise<number> {
    if (this.#closingUntil !== null) return Promise.reject(new Error('Storage is closing.'))
    return new Promise<number>((resolve, reject) => {
      this.#queue.push({ update, resolve, reject })
      this.#queuedBytes += update.data.byteLength
      this.#running ??= outsideTransaction(() => this.#run())
    })
  }

  /** Commits what is queued; what cannot be committed in time is refused. */
  async close(): Promise<void> {
    this.#closingUntil ??= performance.now() + CLOSING_MS
    await this.#running
  }

  async #run(): Promise<void> {
    // Everything appended in the turn that woke us belongs to the first transaction.
    await new Promise(setImmediate)
    while (this.#queue.length > 0) {
      const began = performance.now()
      await this.#commit(this.#take())
      const rest = PACE_MS - (performance.now() - began)
      if (this.#closingUntil === null && rest > 1) await new Promise((resolve) => setTimeout(resolve, rest))
    }
    this.#running = null
  }

  #take(): Queued[] {
    let bytes = 0
    let count = 0
    for (const { update } of this.#queue) {
      if (count > 0 && (count >= MOST_UPDATES || bytes + update.data.byteLength > MOST_BYTES)) break
      bytes += update.data.byteLength
      count++
    }
    return this.#queue.splice(0, count)
  }

  async #commit(batch: readonly Queued[]): Promise<void> {
    const updates = batch.map((queued) => queued.update)
    try {
      const appended = await retrying(
        () => this.#write(updates),
        (error) => {
          this.#trouble = error
          return this.#closingUntil === null || performance.now() < this.#closingUntil
        },
      )
      this.#trouble = null
      for (const [index, { resolve, reject }] of batch.entries()) {
        const result = appended[index]
        if (typeof result === 'number') resolve(result)
        else reject(result ?? new Error('The update was not written.'))
      }
    } catch {
      for (const { reject } of batch) reject(new Error('Storage closed before the update was committed.'))
    }
    for (const update of updates) this.#queuedBytes -= update.data.byteLength
  }
}
