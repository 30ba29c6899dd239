/**
 * Where files are made: one after the other, each in a thread of its own. Whoever asks takes a place first, of which
 * nobody gets all; a thread ends with its work, with who waits for it, and with the server.
 */
import type { ExportQuestion } from '#server/exports/export-worker.ts'
import { WorkerLink } from '#server/persistence/worker-link.ts'
import { AppError } from '#server/problem.ts'
import { Turns } from '#server/turns.ts'

/** Enough for the largest workshop; one made to exhaust memory ends its own thread and nothing else. */
const WORKER_LIMITS = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 64 }
const WORKER_MS = 60_000
/** They wait for each other, each with its answer open. */
const MOST_AT_ONCE = 12
const MOST_OF_ONE = 3
const COME_BACK_S = 5
const TOO_MUCH =
  'This workshop is too much for this file. Ask for a single format, with fewer parts, or for the JSON file, which is always made.'

export type AskWorker = <T>(question: ExportQuestion) => Promise<T>
export type Place = <T>(work: (stopping: AbortSignal) => Promise<T>) => Promise<T>

export class ExportDesk {
  readonly #turns = new Turns()
  /** Whose exports run or wait, once for each. */
  readonly #inHand: string[] = []
  readonly #stopping = new AbortController()

  stop(): void {
    this.#stopping.abort()
  }

  /** A place for one piece of work, which waits its turn; refuses while there is none. */
  placeFor(whose: string): Place {
    const own = this.#inHand.filter((one) => one === whose).length
    if (this.#inHand.length >= MOST_AT_ONCE || own >= MOST_OF_ONE)
      throw new AppError('too-many-tries', {
        title: 'Several files are being made already: wait a few seconds, then ask again.',
        retryAfterS: COME_BACK_S,
      })
    this.#inHand.push(whose)
    return (work) =>
      this.#turns
        .run('export', () => work(this.#stopping.signal))
        .finally(() => this.#inHand.splice(this.#inHand.indexOf(whose), 1))
  }
}

/** Work with a thread of its own, which ends at the latest when `ended` says so. */
export async function inExportWorker<T>(
  ended: AbortSignal,
  work: (ask: AskWorker) => Promise<T>,
  limitMs = WORKER_MS,
): Promise<T> {
  stillWanted(ended)
  const worker = new WorkerLink('export-worker', undefined, WORKER_LIMITS)
  const end = () => void worker.end()
  let isOverdue = false
  const timer = setTimeout(() => {
    isOverdue = true
    end()
  }, limitMs)
  ended.addEventListener('abort', end)
  try {
    return await work((question) => worker.ask(question))
  } catch (error) {
    stillWanted(ended)
    throw isOverdue || isOutOfMemory(error) ? new AppError('too-large', { title: TOO_MUCH }) : error
  } finally {
    clearTimeout(timer)
    ended.removeEventListener('abort', end)
    await worker.end()
  }
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

/** Nobody waits for the answer any more. */
export function stillWanted(ended: AbortSignal): void {
  if (ended.aborted) throw new AppError('bad-request', { title: 'The export was ended.' })
}
