/**
 * Interviews as a table, for a file that can be taken in again. Researchers get it as it is; everyone else once the
 * envelope is open, without what tells who somebody is and without the quotes that are kept private.
 */
import type { FastifyInstance } from 'fastify'
import writeXlsx from 'write-excel-file/node'
import { documentAccess } from '#server/auth/policy.ts'
import { isEnvelopeOpen } from '#server/http/calls/workshops.ts'
import { type Ask, answerInOwnForm } from '#server/http/route.ts'
import type { Service } from '#server/http/service.ts'
import { AppError } from '#server/problem.ts'
import { identitiesOf } from '#server/vault/vault.ts'
import { writeCsv } from '#shared/intake/csv.ts'
import { guard } from '#shared/intake/guard.ts'
import { splitLongCells } from '#shared/intake/long-cells.ts'
import { interviewSheet } from '#shared/intake/sheet.ts'
import type { CellForm } from '#shared/intake/simple-cells.ts'
import { type KnownIdentities, maskText } from '#shared/interviews/mask.ts'

type ExportAsk = Ask<'exportInterviewsCsv' | 'exportInterviewsXlsx'>
type Query = Readonly<Record<string, string | undefined>>

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function interviewExportRoutes(app: FastifyInstance, service: Service): void {
  answerInOwnForm(app, service, 'exportInterviewsCsv', async (ask) => {
    const { separator, bom } = ask.request.query as Query
    const isEuropean = separator === 'semicolon'
    const sheet = await sheetFor(service, ask, { decimal: isEuropean ? ',' : '.', dateOrder: 'dmy' })
    const csv = writeCsv(
      sheet.map((row) => row.map(guard)),
      { delimiter: isEuropean ? ';' : ',', withMark: bom === '1' },
    )
    return ask.reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="guessproof-interviews.csv"')
      .send(csv)
  })

  answerInOwnForm(app, service, 'exportInterviewsXlsx', async (ask) => {
    const sheet = await sheetFor(service, ask, { decimal: '.', dateOrder: 'dmy' })
    const [header = [], ...rows] = splitLongCells(sheet)
    const file = await writeXlsx(
      [
        header.map((value) => ({ value, fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map(asCell)),
      ],
      { sheet: 'Interviews', stickyRowsCount: 1 },
    ).toBuffer()
    return ask.reply
      .type(XLSX)
      .header('content-disposition', 'attachment; filename="guessproof-interviews.xlsx"')
      .send(file)
  })
}

async function sheetFor(service: Service, ask: ExportAsk, form: CellForm): Promise<string[][]> {
  const { workshopId, seat, request } = ask
  const isOpen = await isEnvelopeOpen(service, workshopId)
  if (!documentAccess(seat.role, 'interviews', isOpen).read) throw new AppError('not-allowed')
  const isMasked = seat.role !== 'researcher' || (request.query as Query).masked === '1'
  const [board, record, interviews] = await Promise.all(
    (['board', 'record', 'interviews'] as const).map((kind) => service.documents.read(workshopId, kind)),
  )
  if (!board || !record || !interviews) throw new AppError('no-such-workshop')
  const known = isMasked ? await knownIn(service, workshopId) : null
  return interviewSheet({ board, record, interviews }, form, known && ((text) => maskText(text, known)))
}

async function knownIn({ storage }: Service, workshopId: string): Promise<KnownIdentities> {
  const identities = await identitiesOf(storage.db, workshopId)
  return {
    persons: identities.map(({ name }) => name),
    firms: identities.map(({ firm }) => firm),
    phones: identities.map(({ phone }) => phone),
    emails: identities.map(({ email }) => email),
  }
}

const NUMBER = /^\d{1,15}(\.\d+)?$/

const asCell = (text: string) =>
  text === '' ? null : NUMBER.test(text) && String(Number(text)) === text ? Number(text) : text
