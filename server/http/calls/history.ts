/**
 * The change journal for the people of a workshop: who changed what, when, from what to what, and why. It tells no more
 * than the documents do: nothing of sealed interviews, and nothing of who customers are.
 */
import type { FastifyInstance } from 'fastify'
import * as z from 'zod/mini'
import { documentAccess } from '#server/auth/policy.ts'
import type { Seated } from '#server/auth/seats.ts'
import { historyEntry } from '#server/history/journal-entry.ts'
import { type HistoryEntry as Row, readHistory } from '#server/history/read-history.ts'
import { isEnvelopeOpen } from '#server/http/calls/workshops.ts'
import { answer } from '#server/http/route.ts'
import type { Service } from '#server/http/service.ts'
import { AppError } from '#server/problem.ts'
import { identitiesOf } from '#server/vault/vault.ts'
import { needNotes } from '#shared/board/schema.ts'
import { type DocumentKind, documentKinds, documentName } from '#shared/document/names.ts'
import { maskedHistory } from '#shared/exchange/masked.ts'
import { knownIn } from '#shared/interviews/mask.ts'
import { HISTORY_PAGE } from '#shared/protocol/history-calls.ts'

const wanted = z.object({
  record: z.optional(z.string().check(z.maxLength(100))),
  seat: z.optional(z.string().check(z.maxLength(64))),
  before: z.optional(z.coerce.number().check(z.int(), z.minimum(0))),
})

export function historyRoutes(app: FastifyInstance, service: Service): void {
  const { storage, journal } = service

  answer(app, service, 'readHistory', async ({ workshopId, seat, request }) => {
    const query = z.safeParse(wanted, request.query)
    if (!query.success) throw new AppError('bad-request')
    const kinds = await kindsFor(service, workshopId, seat)
    for (const kind of kinds) await journal.caughtUp(documentName(workshopId, kind))
    const { record, seat: whose, before } = query.data
    const isTold = tellsWhose(seat)
    const rows = await readHistory(storage, workshopId, {
      ...(record !== undefined && { record }),
      ...(whose !== undefined && isTold && { seat: whose }),
      ...(before !== undefined && { before }),
      kinds,
      // Asking for one person's changes must not tell which notes were theirs, not even by how full a page is.
      ...(whose !== undefined && { without: needNotes.name }),
      limit: HISTORY_PAGE + 1,
    })
    const entries = await told(service, seat, rows.slice(0, HISTORY_PAGE), isTold)
    return { entries, hasMore: rows.length > HISTORY_PAGE }
  })

  answer(app, service, 'giveReason', async ({ workshopId, seat, body, param, command }) => {
    const entry = Number(param('entry'))
    const kinds = await kindsFor(service, workshopId, seat)
    if (!Number.isSafeInteger(entry)) throw new AppError('not-found')
    return command(async (tx) => {
      let change = tx
        .updateTable('journal')
        .set({ reason: body.reason })
        .where('workshop_id', '=', workshopId)
        .where('seq', '=', entry)
        .where('doc_kind', 'in', kinds)
      change = change.where((eb) =>
        seat.role === 'facilitator'
          ? eb.or([eb('seat_id', '=', seat.id), eb('reason', '=', '')])
          : eb('seat_id', '=', seat.id),
      )
      const { numUpdatedRows } = await change.executeTakeFirst()
      if (Number(numUpdatedRows) === 0) throw new AppError('not-found')
      return {}
    })
  })
}

async function kindsFor(service: Service, workshopId: string, { role }: Seated): Promise<DocumentKind[]> {
  const isOpen = await isEnvelopeOpen(service, workshopId)
  return documentKinds.filter((kind) => documentAccess(role, kind, isOpen).read)
}

/** Managers who look on see no activity of single persons (R033). */
const tellsWhose = ({ role }: Seated): boolean => role !== 'sponsor' && role !== 'viewer'

async function told({ storage }: Service, seat: Seated, rows: readonly Row[], isTold: boolean) {
  const entries = rows.map(historyEntry)
  const known = knownIn(await identitiesOf(storage.db, seat.workshop_id))
  const shown =
    seat.role === 'researcher' ? entries : maskedHistory(entries, { known, isFull: seat.role === 'viewer' })
  return shown.map((one, index) => ({
    entry: rows[index]?.seq ?? 0,
    at: one.at,
    document: one.document,
    collection: one.collection,
    recordId: one.recordId,
    field: one.field,
    from: one.from,
    to: one.to,
    // Whose note it was is kept nowhere else.
    seatId: isTold && one.collection !== needNotes.name ? one.seatId : null,
    reason: one.reason,
  }))
}
