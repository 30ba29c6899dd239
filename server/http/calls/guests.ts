/**
 * Asking a customer. The form is made of the board's list of needs and the names of options and nothing else of it; an
 * answer goes into the envelope in the transaction that uses up the link, once for each guest.
 */
import type { FastifyInstance } from 'fastify'
import {
  findGuestLink,
  guestLinksOf,
  hasAnswered,
  insistOpen,
  makeGuestLink,
  revokeGuestLink,
  useGuestLink,
} from '#server/auth/guest-links.ts'
import { hashOf } from '#server/auth/tokens.ts'
import { networkOf, Tries } from '#server/auth/tries.ts'
import { newId } from '#server/chance.ts'
import { linkBase } from '#server/http/calls/workshops.ts'
import { answer } from '#server/http/route.ts'
import type { Service } from '#server/http/service.ts'
import { AppError } from '#server/problem.ts'
import { editDocument } from '#server/record/edit-document.ts'
import { addGuestAnswer, guestFaults, guestFormOf, unaidedQuestion } from '#server/record/guest-answer.ts'
import { documentName } from '#shared/document/names.ts'

/** Forms and answers by network, and answers by link: a hall full of customers, no flood. */
const CALLS_PER_MINUTE = 120
const ANSWERS_PER_MINUTE = 60

export function guestRoutes(app: FastifyInstance, service: Service): void {
  const { storage, chance, clock } = service
  const byNetwork = new Tries(CALLS_PER_MINUTE, clock)
  const byLink = new Tries(ANSWERS_PER_MINUTE, clock)

  answer(app, service, 'createGuestLink', async ({ workshopId, seat, body, request, reply, command }) => {
    reply.header('cache-control', 'no-store')
    const base = linkBase(service, request)
    const now = clock.now()
    // The reply that is kept names the link; its token is kept nowhere.
    const id = await command((tx) =>
      makeGuestLink(tx, base, chance, { workshopId, seatId: seat.id, ...body }, now),
    )
    const made = (await guestLinksOf(storage.db, base, workshopId, now)).find(({ linkId }) => linkId === id)
    if (!made) throw new AppError('no-such-guest-link')
    return made
  })

  answer(app, service, 'listGuestLinks', async ({ workshopId, request, reply }) => {
    reply.header('cache-control', 'no-store')
    return {
      links: await guestLinksOf(storage.db, linkBase(service, request), workshopId, clock.now()),
    }
  })

  answer(app, service, 'revokeGuestLink', async ({ workshopId, param, command }) =>
    command(async (tx) => {
      if (await revokeGuestLink(tx, workshopId, param('linkId'), clock.now())) return {}
      throw new AppError('no-such-guest-link')
    }),
  )

  answer(app, service, 'readGuestForm', async ({ body, request, reply }) => {
    reply.header('cache-control', 'no-store')
    pace(byNetwork, networkOf(request.ip))
    const link = await findGuestLink(storage.db, body.token, 'asks')
    insistOpen(link, clock.now())
    const board = await boardOf(link.workshop_id)
    return {
      ...guestFormOf(board, (id) => hashOf(`${body.guest}|${id}`)),
      forMany: link.max_uses > 1,
    }
  })

  answer(app, service, 'answerGuestForm', async ({ body, request }) => {
    const now = clock.now()
    pace(byNetwork, networkOf(request.ip))
    const { token, guest, ...given } = body
    const link = await findGuestLink(storage.db, token, 'asks')
    if (await hasAnswered(storage.db, link.id, guest)) return { received: true as const }
    insistOpen(link, now)
    pace(byLink, link.id)
    const board = await boardOf(link.workshop_id)
    const faults = guestFaults(given, board)
    if (faults.length > 0) throw new AppError('guest-faults', { faults })
    const asked = unaidedQuestion(board)
    const day = new Date(now).toISOString().slice(0, 10)
    const context = { newId: () => newId(chance), now: () => now, seatId: '' }
    await storage.transaction(async (tx) => {
      if (!(await useGuestLink(tx, link, guest, now))) return
      await editDocument(tx, service, documentName(link.workshop_id, 'interviews'), (doc) =>
        addGuestAnswer(doc, { answer: given, asked, day }, context),
      )
    })
    return { received: true as const }
  })

  async function boardOf(workshopId: string) {
    const board = await service.documents.read(workshopId, 'board')
    if (!board) throw new AppError('no-such-guest-link')
    return board
  }
}

export function pace(tries: Tries, key: string): void {
  const retryAfterS = tries.waitS(key)
  if (retryAfterS > 0) throw new AppError('too-many-tries', { retryAfterS })
  tries.count(key)
}
