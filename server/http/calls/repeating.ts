/** Repeating a workshop: a new one with what was set up here, for whoever runs this one. Sent twice, it is opened once. */
import type { FastifyInstance } from 'fastify'
import { openFile, refuseWhenFull, resultOf, SEED_BYTES } from '#server/http/calls/open-file.ts'
import { opened } from '#server/http/calls/opening.ts'
import { isEnvelopeOpen, titleOf } from '#server/http/calls/workshops.ts'
import { answer } from '#server/http/route.ts'
import type { Service } from '#server/http/service.ts'
import type { StoredDocument } from '#server/persistence/storage.ts'
import { AppError } from '#server/problem.ts'
import { identitiesOf } from '#server/vault/vault.ts'
import { type DocumentKind, documentName } from '#shared/document/names.ts'
import { knownIn } from '#shared/interviews/mask.ts'

export function repeatRoutes(app: FastifyInstance, service: Service): void {
  const { storage, clock, chance, files, version } = service
  answer(app, service, 'repeatWorkshop', async ({ workshopId, seat, body, request, reply }) =>
    opened(service, 'repeatWorkshop', { request, reply }, async () => {
      const stored = (kind: DocumentKind) => storedDocument(service, workshopId, kind)
      refuseWhenFull(service)
      const isOpen = await isEnvelopeOpen(service, workshopId)
      const file = await files.repeat({
        board: await stored('board'),
        record: await stored('record'),
        interviews: isOpen ? await stored('interviews') : null,
        known: knownIn(await identitiesOf(storage.db, workshopId)),
        repeat: {
          title: body.title || (await titleOf(service, workshopId, '')),
          carriesActions: body.carryActions,
          workshopId,
          at: clock.now(),
        },
        appVersion: version,
        seed: chance.bytes(SEED_BYTES),
      })
      const owner = { name: seat.name, functionName: seat.function_name }
      return openFile(service, resultOf(file), { owner, isDemo: false })
    }),
  )
}

async function storedDocument({ storage }: Service, workshopId: string, kind: DocumentKind) {
  const stored: StoredDocument | null = await storage.log.load(documentName(workshopId, kind))
  if (!stored) throw new AppError('no-such-workshop')
  return stored
}
