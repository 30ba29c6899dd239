/**
 * A workshop taken away as a file. Every seat may, with what is sealed left out for everyone: a file is passed on. It is
 * made in a thread of its own; ending the request ends the work.
 */
import { PassThrough } from 'node:stream'
import type { FastifyInstance, FastifyReply } from 'fastify'
import * as z from 'zod/mini'
import type { ExportQuestion } from '#server/exports/export-worker.ts'
import { type ExportInputs, packFormats } from '#server/exports/make-file.ts'
import { historyOf } from '#server/http/calls/results.ts'
import { isEnvelopeOpen } from '#server/http/calls/workshops.ts'
import { type Ask, answerInOwnForm } from '#server/http/route.ts'
import type { Service } from '#server/http/service.ts'
import { WorkerLink } from '#server/persistence/worker-link.ts'
import { AppError, problem } from '#server/problem.ts'
import { Turns } from '#server/turns.ts'
import { identitiesOf } from '#server/vault/vault.ts'
import { type DocumentKind, documentName } from '#shared/document/names.ts'
import { knownIn } from '#shared/interviews/mask.ts'
import { type ExportLine, type ExportSettings, exportSettings } from '#shared/protocol/export-calls.ts'
import { type ExportFormat, exportFormats, isExportFormat } from '#shared/protocol/export-formats.ts'
import { faultsOf } from '#shared/protocol/faults.ts'

type ExportAsk = Ask<'exportFile'>

const NDJSON = 'application/x-ndjson'
/** Enough for the largest workshop; one made to exhaust memory ends its own thread and nothing else. */
const WORKER_LIMITS = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 64 }
const WORKER_MS = 60_000
/** They wait for each other, each with its answer open; one seat never takes all places. */
const MOST_AT_ONCE = 12
const MOST_OF_A_SEAT = 3
const COME_BACK_S = 5

interface Made {
  readonly name: string
  readonly media: string
  readonly bytes: Uint8Array
}

type Tell = (step: ExportFormat, done: number, of: number) => void

export function exportRoutes(app: FastifyInstance, service: Service): void {
  const turns = new Turns()
  /** Seats of the exports that run or wait, once for each. */
  const inHand: string[] = []
  const stopping = new AbortController()
  app.addHook('preClose', async () => stopping.abort())
  answerInOwnForm(
    app,
    service,
    'exportFile',
    async (ask) => {
      const format = ask.param('format')
      if (!isExportFormat(format)) throw new AppError('not-found')
      const settings = settingsOf(ask.request.query)
      const { id: seatId } = ask.seat
      const own = inHand.filter((one) => one === seatId).length
      if (inHand.length >= MOST_AT_ONCE || own >= MOST_OF_A_SEAT)
        throw new AppError('too-many-tries', {
          title: 'Several files are being made already: wait a few seconds, then ask again.',
          retryAfterS: COME_BACK_S,
        })
      const gone = new AbortController()
      ask.reply.raw.on('close', () => gone.abort())
      // A server that stops meanwhile would wait for a connection that is kept.
      ask.reply.header('connection', 'close')
      const ended = AbortSignal.any([gone.signal, stopping.signal])
      inHand.push(seatId)
      const work = (tell: Tell) =>
        turns
          .run('export', () => made(service, ask, { format, settings, gone: ended, tell }))
          .finally(() => {
            inHand.splice(inHand.indexOf(seatId), 1)
          })
      if (String(ask.request.headers.accept ?? '').includes(NDJSON)) return streamed(ask.reply, work)
      const { name, media, bytes } = await work(() => undefined)
      return ask.reply
        .type(media)
        .header('content-disposition', attachment(name))
        .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    },
    { isStreamed: true },
  )
}

function settingsOf(query: unknown): ExportSettings {
  const result = z.safeParse(exportSettings, query)
  if (result.success) return result.data
  throw new AppError('bad-request', { faults: faultsOf(result.error) })
}

interface Wanted {
  readonly format: ExportFormat
  readonly settings: ExportSettings
  readonly gone: AbortSignal
  readonly tell: Tell
}

