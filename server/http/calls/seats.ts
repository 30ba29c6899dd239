/** Seats once they are taken or added, where everyone is, and the timer. */
import type { FastifyInstance } from 'fastify'
import { hasSeenResults, mayChangeSeat } from '#server/auth/policy.ts'
import { freeName, newSeat, type Seated, seatsOf } from '#server/auth/seats.ts'
import { hasInterviews, isOpenedIn } from '#server/http/calls/workshops.ts'
import { type Ask, answer } from '#server/http/route.ts'
import type { Service } from '#server/http/service.ts'
import type { Tx } from '#server/persistence/storage.ts'
import { AppError } from '#server/problem.ts'
import { mirrorAgenda, mirrorSeat } from '#server/record/mirror.ts'
import { timerAfter } from '#server/record/timer.ts'
import { readSingle, updateSingle } from '#shared/document/collection.ts'
import { closeCodes } from '#shared/protocol/wire.ts'
import { timer } from '#shared/record/schema.ts'

export function seatRoutes(app: FastifyInstance, service: Service): void {
  const { chance, clock, config, rooms, rounds, storage } = service

  answer(app, service, 'changeSeat', async (ask) => {
    const { workshopId, seat, body, command } = ask
    const seatId = ask.param('seatId')
    const interviewsExist = await hasInterviews(service, workshopId)
    const hasNewRole = { is: false }
    await command(async (tx, record) => {
      const all = await seatsOf(tx, workshopId)
      const target = all.find((one) => one.id === seatId && one.removed_at === null)
      if (!target) throw new AppError('not-found')
      const own = all.find((one) => one.id === seat.id) ?? seat
      if (!mayChangeSeat(own, target, Object.keys(body))) throw new AppError('not-allowed')
      const changed = changedSeat(target, body, all, interviewsExist)
      if (target.role === 'facilitator' && changed.role !== 'facilitator') keepOneFacilitator(all, seatId)
      const { id, workshop_id, ...fields } = changed
      await tx.updateTable('seats').set(fields).where('id', '=', seatId).execute()
      mirrorSeat(record, changed)
      hasNewRole.is = changed.role !== target.role
      if (hasNewRole.is || changed.proxy !== target.proxy) await rounds.recountOpen(tx, record, workshopId)
      return {}
    })
    if (hasNewRole.is) rooms.closeSeat(workshopId, seatId, closeCodes.accessChanged)
    return {}
  })

  answer(app, service, 'addSeat', async ({ workshopId, body, command }) =>
    command(async (tx, record) => {
      const others = await seatsOf(tx, workshopId)
      if (others.filter((other) => other.removed_at === null).length >= config.maxSeats)
        throw new AppError('room-full')
      const { name, functionName = '' } = body
      const wanted = { workshopId, name, functionName, role: 'member' } as const
      const fresh = { ...newSeat(wanted, others, chance, clock, isOpenedIn(record)), proxy: 1 }
      await tx.insertInto('seats').values(fresh).execute()
      mirrorSeat(record, fresh)
      await rounds.recountOpen(tx, record, workshopId)
      return { seatId: fresh.id }
    }),
  )

  answer(app, service, 'listSeats', async ({ workshopId }) => {
    const all = await seatsOf(storage.db, workshopId)
    const seats = all.filter((one) => one.removed_at === null)
    return { seats: seats.map(({ id, seniority }) => ({ seatId: id, seniority })) }
  })

  answer(app, service, 'removeSeat', async (ask) => {
    const { workshopId, command } = ask
    const seatId = ask.param('seatId')
    await command(async (tx, record) => {
      const all = await seatsOf(tx, workshopId)
      const target = all.find((one) => one.id === seatId)
      if (!target) throw new AppError('not-found')
      if (target.removed_at !== null) return {}
      if (target.role === 'facilitator') keepOneFacilitator(all, seatId)
      await removeSeat(tx, seatId, clock.now())
      mirrorSeat(record, { ...target, removed_at: clock.now() })
      await rounds.recountOpen(tx, record, workshopId)
      return {}
    })
    rooms.closeSeat(workshopId, seatId, closeCodes.noSeat)
    return {}
  })

  answer(app, service, 'setAgenda', async ({ seat, body, command }) =>
    command(async (_tx, record) => {
      mirrorAgenda(record, body.activity, seat.id, clock.now())
      return {}
    }),
  )

  answer(app, service, 'setTimer', async ({ body, command }) =>
    command(async (_tx, record) => {
      updateSingle(record, timer, timerAfter(readSingle(record, timer), body, clock.now()))
      return {}
    }),
  )
}

function changedSeat(
  target: Seated,
  body: Ask<'changeSeat'>['body'],
  all: readonly Seated[],
  interviewsExist: boolean,
): Seated {
  const others = all.filter((one) => one.id !== target.id && one.removed_at === null)
  const role = body.role ?? target.role
  return {
    ...target,
    name:
      body.name === undefined
        ? target.name
        : freeName(
            body.name,
            others.map((one) => one.name),
          ),
    function_name: body.functionName ?? target.function_name,
    role,
    seniority: body.seniority === undefined ? target.seniority : body.seniority,
    proxy: body.proxy === undefined ? target.proxy : body.proxy ? 1 : 0,
    has_seen_results: hasSeenResults(target, role, interviewsExist) ? 1 : 0,
  }
}

function keepOneFacilitator(all: readonly Seated[], leavingId: string): void {
  const stays = all.some(
    (one) => one.role === 'facilitator' && one.removed_at === null && one.id !== leavingId,
  )
  if (!stays) throw new AppError('last-facilitator')
}

async function removeSeat(tx: Tx, seatId: string, now: number): Promise<void> {
  await tx.updateTable('seats').set({ removed_at: now }).where('id', '=', seatId).execute()
  await tx.deleteFrom('seat_tokens').where('seat_id', '=', seatId).execute()
}
