/**
 * Interviews from and to files. An import is read, checked and prepared in a thread of its own; only its updates come
 * back here, to be appended in one transaction. Ending the request ends the work, up to the moment of that commit.
 */
import { PassThrough } from 'node:stream'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { bodyOf, inIntakeThread, notOpened, stillThere, takeMultipart } from '#server/http/intake-thread.ts'
import { type Ask, answerInOwnForm } from '#server/http/route.ts'
import type { Service } from '#server/http/service.ts'
import type { OpenAnswer, StepAnswer } from '#server/intake/intake-worker.ts'
import type { WorkerLink } from '#server/persistence/worker-link.ts'
import { AppError, problem } from '#server/problem.ts'
import { lockDocuments } from '#server/record/edit-document.ts'
import { Turns } from '#server/turns.ts'
import { type DocumentKind, documentName } from '#shared/document/names.ts'
import type { IntakeLine, IntakeResult } from '#shared/protocol/intake-calls.ts'
import type { Fault } from '#shared/protocol/problems.ts'

const MAX_FILE = 20 * 1024 * 1024
const NDJSON = 'application/x-ndjson'

type ImportAsk = Ask<'importInterviews'>

export async function interviewFileRoutes(app: FastifyInstance, service: Service): Promise<void> {
  const turns = new Turns()
  await app.register((scope, _options, done) => {
    takeMultipart(scope)
    answerInOwnForm(scope, service, 'importInterviews', (ask) => importFile(service, turns, ask), {
      bodyLimit: MAX_FILE,
      isStreamed: true,
    })
    done()
  })
}

async function importFile(service: Service, turns: Turns, ask: ImportAsk): Promise<unknown> {
  const { request, reply } = ask
  const gone = new AbortController()
  reply.raw.on('close', () => gone.abort())
  const form = String(request.headers.accept ?? '')
  const isDry = (request.query as { dryRun?: string }).dryRun === '1'
  if (form.includes(NDJSON))
    return streamed(reply, (tell) => taken(service, turns, ask, gone.signal, isDry, tell))
  if (form.includes('text/csv') && isDry) {
    const rows = await withWorker(service, turns, ask, gone.signal, async (worker) => {
      await checkAll(worker, () => undefined)
      return worker.ask<string>({ ask: 'faultyRows' })
    })
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', attachment('faulty-rows.csv'))
      .send(rows)
  }
  const result = await taken(service, turns, ask, gone.signal, isDry, () => undefined)
  if (!isDry && !result.imported)
    throw new AppError('file-faults', {
      title: 'This file cannot be taken in: see what is wrong with it, row by row. Nothing was changed.',
      faults: faultsOf(result),
    })
  return result
}

const attachment = (name: string) => `attachment; filename="${name}"`

const faultsOf = ({ problems }: IntakeResult): Fault[] =>
  problems
    .filter(({ level }) => level === 'fault')
    .map(({ row, column, message }) => ({
      path:
        row === null
          ? ''
          : `/${row}${column === null ? '' : `/${column.replaceAll('~', '~0').replaceAll('/', '~1')}`}`,
      message,
    }))

type Tell = (line: IntakeLine) => void

/** Lines of JSON as the work goes on; what fails after the first line is told in the last one. */
function streamed(reply: FastifyReply, work: (tell: Tell) => Promise<IntakeResult>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let stream: PassThrough | null = null
    const write = (line: IntakeLine) => {
      if (!stream) {
        stream = new PassThrough()
        resolve(reply.type(NDJSON).send(stream))
      }
      stream.write(`${JSON.stringify(line)}\n`)
    }
    work(write).then(
      (result) => {
        write({ type: 'result', result })
        stream?.end()
      },
      (error: unknown) => {
        if (!stream) return reject(error)
        if (!(error instanceof AppError)) reply.log.error({ err: error }, 'import failed')
        const { code, title } =
          error instanceof AppError ? problem(error.code, error.detail) : problem('internal')
        write({ type: 'problem', problem: { code, title } })
        stream.end()
      },
    )
  })
}

/** Everything or nothing: what came of the file. */
function taken(
  service: Service,
  turns: Turns,
  ask: ImportAsk,
  gone: AbortSignal,
  isDry: boolean,
  tell: Tell,
): Promise<IntakeResult> {
  return withWorker(service, turns, ask, gone, async (worker) => {
    const hasFaults = await checkAll(worker, tell)
    if (isDry || hasFaults) return worker.ask<IntakeResult>({ ask: 'result', imported: false })
    const updates = await writeAll(worker, tell)
    const result = await worker.ask<IntakeResult>({ ask: 'result', imported: true })
    stillThere(gone)
    await append(service, ask, updates)
    return result
  })
}

async function checkAll(worker: WorkerLink, tell: Tell): Promise<boolean> {
  for (;;) {
    const { more, done, of, hasFaults } = await worker.ask<StepAnswer>({ ask: 'check' })
    tell({ type: 'progress', step: 'checking', done, of })
    if (!more) return hasFaults
  }
}

async function writeAll(worker: WorkerLink, tell: Tell): Promise<Uint8Array[]> {
  const all: Uint8Array[] = []
  for (;;) {
    const { more, done, of, updates } = await worker.ask<StepAnswer>({ ask: 'write' })
    all.push(...updates)
    tell({ type: 'progress', step: 'writing', done, of })
    if (!more) return all
  }
}

async function append(
  { storage, chance }: Service,
  ask: ImportAsk,
  updates: readonly Uint8Array[],
): Promise<void> {
  const doc = documentName(ask.workshopId, 'interviews')
  await ask.command(async (tx) => {
    await lockDocuments(tx, { storage, chance }, [doc])
    for (const data of updates) await storage.log.appendIn(tx, { doc, data, seatId: ask.seat.id })
    return null
  })
}

/** Opens the file in a thread of its own, one import at a time; the thread is gone when this returns. */
function withWorker<T>(
  service: Service,
  turns: Turns,
  ask: ImportAsk,
  gone: AbortSignal,
  work: (worker: WorkerLink) => Promise<T>,
): Promise<T> {
  return turns.run('import', async () => {
    stillThere(gone)
    const docs = await partsOf(service, ask.workshopId)
    stillThere(gone)
    return inIntakeThread(gone, async (worker) => {
      const opened = await worker.ask<OpenAnswer>({
        ask: 'open',
        docs,
        seatId: ask.seat.id,
        ...bodyOf(ask.request),
      })
      if (!opened.opened) throw notOpened(opened)
      return work(worker)
    })
  })
}

/** Documents as the log has them, not decoded here. */
async function partsOf({ storage }: Service, workshopId: string) {
  const parts = async (kind: DocumentKind): Promise<Uint8Array[]> => {
    const stored = await storage.log.load(documentName(workshopId, kind))
    if (!stored) throw new AppError('no-such-workshop')
    return [...(stored.snapshot ? [stored.snapshot.data] : []), ...stored.updates.map(({ data }) => data)]
  }
  const [board, record, interviews] = await Promise.all(
    (['board', 'record', 'interviews'] as const).map(parts),
  )
  return { board: board ?? [], record: record ?? [], interviews: interviews ?? [] }
}
