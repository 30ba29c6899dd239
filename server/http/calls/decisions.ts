/** What the room decides, for good: a decision is added to the record and never changed (R070, R103). */
import type { FastifyInstance } from 'fastify'
import type * as Y from 'yjs'
import type * as z from 'zod/mini'
import { newId } from '#server/chance.ts'
import { answer } from '#server/http/route.ts'
import type { Service } from '#server/http/service.ts'
import { AppError } from '#server/problem.ts'
import { editDocument } from '#server/record/edit-document.ts'
import { adoptCategory, adoptPromise, isPromiseKept } from '#shared/board/decision-edits.ts'
import { buyingCategories, needs, promiseDrafts } from '#shared/board/schema.ts'
import { insertRow, readRow, readRows, readSingle, updateRow } from '#shared/document/collection.ts'
import { documentName } from '#shared/document/names.ts'
import { interviews } from '#shared/interviews/schema.ts'
import type { calls } from '#shared/protocol/calls.ts'
import type { Fault } from '#shared/protocol/problems.ts'
import { basisOf } from '#shared/reality/stale.ts'
import { decisions, envelope, rounds } from '#shared/record/schema.ts'
import { readResult } from '#shared/rounds/kinds.ts'

type Wanted = z.output<typeof calls.decide.body>

export function decisionRoutes(app: FastifyInstance, service: Service): void {
  const { chance, clock } = service

  answer(app, service, 'decide', async ({ workshopId, seat, body, command }) => {
    const given = await service.documents.read(workshopId, 'interviews')
    const calls = given ? readRows(given, interviews) : []
    return command(async (tx, record) => {
      const superseded = body.supersedes === undefined ? null : readRow(record, decisions, body.supersedes)
      if (body.supersedes !== undefined && superseded === null)
        throw refused('/supersedes', 'There is no such decision: load the page again.')
      await editDocument(tx, service, documentName(workshopId, 'board'), (board) => {
        adopt(board, record, body)
      })
      const decisionId = newId(chance)
      const { supersedes: _old, subject = '', note = '', reviewWhen = '', ...rest } = body
      const decidedOn = new Date(clock.now()).toISOString()
      const isOpen = readSingle(record, envelope).openedAt !== null
      const basis = basisOf(isOpen ? calls : [])
      insertRow(record, decisions, decisionId, {
        ...rest,
        subject,
        note,
        reviewWhen,
        decidedOn,
        decidedBy: seat.id,
        basis,
      })
      if (superseded) updateRow(record, decisions, superseded.id, { supersededBy: decisionId })
      return { decisionId }
    })
  })
}

const refused = (path: string, message: string): AppError =>
  new AppError('bad-request', { title: message, faults: [{ path, message }] satisfies Fault[] })

/** Checks what is adopted, and marks it on the board. */
function adopt(board: Y.Doc, record: Y.Doc, { kind, subject = '', evidence, note = '' }: Wanted): void {
  if (kind === 'promise') {
    if (!readRow(board, promiseDrafts, subject))
      throw refused('/subject', 'There is no such draft of the promise: load the page again.')
    if (saysNo(record, subject) && !isPromiseKept(board, subject)) throw new AppError('promise-not-true')
    adoptPromise(board, subject)
  }
  if (kind === 'category') {
    const category = buyingCategories.find((one) => one === subject)
    if (!category) throw refused('/subject', 'A buying category is light, medium, heavy or intense.')
    adoptCategory(board, category)
  }
  if (kind === 'critical_characteristic') {
    if (!readRow(board, needs, subject)) throw refused('/subject', 'There is no such need on the board.')
    if (evidence.length === 0 && note === '')
      throw refused('/evidence', 'Link at least one thing a customer said, or write the reason.')
  }
}

/** Whether somebody who delivers it said in the last revealed round that this draft is not true today (R065). */
function saysNo(record: Y.Doc, draftId: string): boolean {
  const last = readRows(record, rounds)
    .filter(({ kind, status }) => kind === 'truth' && status === 'revealed')
    .filter(({ subjects }) => subjects.some(({ id }) => id === draftId))
    .sort((a, b) => a.number - b.number)
    .at(-1)
  const result = last && readResult('truth', last.result)
  return (result?.perSubject.find(({ subjectId }) => subjectId === draftId)?.no ?? 0) > 0
}
