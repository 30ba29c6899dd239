/** What leaves a workshop: its figures and its file, at any moment, with what is sealed left out and named. */
import type { FastifyInstance } from 'fastify'
import { documentAccess } from '#server/auth/policy.ts'
import type { ExportDesk } from '#server/exports/export-desk.ts'
import { isEnvelopeOpen } from '#server/http/calls/workshops.ts'
import { workshopJson } from '#server/http/export-inputs.ts'
import { answer, answerInOwnForm } from '#server/http/route.ts'
import type { Service } from '#server/http/service.ts'
import { AppError } from '#server/problem.ts'
import { analyse } from '#server/record/analysis.ts'
import type { DocumentKind } from '#shared/document/names.ts'
import { workshopJsonSchema } from '#shared/exchange/json-schema.ts'

export function resultRoutes(app: FastifyInstance, service: Service, desk: ExportDesk): void {
  const { storage, box } = service

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

  answerInOwnForm(app, service, 'exportJson', async ({ workshopId, seat, request, reply }) => {
    const isMasked = (request.query as { masked?: unknown }).masked === '1'
    const file = await workshopJson(service, desk, { workshopId, reader: seat, request }, isMasked)
    reply.header('content-disposition', 'attachment; filename="guessproof-workshop.json"')
    return reply.type('application/json; charset=utf-8').send(file)
  })

  app.get('/api/workshop.schema.json', async (_request, reply) => {
    reply.header('cache-control', 'public, max-age=3600')
    return workshopJsonSchema()
  })
}

async function required({ documents }: Service, workshopId: string, kind: DocumentKind) {
  const doc = await documents.read(workshopId, kind)
  if (!doc) throw new AppError('no-such-workshop')
  return doc
}
