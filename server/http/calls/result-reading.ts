/**
 * Reading the result by its link: without a seat, name or code. Everything comes out of the one masked report, made in
 * a thread of its own, once for all who ask while the workshop stays as it is.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { findLink } from '#server/auth/links.ts'
import { hashOf } from '#server/auth/tokens.ts'
import { networkOf, Tries } from '#server/auth/tries.ts'
import { type AskWorker, ExportDesk, inExportWorker } from '#server/exports/export-desk.ts'
import { KeptFiles, type MadeFile } from '#server/exports/kept-files.ts'
import { attachment, madeFile } from '#server/http/calls/exports.ts'
import { pace } from '#server/http/calls/guests.ts'
import { notInForce } from '#server/http/calls/joining.ts'
import { isEnvelopeOpen } from '#server/http/calls/workshops.ts'
import { openIn } from '#server/http/export-inputs.ts'
import { answerInOwnForm } from '#server/http/route.ts'
import type { Service } from '#server/http/service.ts'
import { AppError } from '#server/problem.ts'
import { identitiesOf } from '#server/vault/vault.ts'
import { readSingle } from '#shared/document/collection.ts'
import { exportSettings } from '#shared/protocol/export-calls.ts'
import { isExportFormat } from '#shared/protocol/export-formats.ts'
import { closing } from '#shared/record/schema.ts'

/** Pages and files by network: a house full of managers, no flood. */
const CALLS_PER_MINUTE = 120

/** Whoever reads by a link may what one who only looks on may, and has no name. */
const reader = { role: 'viewer', name: '' } as const
const protective = z.parse(exportSettings, {})

export function resultReadingRoutes(app: FastifyInstance, service: Service, desk: ExportDesk): void {
  const { storage, clock, config } = service
  const byNetwork = new Tries(CALLS_PER_MINUTE, clock)
  const kept = new KeptFiles(clock)
  // A page never waits until somebody's files are made.
  const pages = new ExportDesk()
  app.addHook('preClose', async () => pages.stop())

  answerInOwnForm(app, service, 'readResult', async ({ body, request, reply }) => {
    const workshopId = await workshopOf(body.token, request)
    const { media, bytes } = await once('page', { workshopId, request, desk: pages }, async (ask) => {
      const page = await ask<Uint8Array>({ ask: 'view' })
      return { name: '', media: 'application/json; charset=utf-8', bytes: page }
    })
    return reply.type(media).send(asBuffer(bytes))
  })

  answerInOwnForm(app, service, 'readResultFile', async ({ body, request, reply, param }) => {
    const format = param('format')
    if (!isExportFormat(format)) throw new AppError('not-found')
    const workshopId = await workshopOf(body.token, request)
    const { name, media, bytes } = await once(format, { workshopId, request, desk }, (ask, title) =>
      madeFile(ask, format, title),
    )
    return reply.type(media).header('content-disposition', attachment(name)).send(asBuffer(bytes))
  })

  /** Judged anew at every call, also where the answer is at hand: a link that was ended shows nothing from then on. */
  async function workshopOf(token: string, request: FastifyRequest): Promise<string> {
    pace(byNetwork, networkOf(request.ip))
    const link = await findLink(storage.db, token, clock.now())
    if (link.status !== 'valid') throw notInForce(link.status)
    // A token that leads to a seat is none to read by.
    if (link.role !== null) throw notInForce('unknown')
    return link.workshopId
  }

  interface Wanted {
    readonly workshopId: string
    readonly request: FastifyRequest
    readonly desk: ExportDesk
  }

  async function once(
    name: string,
    { workshopId, request, desk: at }: Wanted,
    work: (ask: AskWorker, title: string) => Promise<MadeFile>,
  ): Promise<MadeFile> {
    const origin = config.publicUrl ?? `${request.protocol}://${request.host}`
    const stampNow = () => stampOf(workshopId)
    return kept.get(`${workshopId} ${name} ${origin}`, stampNow, async () =>
      at.placeFor(workshopId)((stopping) =>
        inExportWorker(stopping, async (ask) => {
          const settings = { ...protective, state: await stateOf(workshopId) }
          const whose = { workshopId, reader, request, settings, logo: null }
          return work(ask, await openIn(ask, service, whose))
        }),
      ),
    )
  }

  /** Once the workshop is closed its files are final. */
  async function stateOf(workshopId: string): Promise<'draft' | 'final'> {
    const record = await service.documents.read(workshopId, 'record')
    return record && readSingle(record, closing).closedAt !== null ? 'final' : 'draft'
  }

  /**
   * Of all that a result is made of: what is sealed changes nothing. The vault is in it before the opening, too: what it
   * learns is masked on the board from then on. So is a withdrawal that journal and log may still remember.
   */
  async function stampOf(workshopId: string): Promise<string> {
    const isOpen = await isEnvelopeOpen(service, workshopId)
    const docs = await storage.db
      .selectFrom('docs')
      .select(['kind', 'head', 'lineage'])
      .where('workshop_id', '=', workshopId)
      .orderBy('kind')
      .execute()
    const underWay = await storage.db
      .selectFrom('withdrawals')
      .select('id')
      .where('workshop_id', '=', workshopId)
      .where('taken', 'is not', null)
      .orderBy('id')
      .execute()
    const parts = docs.filter(({ kind }) => kind !== 'interviews' || isOpen)
    return hashOf(JSON.stringify([parts, await identitiesOf(storage.db, workshopId), underWay]))
  }
}

const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength)
