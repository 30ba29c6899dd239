/** The closing: the sponsor's words and whether the workshop is closed. Every change stays in the journal. */
import type { FastifyInstance } from 'fastify'
import { hasDevice, type Seated, seatsOf } from '#server/auth/seats.ts'
import { writeAct } from '#server/history/write-entries.ts'
import { answer } from '#server/http/route.ts'
import type { Service } from '#server/http/service.ts'
import type { Tx } from '#server/persistence/storage.ts'
import { AppError } from '#server/problem.ts'
import { readSingle, updateSingle } from '#shared/document/collection.ts'
import type { Json } from '#shared/document/fields.ts'
import { closing } from '#shared/record/schema.ts'

interface Act {
  readonly workshopId: string
  readonly seatId: string
  readonly field: string
  readonly from: Json
  readonly to: Json
}

export function closingRoutes(app: FastifyInstance, service: Service): void {
  const { clock, storage } = service

  const note = (tx: Tx, { workshopId, seatId, field, from, to }: Act): Promise<void> =>
    writeAct(tx, storage.engine, workshopId, {
      collection: closing.name,
      field,
      oldValue: JSON.stringify(from),
      newValue: JSON.stringify(to),
      seatId,
      at: clock.now(),
      reason: '',
    })

  answer(app, service, 'putSponsorWord', async ({ workshopId, seat, body, command }) =>
    command(async (tx, record) => {
      const spokenBy = await speakerFor(tx, workshopId, seat)
      const before = readSingle(record, closing)
      const changes = (['opening', 'word', 'will'] as const).flatMap((field) => {
        const to = body[field]
        return to === undefined || to === before[field] ? [] : [{ field, from: before[field], to }]
      })
      if (changes.length === 0) return {}
      const said = Object.fromEntries(changes.map(({ field, to }) => [field, to]))
      updateSingle(record, closing, { ...said, spokenBy, writtenBy: seat.id })
      for (const change of changes) await note(tx, { ...change, workshopId, seatId: seat.id })
      return {}
    }),
  )

  answer(app, service, 'closeWorkshop', async ({ workshopId, seat, body, command }) =>
    command(async (tx, record) => {
      const { closedAt: before } = readSingle(record, closing)
      if (body.closed === (before !== null)) return { closedAt: before }
      const closedAt = body.closed ? clock.now() : null
      updateSingle(record, closing, { closedAt, closedBy: seat.id })
      await note(tx, { workshopId, seatId: seat.id, field: 'closedAt', from: before, to: closedAt })
      return { closedAt }
    }),
  )
}

/** Whose words a seat may write: its own as a sponsor; a facilitator those of a sponsor who cannot do it from a device. */
async function speakerFor(tx: Tx, workshopId: string, seat: Seated): Promise<string> {
  if (seat.role === 'sponsor') return seat.id
  const all = await seatsOf(tx, workshopId)
  const sponsors = all.filter(({ role, removed_at }) => role === 'sponsor' && removed_at === null)
  for (const { id, proxy, name } of sponsors)
    if (proxy !== 1 && (await hasDevice(tx, id)))
      throw new AppError('not-allowed', {
        title: `${name} has a device and writes this. If that is over, say in “People” that they are without a device.`,
      })
  return sponsors[0]?.id ?? ''
}
