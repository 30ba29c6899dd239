/** The envelope: opened once, before everyone, for good. Opening publishes what the researchers prepared, in the same step. */
import type { FastifyInstance } from 'fastify'
import { writeAct } from '#server/history/write-entries.ts'
import { answer } from '#server/http/route.ts'
import type { Service } from '#server/http/service.ts'
import { AppError } from '#server/problem.ts'
import { publishSealed } from '#server/record/publishing.ts'
import { readSingle, updateSingle } from '#shared/document/collection.ts'
import { envelope } from '#shared/record/schema.ts'

export function envelopeRoutes(app: FastifyInstance, service: Service): void {
  const { clock, keeper, rounds, storage } = service

  answer(app, service, 'openEnvelope', async ({ workshopId, seat, body, command }) => {
    const now = clock.now()
    const reply = await command(async (tx, record) => {
      const { openedAt } = readSingle(record, envelope)
      if (openedAt !== null) return { openedAt }
      const isEarly = !(await rounds.isGuessFinished(tx, workshopId))
      if (isEarly && body.override === undefined) throw new AppError('guess-not-finished')
      await rounds.closeGuesses(tx, record, workshopId)
      await publishSealed(tx, service, { workshopId, seatId: seat.id, at: now })
      updateSingle(record, envelope, {
        openedAt: now,
        openedBy: seat.id,
        overrideReason: isEarly ? (body.override ?? '') : '',
        beat: 0,
      })
      await writeAct(tx, storage.engine, workshopId, {
        collection: envelope.name,
        field: 'openedAt',
        newValue: JSON.stringify(now),
        seatId: seat.id,
        at: now,
        reason: isEarly ? (body.override ?? '') : '',
      })
      return { openedAt: now }
    })
    // What a researcher had on the way is published after.
    keeper.look(workshopId)
    return reply
  })

  answer(app, service, 'setEnvelopeBeat', async ({ body, command }) =>
    command(async (_tx, record) => {
      if (readSingle(record, envelope).openedAt === null)
        throw new AppError('bad-request', { title: 'The envelope is sealed. Open it first.' })
      updateSingle(record, envelope, { beat: body.beat })
      return {}
    }),
  )
}
