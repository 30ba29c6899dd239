/** Coming in: what a code or link leads to, and taking a seat there. Whoever has one comes back to it. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { findCode } from '#server/auth/codes.ts'
import { seatToken, setSeatCookie } from '#server/auth/cookies.ts'
import { findLink, type LinkLookup } from '#server/auth/links.ts'
import { hasSeenResults } from '#server/auth/policy.ts'
import { currentSeat, grantToken, newSeat, type Seated, seatOfToken, seatsOf } from '#server/auth/seats.ts'
import { networkOf } from '#server/auth/tries.ts'
import { hasInterviews, isOpenedIn, isSecure, titleOf } from '#server/http/calls/workshops.ts'
import { claimOf } from '#server/http/claims.ts'
import { answer } from '#server/http/route.ts'
import type { Service } from '#server/http/service.ts'
import type { Database, Tx } from '#server/persistence/storage.ts'
import { AppError } from '#server/problem.ts'
import { mirrorSeat } from '#server/record/mirror.ts'
import { functions } from '#shared/board/schema.ts'
import { readRows } from '#shared/document/collection.ts'
import { byOrder } from '#shared/document/order.ts'
import { closeCodes } from '#shared/protocol/wire.ts'
import type { Role } from '#shared/record/schema.ts'

interface Key {
  readonly code?: string | undefined
  readonly token?: string | undefined
}

interface Destination {
  readonly workshopId: string
  readonly role: Role
}

export function joinRoutes(app: FastifyInstance, service: Service): void {
  const { storage, writer, rounds, rooms, chance, clock, config } = service

  answer(app, service, 'checkCode', async ({ body, request }) => {
    const { workshopId, role } = await destination(service, request, body)
    const workshop = await storage.db
      .selectFrom('workshops')
      .select('title')
      .where('id', '=', workshopId)
      .executeTakeFirst()
    if (!workshop) throw new AppError('no-such-workshop')
    const board = await service.documents.read(workshopId, 'board')
    const known = board ? readRows(board, functions).sort(byOrder) : []
    return {
      workshopId,
      title: await titleOf(service, workshopId, workshop.title),
      functions: known.map(({ name }) => name),
      role,
      seated: (await seatOfRequest(service, workshopId, request)) !== null,
    }
  })

  answer(app, service, 'join', async ({ body, request, reply }) => {
    const { workshopId, role } = await destination(service, request, body)
    const seat = await seatOfRequest(service, workshopId, request)
    if (seat) return comeBack(seat, role)
    const claim = claimOf(service, 'join', request)
    const { seatId, token } = await writer.run(workshopId, null, async (tx, record) => {
      await lookUp(tx, body, clock.now())
      const known = await claim.find(tx)
      if (known !== null && (await currentSeat(tx, workshopId, known)))
        return { seatId: known, token: await grantToken(tx, known, chance, clock) }
      const others = await seatsOf(tx, workshopId)
      if (others.filter((other) => other.removed_at === null).length >= config.maxSeats)
        throw new AppError('room-full')
      const wanted = { workshopId, name: body.name, functionName: body.functionName ?? '', role }
      const fresh = newSeat(wanted, others, chance, clock, isOpenedIn(record))
      await tx.insertInto('seats').values(fresh).execute()
      mirrorSeat(record, fresh)
      const made = await grantToken(tx, fresh.id, chance, clock)
      await rounds.recountOpen(tx, record, workshopId)
      await claim.keep(tx, fresh.id)
      return { seatId: fresh.id, token: made }
    })
    setSeatCookie(request, reply, workshopId, token, isSecure(service, request))
    return { workshopId, seatId, role }
  })

  /** The seat this browser has; a link that gives more than it may do raises it. */
  async function comeBack(seat: Seated, role: Role) {
    const workshopId = seat.workshop_id
    if (!raises(role, seat.role)) return { workshopId, seatId: seat.id, role: seat.role }
    const interviewsExist = await hasInterviews(service, workshopId)
    await writer.run(workshopId, seat.id, async (tx, record) => {
      const current = await currentSeat(tx, workshopId, seat.id)
      if (!current) throw new AppError('no-seat')
      const has_seen_results = hasSeenResults(current, role, interviewsExist) ? 1 : 0
      await tx.updateTable('seats').set({ role, has_seen_results }).where('id', '=', seat.id).execute()
      mirrorSeat(record, { ...current, role, has_seen_results })
      await rounds.recountOpen(tx, record, workshopId)
    })
    rooms.closeSeat(workshopId, seat.id, closeCodes.accessChanged)
    return { workshopId, seatId: seat.id, role }
  }
}

const raises = (role: Role, from: Role): boolean =>
  (role === 'facilitator' && from !== 'facilitator') || (role === 'member' && from === 'viewer')

const seatOfRequest = ({ storage }: Service, workshopId: string, request: FastifyRequest) =>
  seatOfToken(storage.db, workshopId, seatToken(request.headers.cookie, workshopId))

/** Where a code or link leads; wrong codes are counted by address, so that none can be guessed (JN-2a). */
async function destination(
  { storage, clock, wrongCodes }: Service,
  request: FastifyRequest,
  key: Key,
): Promise<Destination> {
  if (key.token !== undefined) return lookUp(storage.db, key, clock.now())
  const whose = networkOf(request.ip)
  return wrongCodes.inTurn(whose, async () => {
    const retryAfterS = wrongCodes.waitS(whose)
    if (retryAfterS > 0) throw new AppError('too-many-tries', { retryAfterS })
    try {
      return await lookUp(storage.db, key, clock.now())
    } catch (error) {
      if (error instanceof AppError && error.code === 'no-such-code') wrongCodes.count(whose)
      throw error
    }
  })
}

async function lookUp(db: Database | Tx, { code, token }: Key, now: number): Promise<Destination> {
  if (token !== undefined) {
    const link = await findLink(db, token, now)
    if (link.status !== 'valid') throw notInForce(link.status)
    if (link.role === null) throw new AppError('result-link')
    return { workshopId: link.workshopId, role: link.role }
  }
  if (code === undefined)
    throw new AppError('bad-request', { faults: [{ path: '/code', message: 'Give a code or a token.' }] })
  const found = await findCode(db, code, now)
  if (found.status === 'valid') return { workshopId: found.workshopId, role: 'member' }
  throw new AppError(found.status === 'stale' ? 'code-changed' : 'no-such-code')
}

/** Why a link opens nothing. */
export function notInForce(status: Exclude<LinkLookup['status'], 'valid'>): AppError {
  switch (status) {
    case 'revoked':
      return new AppError('link-revoked')
    case 'expired':
      return new AppError('link-expired')
    case 'unknown':
      return new AppError('no-such-code', { title: 'No workshop with that link: ask for a new one.' })
  }
}
