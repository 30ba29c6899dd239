/**
 * A workshop taken away as a file. Every seat may, with what is sealed left out for everyone: a file is passed on. It is
 * made in a thread of its own; ending the request ends the work.
 */
import { PassThrough } from 'node:stream'
import type { FastifyInstance, FastifyReply } from 'fastify'
import * as z from 'zod/mini'
import { type AskWorker, type ExportDesk, inExportWorker, stillWanted } from '#server/exports/export-desk.ts'
import type { MadeFile } from '#server/exports/kept-files.ts'
import { type Logo, readLogo } from '#server/exports/logo.ts'
import { packFormats } from '#server/exports/make-file.ts'
import { openIn } from '#server/http/export-inputs.ts'
import { type Ask, answerInOwnForm } from '#server/http/route.ts'
import type { Service } from '#server/http/service.ts'
import { AppError, problem } from '#server/problem.ts'
import {
  type ExportLine,
  type ExportSettings,
  exportSettings,
  MAX_LOGO_BYTES,
} from '#shared/protocol/export-calls.ts'
import { type ExportFormat, exportFormats, isExportFormat } from '#shared/protocol/export-formats.ts'
import { faultsOf } from '#shared/protocol/faults.ts'

type ExportAsk = Ask<'exportFile'> | Ask<'exportFileWithLogo'>

const NDJSON = 'application/x-ndjson'

type Tell = (step: ExportFormat, done: number, of: number) => void

export function exportRoutes(app: FastifyInstance, service: Service, desk: ExportDesk): void {
  const answer = async (ask: ExportAsk, logo: Logo | null) => {
    const format = ask.param('format')
    if (!isExportFormat(format)) throw new AppError('not-found')
    const settings = settingsOf(ask.request.query)
    const place = desk.placeFor(ask.seat.id)
    const gone = new AbortController()
    ask.reply.raw.on('close', () => gone.abort())
    // A server that stops meanwhile would wait for a connection that is kept.
    ask.reply.header('connection', 'close')
    const work = (tell: Tell) =>
      place((stopping) => {
        const ended = AbortSignal.any([gone.signal, stopping])
        return made(service, ask, { format, settings, logo, ended, tell })
      })
    if (String(ask.request.headers.accept ?? '').includes(NDJSON)) return streamed(ask.reply, work)
    const { name, media, bytes } = await work(() => undefined)
    return ask.reply
      .type(media)
      .header('content-disposition', attachment(name))
      .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  }
  answerInOwnForm(app, service, 'exportFile', (ask) => answer(ask, null), { isStreamed: true })
  answerInOwnForm(app, service, 'exportFileWithLogo', async (ask) => answer(ask, logoOf(ask.body.logo)), {
    isStreamed: true,
    bodyLimit: 2 * MAX_LOGO_BYTES,
  })
}

function logoOf(base64: string): Logo {
  const logo = readLogo(base64)
  if (typeof logo !== 'string') return logo
  throw new AppError('bad-request', { faults: [{ path: '/logo', message: logo }] })
}

function settingsOf(query: unknown): ExportSettings {
  const result = z.safeParse(exportSettings, query)
  if (result.success) return result.data
  throw new AppError('bad-request', { faults: faultsOf(result.error) })
}

interface Wanted {
  readonly format: ExportFormat
  readonly settings: ExportSettings
  readonly logo: Logo | null
  readonly ended: AbortSignal
  readonly tell: Tell
}

async function made(
  service: Service,
  ask: ExportAsk,
  { format, settings, logo, ended, tell }: Wanted,
): Promise<MadeFile> {
  stillWanted(ended)
  const { workshopId, seat, request } = ask
  return inExportWorker(ended, async (asked) => {
    const steps = stepsOf(format)
    tell(steps[0] ?? format, 0, steps.length)
    const title = await openIn(asked, service, { workshopId, reader: seat, request, settings, logo })
    return madeFile(asked, format, title, tell)
  })
}

const stepsOf = (format: ExportFormat): readonly ExportFormat[] =>
  format === 'pack' ? [...packFormats, format] : [format]

/** A file by a worker in which the workshop is open. */
export async function madeFile(
  asked: AskWorker,
  format: ExportFormat,
  title: string,
  tell: Tell = () => undefined,
): Promise<MadeFile> {
  const steps = stepsOf(format)
  let bytes: Uint8Array = new Uint8Array()
  for (const [index, step] of steps.entries()) {
    // What a pack is made of does not leave its thread.
    if (step !== format) await asked({ ask: 'keep', format: step })
    else bytes = await asked<Uint8Array>({ ask: 'make', format: step })
    tell(step, index + 1, steps.length)
  }
  const { media, ending } = exportFormats[format]
  return { name: `${fileName(title)}.${ending}`, media, bytes }
}

/** Letters and figures of any script, nothing that a path or a header would read otherwise, no name of a device. */
function fileName(title: string): string {
  const words = title
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  const short = [...words].slice(0, 60).join('') || 'workshop'
  return /^(?:con|prn|aux|nul|(?:com|lpt)\d)$/i.test(short) ? `workshop-${short}` : short
}

/** With a name for old clients, and the right one (RFC 6266). */
export const attachment = (name: string): string =>
  `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`

/** Lines of JSON as the work goes on; the last one is the file, or what went wrong. */
function streamed(reply: FastifyReply, work: (tell: Tell) => Promise<MadeFile>): FastifyReply {
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
