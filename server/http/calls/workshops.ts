/** Reading what one may know of a workshop, and what several calls ask about one. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type * as Y from 'yjs'
import { currentLinks, type LinkBase, mayTakePart } from '#server/auth/links.ts'
import { documentAccess, mayHandOn } from '#server/auth/policy.ts'
import type { Seated } from '#server/auth/seats.ts'
import { answer } from '#server/http/route.ts'
import type { Service } from '#server/http/service.ts'
import { lineagesOf } from '#server/record/documents.ts'
import { scene } from '#shared/board/schema.ts'
import { readRows, readSingle } from '#shared/document/collection.ts'
import { type DocumentKind, documentKinds } from '#shared/document/names.ts'
import { erasures, interviews } from '#shared/interviews/schema.ts'
import type { WorkshopView } from '#shared/protocol/calls.ts'
import type { LinkKind } from '#shared/protocol/link-calls.ts'
import { envelope } from '#shared/record/schema.ts'

export function workshopRoutes(app: FastifyInstance, service: Service): void {
  answer(app, service, 'readWorkshop', async ({ workshopId, seat, request }) => {
    service.keeper.look(workshopId)
    return view(service, workshopId, seat, linkBase(service, request))
  })
}

/** Where links point: the public address, or the one this request came to. */
export const linkBase = ({ config, secret }: Service, request: FastifyRequest): LinkBase => ({
  origin: config.publicUrl ?? `${request.protocol}://${request.host}`,
  secret,
})

export const isSecure = ({ config }: Service, request: FastifyRequest): boolean =>
  request.protocol === 'https' || config.publicUrl?.startsWith('https:') === true

/** Whether the customers' answers may be read by all. */
export async function isEnvelopeOpen({ documents }: Service, workshopId: string): Promise<boolean> {
  const record = await documents.read(workshopId, 'record')
  return record !== null && isOpenedIn(record)
}

export const isOpenedIn = (record: Y.Doc): boolean => readSingle(record, envelope).openedAt !== null

/** Whether there is, or was before a customer took it back, an answer that a researcher may have read. */
export async function hasInterviews({ documents }: Service, workshopId: string): Promise<boolean> {
  const doc = await documents.read(workshopId, 'interviews')
  return doc !== null && [interviews, erasures].some((of) => readRows(doc, of).length > 0)
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
  const now = clock.now()
  const links = await currentLinks(storage.db, base, workshopId, now)
  const codeLives = (workshop.join_code_until ?? 0) > now && (await mayTakePart(storage.db, workshopId, now))
  return {
    workshopId,
    title: await titleOf(service, workshopId, workshop.title),
    seat: { id: seat.id, name: seat.name, functionName: seat.function_name, role: seat.role },
    documents: Object.fromEntries(
      documentKinds.map((kind) => [kind, access(kind)]),
    ) as WorkshopView['documents'],
    joinCode: mayHandOn(seat.role, 'participate') && codeLives ? workshop.join_code : null,
    links: Object.fromEntries(
      Object.entries(links).filter(([kind]) => mayHandOn(seat.role, kind as LinkKind)),
    ),
    isDemo: workshop.is_demo === 1,
    serverNow: now,
  }
}
