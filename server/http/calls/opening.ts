/** Opening a workshop: blank, as a private copy of the demo, or from a file. Sent twice, it is opened once. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { setSeatCookie } from '#server/auth/cookies.ts'
import { currentLinks, type Links } from '#server/auth/links.ts'
import { grantToken, newSeat } from '#server/auth/seats.ts'
import { networkOf } from '#server/auth/tries.ts'
import { newId } from '#server/chance.ts'
import type { BuiltFile, Creation } from '#server/history/build-file.ts'
import { emptyDocs, statesOf } from '#server/history/new-docs.ts'
import { LargeBody, leaveLargeBodies } from '#server/http/body.ts'
import { openFile, previewSmall, readLarge, readSmall } from '#server/http/calls/open-file.ts'
import { isSecure, linkBase } from '#server/http/calls/workshops.ts'
import { claimOf } from '#server/http/claims.ts'
import { answer } from '#server/http/route.ts'
import type { Service } from '#server/http/service.ts'
import type { Tx } from '#server/persistence/storage.ts'
import { AppError } from '#server/problem.ts'
import { type NewWorkshop, seedBlank, storeWorkshop } from '#server/record/new-workshop.ts'
import { recentDemo } from '#shared/exchange/demo/recent-demo.ts'

export function openingRoutes(app: FastifyInstance, service: Service): void {
  app.register((part, _options, done) => {
    leaveLargeBodies(part)
    fileRoutes(part, service)
    done()
  })
}

function fileRoutes(app: FastifyInstance, service: Service): void {
  const bodyLimit = service.config.maxFileBytes

  answer(
    app,
    service,
    'createWorkshop',
    async ({ body, ...http }) =>
      opened(service, 'createWorkshop', http, async () => {
        const sent = http.request.body
        const { wanted, file } =
          sent instanceof LargeBody
            ? await readLarge(service, sent, (unread) => service.files.creation(unread))
            : { wanted: body, file: null }
        return wantedWorkshop(service, wanted, file)
      }),
    { bodyLimit },
  )

  answer(
    app,
    service,
    'importWorkshop',
    async ({ body, ...http }) =>
      opened(service, 'importWorkshop', http, async () => {
        const file =
          body instanceof LargeBody
            ? await readLarge(service, body, (unread) => service.files.file(unread))
            : readSmall(service, body)
        return openFile(service, file, { owner: null, isDemo: false })
      }),
    { bodyLimit },
  )

  answer(
    app,
    service,
    'previewWorkshop',
    async ({ body, request }) => {
      mayOpen(service)
      countOne(service, `preview ${networkOf(request.ip)}`)
      const preview =
        body instanceof LargeBody
          ? await readLarge(service, body, (unread) => service.files.preview(unread))
          : previewSmall(body)
      return { ...preview, sealed: [...preview.sealed] }
    },
    { bodyLimit },
  )
}

function mayOpen({ config }: Service): void {
  if (!config.anyoneMayOpen)
    throw new AppError('not-allowed', { title: 'New workshops are switched off here: ask whoever runs it.' })
}

/** Counts one more of that key, unless there were too many. */
function countOne({ newWorkshops }: Service, key: string): void {
  const retryAfterS = newWorkshops.waitS(key)
  if (retryAfterS > 0) throw new AppError('too-many-tries', { retryAfterS })
  newWorkshops.count(key)
}

/** `large` is the file it is wanted from, if that is read already. */
function wantedWorkshop(service: Service, wanted: Creation['wanted'], large: BuiltFile | null): NewWorkshop {
  const { from = 'blank', facilitator } = wanted
  if (!large && from === 'blank') return blank(service, wanted)
  const isDemo = from === 'demo'
  const file = large ?? readSmall(service, isDemo ? recentDemo(service.clock.now()) : from)
  return openFile(service, file, { owner: facilitator, isDemo })
}

/** Opens what `make` makes, for whoever called, and gives them the cookie of its seat. */
export async function opened(
  service: Service,
  name: 'createWorkshop' | 'importWorkshop' | 'repeatWorkshop',
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  make: () => Promise<NewWorkshop>,
) {
  const { storage } = service
  mayOpen(service)
  const claim = claimOf(service, name, request)
  const known = await claim.find(storage.db)
  if (known !== null) return openedBefore(service, known, request, reply)
  countOne(service, networkOf(request.ip))
  const workshop = await make()
  const more = async (tx: Tx) => {
    if (!(await claim.keep(tx, workshop.ownerId))) throw new SentTwice()
    await workshop.more(tx)
  }
  try {
    const made = await storeWorkshop(service, linkBase(service, request), { ...workshop, more })
    setSeatCookie(request, reply, workshop.id, made.token, isSecure(service, request))
    return { workshopId: workshop.id, seatId: workshop.ownerId, joinCode: made.joinCode, links: made.links }
  } catch (error) {
    const first = error instanceof SentTwice ? await claim.find(storage.db) : null
    if (first === null) throw error
    return openedBefore(service, first, request, reply)
  }
}

/** The same call was already on its way, and was first. */
class SentTwice extends Error {}

/** The workshop a call that was sent before has opened, for whoever sent it. */
async function openedBefore(service: Service, seatId: string, request: FastifyRequest, reply: FastifyReply) {
  const { storage, chance, clock } = service
  const found = await storage.db
    .selectFrom('seats')
    .innerJoin('workshops', 'workshops.id', 'seats.workshop_id')
    .select(['workshops.id', 'workshops.join_code'])
    .where('seats.id', '=', seatId)
    .executeTakeFirst()
  if (!found) throw new AppError('no-such-workshop')
  const token = await storage.transaction((tx) => grantToken(tx, seatId, chance, clock))
  setSeatCookie(request, reply, found.id, token, isSecure(service, request))
  const links = await currentLinks(storage.db, linkBase(service, request), found.id, clock.now())
  return { workshopId: found.id, seatId, joinCode: found.join_code ?? '', links: links as Links }
}

function blank(service: Service, wanted: Creation['wanted']): NewWorkshop {
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
    states: statesOf(docs),
    seats: [owner],
    ownerId: owner.id,
    extras: '{}',
    more: async () => {},
  }
}
