/** The links that lead into a workshop, or to its result: seen by who may hand them on, run by the facilitator. */
import type { FastifyInstance } from 'fastify'
import { renewCode } from '#server/auth/codes.ts'
import {
  addressOf,
  endLink,
  isLinkKind,
  letRun,
  newestLinks,
  renewLink,
  shownAddress,
  stateOf,
} from '#server/auth/links.ts'
import { mayHandOn } from '#server/auth/policy.ts'
import { seatsOf } from '#server/auth/seats.ts'
import { linkBase } from '#server/http/calls/workshops.ts'
import { answer } from '#server/http/route.ts'
import type { Service } from '#server/http/service.ts'
import { AppError } from '#server/problem.ts'
import type { LinkKind } from '#shared/protocol/link-calls.ts'

export function linkRoutes(app: FastifyInstance, service: Service): void {
  const { chance, clock, storage } = service

  answer(app, service, 'listLinks', async ({ workshopId, seat, request }) => {
    const base = linkBase(service, request)
    const now = clock.now()
    const names = new Map((await seatsOf(storage.db, workshopId)).map(({ id, name }) => [id, name]))
    const rows = await newestLinks(storage.db, workshopId)
    return {
      links: rows
        .filter(({ kind }) => mayHandOn(seat.role, kind))
        .map((row) => ({
          kind: row.kind,
          state: stateOf(row, now),
          link: shownAddress(base, row, now),
          expiresAt: row.expires_at,
          madeAt: row.made_at,
          madeBy: (row.made_by && names.get(row.made_by)) || '',
        })),
    }
  })

  answer(app, service, 'renewLink', async ({ workshopId, seat, body, request, param, command }) => {
    const kind = kindIn(param)
    const base = linkBase(service, request)
    // The reply that is kept names the link; it does not hold it.
    const { generation, joinCode } = await command(async (tx) => {
      const now = clock.now()
      const wanted = { workshopId, kind, days: body.days ?? null, seatId: seat.id, now }
      return {
        generation: await renewLink(tx, base, wanted),
        joinCode: kind === 'participate' ? await renewCode(tx, workshopId, chance, now) : null,
      }
    })
    return { link: addressOf(base, workshopId, kind, generation), joinCode }
  })

  answer(app, service, 'changeLink', async ({ workshopId, body, param, command }) => {
    const kind = kindIn(param)
    return command(async (tx) => {
      if (await letRun(tx, workshopId, kind, body.days, clock.now())) return {}
      throw new AppError('link-revoked', { title: 'This link has been ended: make a new one.' })
    })
  })

  answer(app, service, 'endLink', async ({ workshopId, param, command }) => {
    const kind = kindIn(param)
    return command(async (tx) => {
      await endLink(tx, workshopId, kind, clock.now())
      return {}
    })
  })
}

function kindIn(param: (name: string) => string): LinkKind {
  const kind = param('kind')
  if (isLinkKind(kind)) return kind
  throw new AppError('not-found')
}
