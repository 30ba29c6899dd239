/** Showing a draft to a customer by a link: what they see of it, and what they say, which goes to the interviews. */
import type { FastifyInstance } from 'fastify'
import {
  draftShownBy,
  findGuestLink,
  hasAnswered,
  insistOpen,
  useGuestLink,
} from '#server/auth/guest-links.ts'
import { networkOf, Tries } from '#server/auth/tries.ts'
import { newId } from '#server/chance.ts'
import { pace } from '#server/http/calls/guests.ts'
import { answer } from '#server/http/route.ts'
import type { Service } from '#server/http/service.ts'
import { AppError } from '#server/problem.ts'
import { addRemarks, draftView } from '#server/record/draft-view.ts'
import { editDocument } from '#server/record/edit-document.ts'
import { identitiesOf } from '#server/vault/vault.ts'
import { documentName } from '#shared/document/names.ts'
import { knownIn } from '#shared/interviews/mask.ts'

const CALLS_PER_MINUTE = 120
/** Remarks by one link, whoever sends them. */
const REMARKS_PER_MINUTE = 60

export function draftRoutes(app: FastifyInstance, service: Service): void {
  const { storage, chance, clock } = service
  const byNetwork = new Tries(CALLS_PER_MINUTE, clock)
  const byLink = new Tries(REMARKS_PER_MINUTE, clock)

  answer(app, service, 'readDraft', async ({ body, request, reply }) => {
    reply.header('cache-control', 'no-store')
    pace(byNetwork, networkOf(request.ip))
    const link = await findGuestLink(storage.db, body.token, 'shows')
    // Who has handed in may read again as long as the link runs, though it takes no more.
    const isOver = link.revoked_at !== null || link.expires_at <= clock.now()
    if (isOver || !(await hasAnswered(storage.db, link.id, body.guest))) insistOpen(link, clock.now())
    const shows = draftShownBy(link)
    const board = await service.documents.read(link.workshop_id, 'board')
    if (isOver || !shows || !board) throw new AppError('guest-link-over')
    return draftView(board, shows, knownIn(await identitiesOf(storage.db, link.workshop_id)))
  })

  answer(app, service, 'remarkOnDraft', async ({ body, request }) => {
    const now = clock.now()
    pace(byNetwork, networkOf(request.ip))
    const { token, guest, remarks } = body
    const link = await findGuestLink(storage.db, token, 'shows')
    if (await hasAnswered(storage.db, link.id, guest)) return { received: true as const }
    insistOpen(link, now)
    pace(byLink, link.id)
    const said = { remarks, source: link.label, day: new Date(now).toISOString().slice(0, 10) }
    const context = { newId: () => newId(chance), now: () => now, seatId: '' }
    await storage.transaction(async (tx) => {
      if (!(await useGuestLink(tx, link, guest, now))) return
      await editDocument(tx, service, documentName(link.workshop_id, 'interviews'), (doc) =>
        addRemarks(doc, said, context),
      )
    })
    return { received: true as const }
  })
}
