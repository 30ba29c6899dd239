/** Opening a workshop, blank or from a file, and reading what one may know of it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type * as z from 'zod/mini'
import { setSeatCookie } from '#server/auth/cookies.ts'
import { currentLinks, type LinkBase } from '#server/auth/links.ts'
import { documentAccess, mayInvite } from '#server/auth/policy.ts'
import { newSeat, type Seated } from '#server/auth/seats.ts'
import { newId } from '#server/chance.ts'
import { openFile } from '#server/http/calls/open-file.ts'
import { answer } from '#server/http/route.ts'
import type { Service } from '#server/http/service.ts'
import { AppError } from '#server/problem.ts'
import { lineagesOf } from '#server/record/documents.ts'
import { emptyDocs, type NewWorkshop, seedBlank, storeWorkshop } from '#server/record/new-workshop.ts'
import { scene } from '#shared/board/schema.ts'
import { readSingle } from '#shared/document/collection.ts'
import { type DocumentKind, documentKinds } from '#shared/document/names.ts'
import { demoWorkshop } from '#shared/exchange/demo/demo-workshop.ts'
import type { calls, WorkshopView } from '#shared/protocol/calls.ts'
import { envelope } from '#shared/record/schema.ts'

export function workshopRoutes(app: FastifyInstance, service: Service): void {
  const bodyLimit = service.config.maxFileBytes

  answer(
    app,
    service,
    'createWorkshop',
    async ({ body, request, reply }) => {
      const from = body.from ?? 'blank'
      if (from === 'blank') return opened(service, request, reply, () => blank(service, body))
      const file = from === 'demo' ? demoWorkshop : from
      return opened(service, request, reply, () =>
        openFile(service, file, { owner: body.facilitator, isDemo: from === 'demo' }),
      )
    },
    { bodyLimit },
  )

  answer(
    app,
    service,
    'importWorkshop',
    async ({ body, request, reply }) =>
      opened(service, request, reply, () => openFile(service, body, { owner: null, isDemo: false })),
    { bodyLimit },
  )

  answer(app, service, 'readWorkshop', async ({ workshopId, seat, request }) =>
    view(service, workshopId, seat, linkBase(service, request)),
  )
}

/** Where links point: the public address, or the one this request came to. */
export const linkBase = ({ config, secret }: Service, request: FastifyRequest): LinkBase => ({
  origin: config.publicUrl ?? `${request.protocol}://${request.host}`,
  secret,
})

export const isSecure = ({ config }: Service, request: FastifyRequest): boolean =>
  request.protocol === 'https' || config.publicUrl?.startsWith('https:') === true

async function opened(
  service: Service,
  request: FastifyRequest,
  reply: FastifyReply,
  make: () => NewWorkshop,
) {
  const { config, newWorkshops } = service
  if (!config.anyoneMayOpen)
    throw new AppError('not-allowed', { title: 'New workshops are switched off here: ask whoever runs it.' })
  const retryAfterS = newWorkshops.waitS(request.ip)
  if (retryAfterS > 0) throw new AppError('too-many-tries', { retryAfterS })
  newWorkshops.count(request.ip)
  const workshop = make()
  const { token, joinCode, links } = await storeWorkshop(service, linkBase(service, request), workshop)
  setSeatCookie(request, reply, workshop.id, token, isSecure(service, request))
  return { workshopId: workshop.id, seatId: workshop.ownerId, joinCode, links }
}

function blank(service: Service, wanted: z.output<typeof calls.createWorkshop.body>): NewWorkshop {
  const { chance, clock } = service
  const id = newId(chance)
  const owner = newSeat(
    {
      workshopId: id,
      name: wanted.facilitator.name,
      functionName: wanted.facilitator.functionName ?? '',
      role: 'facilitator',
    },
    [],
    chance,
    clock,
  )
  const docs = emptyDocs(chance)
  const { title, company = '', product = '', segment = '' } = wanted
  seedBlank(docs, { title, company, product, segment }, owner, service)
  return {
    id,
    title,
    isDemo: false,
    docs,
    seats: [owner],
    ownerId: owner.id,
    extras: '{}',
    more: async () => {},
  }
}

/** Whether the customers' answers may be read by all. */
export async function isEnvelopeOpen({ documents }: Service, workshopId: string): Promise<boolean> {
  const record = await documents.read(workshopId, 'record')
  return record !== null && readSingle(record, envelope).openedAt !== null
}

/** The title as the board has it. */
export async function titleOf({ documents }: Service, workshopId: string, stored: string): Promise<string> {
  const board = await documents.read(workshopId, 'board')
  return (board && readSingle(board, scene).title) || stored
}

async function view(
  service: Service,
  workshopId: string,
  seat: Seated,
  base: LinkBase,
): Promise<WorkshopView> {
  const { storage, clock } = service
  const workshop = await storage.db
    .selectFrom('workshops')
    .select(['title', 'is_demo', 'join_code', 'join_code_until'])
    .where('id', '=', workshopId)
    .executeTakeFirstOrThrow()
  const lineages = await lineagesOf(storage.db, workshopId)
  const isOpen = await isEnvelopeOpen(service, workshopId)
  const access = (kind: DocumentKind) => ({
    ...documentAccess(seat.role, kind, isOpen),
    lineage: lineages.get(kind) ?? '',
  })
  const { participate, watch, result, facilitator } = await currentLinks(storage.db, base, workshopId)
  const invites = mayInvite(seat.role)
  const runs = seat.role === 'facilitator'
  const codeLives = (workshop.join_code_until ?? 0) > clock.now()
  return {
    workshopId,
    title: await titleOf(service, workshopId, workshop.title),
    seat: { id: seat.id, name: seat.name, functionName: seat.function_name, role: seat.role },
    documents: Object.fromEntries(
      documentKinds.map((kind) => [kind, access(kind)]),
    ) as WorkshopView['documents'],
    joinCode: invites && codeLives ? workshop.join_code : null,
    links: {
      ...(invites && participate && { participate }),
      ...(runs && watch && { watch }),
      ...(runs && result && { result }),
      ...(runs && facilitator && { facilitator }),
    },
    isDemo: workshop.is_demo === 1,
    serverNow: clock.now(),
  }
}
