/** Large workshop files and repeats, one after the other in a worker of their own, which goes when there is nothing left to do. */
import type { BuiltFile, Creation, Reading, Unread } from '#server/history/build-file.ts'
import type { RepeatInputs } from '#server/history/build-repeat.ts'
import type { DocumentQuestion } from '#server/history/document-worker.ts'
import { WorkerLink } from '#server/persistence/worker-link.ts'
import type { FilePreview } from '#shared/exchange/preview.ts'

/** Each of them lies in memory while it waits. */
const MOST_AT_ONCE = 6

export class FileBuilder {
  #worker: WorkerLink | null = null
  #inHand = 0

  /** True if no more can be taken for now. */
  get isFull(): boolean {
    return this.#inHand >= MOST_AT_ONCE
  }

  file(unread: Unread): Promise<Reading<BuiltFile>> {
    return this.#ask({ ask: 'file', ...unread })
  }

  preview(unread: Unread): Promise<Reading<FilePreview>> {
    return this.#ask({ ask: 'preview', ...unread })
  }

  creation(unread: Unread): Promise<Reading<Creation>> {
    return this.#ask({ ask: 'creation', ...unread })
  }

  repeat(inputs: RepeatInputs): Promise<Reading<BuiltFile>> {
    return this.#ask({ ask: 'repeat', ...inputs })
  }

  async close(): Promise<void> {
    if (this.#worker) await this.#end(this.#worker)
  }

  async #ask<T>(question: DocumentQuestion): Promise<T> {
    this.#inHand++
    this.#worker ??= new WorkerLink('document-worker')
    const worker = this.#worker
    try {
      return await worker.ask<T>(question)
    } catch (error) {
      // It may have run out of memory: the next one gets a new worker.
      await this.#end(worker)
      throw error
    } finally {
      this.#inHand--
      if (this.#inHand === 0) await this.#end(worker)
    }
  }

  async #end(worker: WorkerLink): Promise<void> {
    if (this.#worker === worker) this.#worker = null
    await worker.end()
  }
}