async function made(
  service: Service,
  ask: ExportAsk,
  { format, settings, gone, tell }: Wanted,
): Promise<Made> {
  stillThere(gone)
  const inputs = await inputsFor(service, ask, settings)
  stillThere(gone)
  const worker = new WorkerLink('export-worker', undefined, WORKER_LIMITS)
  const end = () => void worker.end()
  const timer = setTimeout(end, WORKER_MS)
  gone.addEventListener('abort', end)
  const asked = <T>(question: ExportQuestion) => worker.ask<T>(question)
  try {
    const steps = format === 'pack' ? [...packFormats, format] : [format]
    tell(steps[0] ?? format, 0, steps.length)
    const title = await asked<string>({ ask: 'open', inputs })
    let bytes: Uint8Array = new Uint8Array()
    for (const [index, step] of steps.entries()) {
      bytes = await asked<Uint8Array>({ ask: 'make', format: step })
      tell(step, index + 1, steps.length)
    }
    const { media, ending } = exportFormats[format]
    return { name: `${fileName(title)}.${ending}`, media, bytes }
  } catch (error) {
    stillThere(gone)
    throw error
  } finally {
    clearTimeout(timer)
    gone.removeEventListener('abort', end)
    await worker.end()
  }
}

/** Nobody waits for the answer any more. */
function stillThere(gone: AbortSignal): void {
  if (gone.aborted) throw new AppError('bad-request', { title: 'The export was ended.' })
}

async function inputsFor(service: Service, ask: ExportAsk, settings: ExportSettings): Promise<ExportInputs> {
  const { storage, clock, version, config } = service
  const { workshopId, seat, request } = ask
  const isOpen = await isEnvelopeOpen(service, workshopId)
  const history = await historyOf(service, workshopId, isOpen)
  const { extras } = await storage.db
    .selectFrom('workshops')
    .select('extras')
    .where('id', '=', workshopId)
    .executeTakeFirstOrThrow()
  const isFullyMasked = settings.masked === '1' || seat.role === 'viewer'
  const isMasked = isFullyMasked || seat.role !== 'researcher'
  return {
    workshopId,
    board: await partsOf(service, workshopId, 'board'),
    record: await partsOf(service, workshopId, 'record'),
    interviews: isOpen ? await partsOf(service, workshopId, 'interviews') : null,
    history,
    extras,
    known: isMasked ? knownIn(await identitiesOf(storage.db, workshopId)) : null,
    isFullyMasked,
    withPrivate: settings.private === '1' && seat.role === 'researcher',
    isActivityTold: seat.role !== 'sponsor' && seat.role !== 'viewer',
    exportedAt: new Date(clock.now()).toISOString(),
    exportedBy: seat.name,
    appVersion: version,
    server: config.publicUrl ?? `${request.protocol}://${request.host}`,
    settings,
  }
}

/** A document as the log has it, not decoded here. */
async function partsOf({ storage }: Service, workshopId: string, kind: DocumentKind): Promise<Uint8Array[]> {
  const stored = await storage.log.load(documentName(workshopId, kind))
  if (!stored) throw new AppError('no-such-workshop')
  return [...(stored.snapshot ? [stored.snapshot.data] : []), ...stored.updates.map(({ data }) => data)]
}

/** Letters and figures of any script, nothing that a path or a header would read otherwise. */
function fileName(title: string): string {
  const words = title
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return [...words].slice(0, 60).join('') || 'workshop'
}

/** With a name for old clients, and the right one (RFC 6266). */
const attachment = (name: string): string =>
  `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`

/** Lines of JSON as the work goes on; the last one is the file, or what went wrong. */
function streamed(reply: FastifyReply, work: (tell: Tell) => Promise<Made>): FastifyReply {
  const stream = new PassThrough()
  const write = (line: ExportLine) => stream.write(`${JSON.stringify(line)}\n`)
  work((step, done, of) => write({ type: 'progress', step, done, of })).then(
    ({ name, media, bytes }) => {
      write({ type: 'file', name, media, base64: Buffer.from(bytes).toString('base64') })
      stream.end()
    },
    (error: unknown) => {
      if (!(error instanceof AppError)) reply.log.error({ err: error }, 'export failed')
      const { code, title } =
        error instanceof AppError ? problem(error.code, error.detail) : problem('internal')
      write({ type: 'problem', problem: { code, title } })
      stream.end()
    },
  )
  return reply.type(NDJSON).send(stream)
}
