/** Who a pseudonym is, and what a customer no longer allows. Researchers alone. */
import type { FastifyInstance } from 'fastify'
import { answer } from '#server/http/route.ts'
import type { Service } from '#server/http/service.ts'
import type { Tx } from '#server/persistence/storage.ts'
import { AppError } from '#server/problem.ts'
import { editDocument } from '#server/record/edit-document.ts'
import { deleteIdentities, putIdentity, readIdentity } from '#server/vault/vault.ts'
import { readRow, updateRow } from '#shared/document/collection.ts'
import { documentName } from '#shared/document/names.ts'
import { interviews } from '#shared/interviews/schema.ts'
import type { Identity } from '#shared/protocol/interview-calls.ts'

export function vaultRoutes(app: FastifyInstance, service: Service): void {
  const { storage, documents, withdrawals } = service

  answer(app, service, 'readIdentity', async ({ workshopId, param, reply }) => {
    const doc = await documents.read(workshopId, 'interviews')
    if (!doc || !readRow(doc, interviews, param('interviewId'))) throw new AppError('no-such-interview')
    reply.header('cache-control', 'no-store')
    return { identity: await readIdentity(storage.db, workshopId, param('interviewId')) }
  })

  answer(app, service, 'putIdentity', async ({ workshopId, param, body, command }) => {
    const reply = await command(async (tx) => {
      await keepIdentity(tx, service, workshopId, param('interviewId'), body)
      return {}
    })
    if (!isSaid(body)) await storage.scrub()
    return reply
  })

  answer(app, service, 'withdraw', async ({ workshopId, param, body, command }) => {
    const { erasureId } = await command(async (tx, record) => ({
      erasureId: await withdrawals.begin(tx, record, {
        workshopId,
        interviewId: param('interviewId'),
        scopes: body.scopes,
        leftInPlace: body.leftInPlace ?? '',
      }),
    }))
    await withdrawals.finish(erasureId)
    return { erasureId }
  })
}

/** The interview says whether an identity is kept and until when; who it is stands in the vault alone. */
async function keepIdentity(
  tx: Tx,
  service: Service,
  workshopId: string,
  interviewId: string,
  identity: Identity,
): Promise<void> {
  const isKept = isSaid(identity)
  const { result: isThere } = await editDocument(
    tx,
    service,
    documentName(workshopId, 'interviews'),
    (doc) => {
      const row = readRow(doc, interviews, interviewId)
      if (!row) return false
      const consent = { ...row.consent, deleteIdentityAfter: isKept ? identity.deleteAfter : '' }
      return updateRow(doc, interviews, interviewId, { consent, identityRef: isKept ? interviewId : '' })
    },
  )
  if (!isThere) throw new AppError('no-such-interview')
  if (isKept) await putIdentity(tx, workshopId, interviewId, identity)
  else await deleteIdentities(tx, workshopId, [interviewId])
}

/** An empty form keeps nothing and deletes what was kept. */
const isSaid = ({ deleteAfter, ...said }: Identity): boolean =>
  Object.values(said).some((line) => line !== '')
