/**
 * What a file is made of, read for the thread that makes it: documents as the log has them, not decoded here, and the
 * journal page by page, so that nobody waits for a long one.
 */
import type { FastifyRequest } from 'fastify'
import { documentAccess } from '#server/auth/policy.ts'
import { type Seated, seatsOf } from '#server/auth/seats.ts'
import { type AskWorker, type ExportDesk, inExportWorker } from '#server/exports/export-desk.ts'
import type { Logo } from '#server/exports/logo.ts'
import { type FileInputs, workshopFile } from '#server/exports/workshop-file.ts'
import { historyEntry } from '#server/history/journal-entry.ts'
import { journalPages } from '#server/history/journal-pages.ts'
import { isEnvelopeOpen } from '#server/http/calls/workshops.ts'
import type { Service } from '#server/http/service.ts'
import type { JournalRow } from '#server/persistence/tables.ts'
import { AppError } from '#server/problem.ts'
import { identitiesOf } from '#server/vault/vault.ts'
import { type DocumentKind, documentName } from '#shared/document/names.ts'
import { knownIn } from '#shared/interviews/mask.ts'
import type { ExportSettings } from '#shared/protocol/export-calls.ts'

interface ReadBy {
  readonly workshopId: string
  readonly reader: Pick<Seated, 'role' | 'name'>
  readonly request: FastifyRequest
}

interface Wanted extends ReadBy {
  readonly settings: ExportSettings
  readonly logo: Logo | null
}

/** Opens a workshop in a worker and answers its title. Interviews leave in reports once the envelope is open. */
export async function openIn(ask: AskWorker, service: Service, wanted: Wanted): Promise<string> {
  const { workshopId, reader, settings, logo } = wanted
  const isOpen = await isEnvelopeOpen(service, workshopId)
  for await (const rows of journalPages(service, workshopId, isOpen)) await ask({ ask: 'history', rows })
  const inputs = await fileInputs(service, wanted, {
    withInterviews: isOpen,
    isFullyMasked: settings.masked === '1',
  })
  const withPrivate = settings.private === '1' && reader.role === 'researcher'
  return ask({ ask: 'open', inputs: { ...inputs, workshopId, withPrivate, settings, logo } })
}

/** So much is read in an instant; more is read in a thread of its own. */
const SMALL = { bytes: 400_000, changes: 1_000 } as const

/** The workshop file as JSON; interviews leave with those who may read them, seniority with facilitators. */
export async function workshopJson(
  service: Service,
  desk: ExportDesk,
  readBy: ReadBy,
  isMasked: boolean,
): Promise<Buffer> {
  const { workshopId, reader } = readBy
  const isOpen = await isEnvelopeOpen(service, workshopId)
  const withInterviews = documentAccess(reader.role, 'interviews', isOpen).read
  const pages: (readonly JournalRow[])[] = []
  for await (const rows of journalPages(service, workshopId, withInterviews)) pages.push(rows)
  const inputs = await fileInputs(service, readBy, { withInterviews, isFullyMasked: isMasked })
  const seniority = reader.role === 'facilitator' ? await senioritiesOf(service, workshopId) : null
  const own: FileInputs = { ...inputs, seniority }
  if (isSmall(own, pages))
    return Buffer.from(JSON.stringify(workshopFile(own, pages.flat().map(historyEntry))))
  return desk.placeFor(workshopId)((stopping) =>
    inExportWorker(stopping, async (ask) => {
      for (const rows of pages) await ask({ ask: 'history', rows })
      return Buffer.from(await ask<Uint8Array>({ ask: 'file', inputs: own }))
    }),
  )
}

function isSmall(
  { board, record, interviews }: FileInputs,
  pages: readonly (readonly JournalRow[])[],
): boolean {
  const bytes = [...board, ...record, ...(interviews ?? [])].reduce((sum, part) => sum + part.byteLength, 0)
  return bytes <= SMALL.bytes && pages.flat().length <= SMALL.changes
}

interface Shown {
  readonly withInterviews: boolean
  readonly isFullyMasked: boolean
}

/**
 * Researchers get what the vault knows unless they want it masked, everyone else without; those who only look on get it
 * masked in full, and are told of nobody what they changed.
 */
async function fileInputs(
  service: Service,
  { workshopId, reader: { role, name }, request }: ReadBy,
  { withInterviews, isFullyMasked: isAsked }: Shown,
): Promise<FileInputs> {
  const { storage, clock, version, config } = service
  const { extras } = await storage.db
    .selectFrom('workshops')
    .select('extras')
    .where('id', '=', workshopId)
    .executeTakeFirstOrThrow()
  const isFullyMasked = isAsked || role === 'viewer'
  const isMasked = isFullyMasked || role !== 'researcher'
  return {
    board: await partsOf(service, workshopId, 'board'),
    record: await partsOf(service, workshopId, 'record'),
    interviews: withInterviews ? await partsOf(service, workshopId, 'interviews') : null,
    extras,
    seniority: null,
    known: isMasked ? knownIn(await identitiesOf(storage.db, workshopId)) : null,
    isFullyMasked,
    isActivityTold: role !== 'sponsor' && role !== 'viewer',
    exportedAt: new Date(clock.now()).toISOString(),
    exportedBy: name,
    appVersion: version,
    server: config.publicUrl ?? `${request.protocol}://${request.host}`,
  }
}

async function partsOf({ storage }: Service, workshopId: string, kind: DocumentKind): Promise<Uint8Array[]> {
  const stored = await storage.log.load(documentName(workshopId, kind))
  if (!stored) throw new AppError('no-such-workshop')
  return [...(stored.snapshot ? [stored.snapshot.data] : []), ...stored.updates.map(({ data }) => data)]
}

async function senioritiesOf({ storage }: Service, workshopId: string): Promise<[string, number][]> {
  const seats = await seatsOf(storage.db, workshopId)
  return seats.flatMap(({ id, seniority }): [string, number][] =>
    seniority === null ? [] : [[id, seniority]],
  )
}
