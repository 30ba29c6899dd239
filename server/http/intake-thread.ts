/**
 * Files that people send are read in a thread of their own: it does not hold up anybody, may use so much memory and time
 * and no more, and is gone when the request is.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { OpenAnswer } from '#server/intake/intake-worker.ts'
import { WorkerLink } from '#server/persistence/worker-link.ts'
import { AppError } from '#server/problem.ts'

/** Enough for the largest file that is read; a file made to exhaust memory ends its own thread and nothing else. */
const LIMITS = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 64 }
const MOST_MS = 60_000

/** Calls of this part take files, and nothing else. */
export function takeMultipart(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('multipart/form-data', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
}

export const bodyOf = (request: FastifyRequest) => ({
  body: request.body as Buffer,
  contentType: request.headers['content-type'] ?? '',
})

/** Nobody waits for the answer any more. */
export function stillThere(gone: AbortSignal): void {
  if (gone.aborted) throw new AppError('bad-request', { title: 'The import was ended: nothing was changed.' })
}

/** Runs `work` beside a thread that reads files; the thread is gone when this returns. */
export async function inIntakeThread<T>(
  gone: AbortSignal,
  work: (worker: WorkerLink) => Promise<T>,
): Promise<T> {
  const worker = new WorkerLink('intake-worker', undefined, LIMITS)
  const end = () => void worker.end()
  const timer = setTimeout(end, MOST_MS)
  gone.addEventListener('abort', end)
  try {
    return await work(worker)
  } catch (error) {
    if (isExhausted(error)) throw new AppError('too-large', { title: tooMuch })
    throw error
  } finally {
    clearTimeout(timer)
    gone.removeEventListener('abort', end)
    await worker.end()
  }
}

const tooMuch = 'This file is more than can be read at once: cut it into smaller ones.'

const isExhausted = (error: unknown): boolean =>
  (error as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY' ||
  (error instanceof Error && error.message.startsWith('The intake-worker has ended'))

/** Why a file was not opened, as an answer. */
export const notOpened = ({
  title,
  faults,
}: Omit<Extract<OpenAnswer, { opened: false }>, 'opened'>): AppError =>
  new AppError(title === undefined ? 'bad-request' : 'unsupported-type', {
    ...(title !== undefined && { title }),
    ...(faults && { faults }),
  })
