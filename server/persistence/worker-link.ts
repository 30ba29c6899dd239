/**
 * Questions to a worker thread and its answers, in order of asking. Worker files are entries of the server build;
 * run from source (tests), they are taken from where the test setup has built them.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parentPort, type ResourceLimits, Worker } from 'node:worker_threads'

export type WorkerEntry = 'sqlite-worker' | 'document-worker' | 'intake-worker' | 'export-worker'

interface Question {
  readonly id: number
  readonly question: unknown
}

interface Answer {
  readonly id: number
  readonly result?: unknown
  readonly error?: { readonly message: string; readonly code?: string }
}

interface Waiting {
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
}

/** An error that happened in the worker, with its code (for SQLite: `SQLITE_BUSY` and the like). */
class WorkerFailure extends Error {
  readonly code: string | undefined
  constructor(message: string, code?: string) {
    super(message)
    this.code = code
  }
}

function entryFile(name: WorkerEntry): string {
  const folders = import.meta.url.endsWith('.ts') ? ['../../node_modules/.cache/workers/'] : ['./', '../']
  for (const folder of folders) {
    const file = fileURLToPath(new URL(`${folder}${name}.js`, import.meta.url))
    if (existsSync(file)) return file
  }
  throw new Error(`The server's ${name} is missing: build the server first.`)
}

/** A running worker. `ask` rejects with `WorkerFailure`; once the worker is gone every question fails. */
export class WorkerLink {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  #asked = 0
  #gone: Error | null = null

  constructor(entry: WorkerEntry, workerData?: unknown, resourceLimits: ResourceLimits = {}) {
    this.#worker = new Worker(entryFile(entry), { workerData, name: entry, resourceLimits })
    this.#worker.on('message', (answer: Answer) => this.#receive(answer))
    this.#worker.on('error', (error) => this.#lose(error instanceof Error ? error : new Error(String(error))))
    this.#worker.on('exit', (code) => this.#lose(new Error(`The ${entry} has ended (${code}).`)))
  }

  ask<T>(question: unknown): Promise<T> {
    if (this.#gone) return Promise.reject(this.#gone)
    const id = ++this.#asked
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (result: unknown) => void, reject })
      this.#worker.postMessage({ id, question } satisfies Question)
    })
  }

  /** Ends the worker at once; what it was still asked fails. */
  async end(): Promise<void> {
    await this.#worker.terminate()
  }

  #receive(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    if (answer.error) waiting?.reject(new WorkerFailure(answer.error.message, answer.error.code))
    else waiting?.resolve(answer.result)
  }

  #lose(error: Error): void {
    this.#gone ??= error
    for (const waiting of this.#waiting.values()) waiting.reject(this.#gone)
    this.#waiting.clear()
  }
}

/** The worker's side: answers each question with what `reply` returns or throws, or promises. */
export function answerQuestions(reply: (question: unknown) => unknown): void {
  const port = parentPort
  if (!port) throw new Error('Not a worker thread.')
  const respond = async ({ id, question }: Question) => {
    try {
      const result = await reply(question)
      port.postMessage({ id, result } satisfies Answer)
    } catch (thrown) {
      const { message, code } = thrown as { message?: string; code?: string }
      port.postMessage({
        id,
        error: { message: String(message), ...(code ? { code } : {}) },
      } satisfies Answer)
    }
  }
  port.on('message', (asked: Question) => void respond(asked))
}
