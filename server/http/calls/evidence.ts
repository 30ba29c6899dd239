/**
 * What colleagues heard from customers, put into the envelope. Sealed like the interviews: nobody but the researchers
 * sees the line before the opening, and the answer says only that it was taken.
 */
import type { FastifyInstance } from 'fastify'
import * as Y from 'yjs'
import { newClientId, newId } from '#server/chance.ts'
import { answer } from '#server/http/route.ts'
import type { Service } from '#server/http/service.ts'
import { AppError } from '#server/problem.ts'
import { insertRow } from '#shared/document/collection.ts'
import { documentName } from '#shared/document/names.ts'
import { evidence } from '#shared/interviews/schema.ts'

export function evidenceRoutes(app: FastifyInstance, service: Service): void {
  const { chance, clock, newLines, storage } = service

  answer(app, service, 'addEvidence', async ({ workshopId, seat, body, command }) => {
    const retryAfterS = newLines.waitS(seat.id)
    if (retryAfterS > 0) throw new AppError('too-many-tries', { retryAfterS })
    newLines.count(seat.id)
    const evidenceId = newId(chance)
    // A record under a new id builds on nothing that is in the document.
    const line = new Y.Doc()
    line.clientID = newClientId(chance)
    insertRow(line, evidence, evidenceId, {
      kind: 'frontline',
      text: body.text,
      source: body.source ?? '',
      date: new Date(clock.now()).toISOString().slice(0, 10),
      seatId: seat.id,
    })
    const data = Y.encodeStateAsUpdate(line)
    return command(async (tx) => {
      await storage.log.appendIn(tx, { doc: documentName(workshopId, 'interviews'), data, seatId: seat.id })
      return { evidenceId }
    })
  })
}
