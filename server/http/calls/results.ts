/** What leaves a workshop: its figures and its file, at any moment, with what is sealed left out and named. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { documentAccess } from '#server/auth/policy.ts'
import { type Seated, seatsOf } from '#server/auth/seats.ts'
import { isEnvelopeOpen } from '#server/http/calls/workshops.ts'
import { answer } from '#server/http/route.ts'
import type { Service } from '#server/http/service.ts'
import type { JournalRow } from '#server/persistence/tables.ts'
import { AppError } from '#server/problem.ts'
import { analyse } from '#server/record/analysis.ts'
import { identitiesOf } from '#server/vault/vault.ts'
import type { Json } from '#shared/document/fields.ts'
import { type DocumentKind, documentName, isDocumentKind } from '#shared/document/names.ts'
import { exportWorkshop } from '#shared/exchange/export.ts'
import type { HistoryEntry, WorkshopFile } from '#shared/exchange/file.ts'
import { workshopJsonSchema } from '#shared/exchange/json-schema.ts'
import { masked } from '#shared/exchange/masked.ts'
import { knownIn } from '#shared/interviews/mask.ts'

export function resultRoutes(app: FastifyInstance, service: Service): void {
  const { storage, clock, version, box } = service

  answer(app, service, 'analysis', async ({ workshopId, seat }) => {
    const isOpen = await isEnvelopeOpen(service, workshopId)
    const mayRead = documentAccess(seat.role, 'interviews', isOpen).read
    return analyse({
      record: await required(service, workshopId, 'record'),
      board: await required(service, workshopId, 'board'),
      interviews: mayRead ? await required(service, workshopId, 'interviews') : null,
      isFacilitator: seat.role === 'facilitator',
      drift: (before, after) => box.drift(storage.db, before, after),
    })
  })

  answer(app, service, 'exportJson', async ({ workshopId, seat, request, reply }) => {
    const isOpen = await isEnvelopeOpen(service, workshopId)
    const mayRead = documentAccess(seat.role, 'interviews', isOpen).read
    const workshop = await storage.db
      .selectFrom('workshops')
      .select('extras')
      .where('id', '=', workshopId)
      .executeTakeFirstOrThrow()
    const interviews = mayRead ? await required(service, workshopId, 'interviews') : null
    const seniority = seat.role === 'facilitator' ? await seniorities(service, workshopId) : null
    const history = await historyOf(service, workshopId, mayRead)
    const board = await required(service, workshopId, 'board')
    const record = await required(service, workshopId, 'record')
    reply.header('content-disposition', 'attachment; filename="guessproof-workshop.json"')
    const file = exportWorkshop({
      board,
      record,
      interviews,
      seniority,
      history,
      extras: JSON.parse(workshop.extras) as Json,
      exportedAt: new Date(clock.now()).toISOString(),
      appVersion: version,
      server: service.config.publicUrl ?? `${request.protocol}://${request.host}`,
    })
    return { ...(await maskedFor(service, seat, request, file)) }
  })

  app.get('/api/workshop.schema.json', async (_request, reply) => {
    reply.header('cache-control', 'public, max-age=3600')
    return workshopJsonSchema()
  })
}

/**
 * Researchers get the file as it is, everyone else without what the vault knows; masked in full when it is asked for,
 * and for those who only look on.
 */
async function maskedFor(
  { storage }: Service,
  { role, workshop_id }: Seated,
  { query }: FastifyRequest,
  file: WorkshopFile,
): Promise<WorkshopFile> {
  const isFull = role === 'viewer' || (query as { masked?: unknown }).masked === '1'
  if (role === 'researcher' && !isFull) return file
  return masked(file, { known: knownIn(await identitiesOf(storage.db, workshop_id)), isFull })
}

async function required({ documents }: Service, workshopId: string, kind: DocumentKind) {
  const doc = await documents.read(workshopId, kind)
  if (!doc) throw new AppError('no-such-workshop')
  return doc
}

async function seniorities({ storage }: Service, workshopId: string): Promise<ReadonlyMap<string, number>> {
  const seats = await seatsOf(storage.db, workshopId)
  return new Map(seats.flatMap(({ id, seniority }) => (seniority === null ? [] : [[id, seniority] as const])))
}

export async function historyOf(
  { storage, journal }: Service,
  workshopId: string,
  withInterviews: boolean,
): Promise<HistoryEntry[]> {
  await journal.caughtUp(documentName(workshopId, 'board'))
  if (withInterviews) await journal.caughtUp(documentName(workshopId, 'interviews'))
  const rows = await storage.db
    .selectFrom('journal')
    .selectAll()
    .where('workshop_id', '=', workshopId)
    .orderBy('seq')
    .execute()
  return rows.map(historyEntry)
}

/** A row of the journal as files and answers tell it. */
export const historyEntry = (row: Omit<JournalRow, 'workshop_id'>): HistoryEntry => ({
  at: row.at,
  document: isDocumentKind(row.doc_kind) ? row.doc_kind : 'board',
  collection: row.collection,
  recordId: row.record_id,
  field: row.field,
  from: parsed(row.old_value),
  to: parsed(row.new_value),
  seatId: row.seat_id,
  reason: row.reason,
})

const parsed = (json: string | null): Json => (json === null ? null : (JSON.parse(json) as Json))
