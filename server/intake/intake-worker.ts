/**
 * One import, in a thread of its own from the bytes of the request to the updates for the document: the thread that
 * serves people neither reads nor checks nor writes a row of it. The work goes in steps, asked for one by one.
 */
import * as Y from 'yjs'
import { newClientId, newId, systemChance, systemClock } from '#server/chance.ts'
import { readListSheet, type SheetAnswer } from '#server/intake/list-sheet.ts'
import { readMultipart } from '#server/intake/multipart.ts'
import { NotReadable, readFile } from '#server/intake/read-file.ts'
import { TableJob } from '#server/intake/table-job.ts'
import { TranscriptJob } from '#server/intake/transcript-job.ts'
import { answerQuestions } from '#server/persistence/worker-link.ts'
import { insertRow, readRow, readRows, updateRow } from '#shared/document/collection.ts'
import { type IntakeDocs, readWorld } from '#shared/intake/world.ts'
import { IntakeWriter } from '#shared/intake/write.ts'
import { answers, columnMeanings, interviews, quotes } from '#shared/interviews/schema.ts'
import { type IntakeResult, intakeSettings } from '#shared/protocol/intake-calls.ts'
import type { Fault } from '#shared/protocol/problems.ts'

export interface OpenQuestion {
  readonly ask: 'open'
  readonly body: Uint8Array
  readonly contentType: string
  readonly seatId: string
  /** Snapshot and updates of each document. */
  readonly docs: Readonly<Record<keyof IntakeDocs, readonly Uint8Array[]>>
}

export type IntakeQuestion =
  | OpenQuestion
  | { readonly ask: 'sheet'; readonly body: Uint8Array; readonly contentType: string }
  | { readonly ask: 'check' }
  | { readonly ask: 'write' }
  | { readonly ask: 'result'; readonly imported: boolean }
  | { readonly ask: 'faultyRows' }

export type OpenAnswer =
  | { readonly opened: true }
  | { readonly opened: false; readonly title?: string; readonly faults?: readonly Fault[] }

export interface StepAnswer {
  readonly more: boolean
  readonly done: number
  readonly of: number
  /** After checking: whether something keeps the file out. */
  readonly hasFaults: boolean
  /** What writing has changed. */
  readonly updates: readonly Uint8Array[]
}

/** A workshop with more is none; a file of it could not be opened again either. */
const MOST_INTERVIEWS = 1_000
const MOST_RECORDS = 15_000
const MOST_ROWS = 20_000
const CHECKED_AT_ONCE = 500
const WRITTEN_AT_ONCE = 50

let docs: IntakeDocs | null = null
let job: TableJob | TranscriptJob | null = null
let writer: IntakeWriter | null = null
let updates: Uint8Array[] = []
let seatId = ''

answerQuestions((question) => reply(question as IntakeQuestion))

function reply(
  question: IntakeQuestion,
): Promise<OpenAnswer | SheetAnswer> | StepAnswer | IntakeResult | string {
  if (question.ask === 'sheet') return readListSheet(question.body, question.contentType)
  if (question.ask === 'open') return open(question)
  if (!job || !docs) throw new Error('No file is open.')
  switch (question.ask) {
    case 'check':
      return check(job, docs)
    case 'write':
      return write(job, docs)
    case 'result':
      return job.result(question.imported)
    case 'faultyRows':
      return job.faultyRows()
  }
}

async function open(question: OpenQuestion): Promise<OpenAnswer> {
  const sent = await readMultipart(question.body, question.contentType, intakeSettings)
  if ('faults' in sent) return { opened: false, faults: sent.faults }
  try {
    const file = await readFile(sent.bytes, sent.name, sent.settings)
    if (file.kind === 'table' && file.rows.length > MOST_ROWS)
      throw new NotReadable(`This file has ${file.rows.length} rows, at most ${MOST_ROWS} are read: cut it.`)
    const held = {
      board: docOf(question.docs.board),
      record: docOf(question.docs.record),
      interviews: docOf(question.docs.interviews),
    }
    held.interviews.clientID = newClientId(systemChance)
    const world = readWorld(held)
    const pointsOf = (id: string) => readRow(held.interviews, interviews, id)?.weights.points ?? {}
    job =
      file.kind === 'table'
        ? new TableJob(file, sent.settings, world, pointsOf)
        : new TranscriptJob(file, sent.settings, world)
    docs = held
    seatId = question.seatId
    return { opened: true }
  } catch (error) {
    if (error instanceof NotReadable) return { opened: false, title: error.message }
    throw error
  }
}

function docOf(parts: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const part of parts) Y.applyUpdate(doc, part)
  })
  return doc
}

function check(checked: TableJob | TranscriptJob, held: IntakeDocs): StepAnswer {
  const more = checked.step(CHECKED_AT_ONCE)
  if (!more) judgeSize(checked, held)
  return { more, done: checked.done, of: checked.of, hasFaults: checked.hasFaults, updates: [] }
}

function judgeSize(checked: TableJob | TranscriptJob, { interviews: doc }: IntakeDocs): void {
  const { rows } = checked
  const fresh = rows.filter(({ interviewId }) => interviewId === null).length
  const there = doc.getMap(interviews.name).size
  if (there + fresh > MOST_INTERVIEWS)
    checked.fault(
      `A workshop holds at most ${MOST_INTERVIEWS} interviews; with this file it would be ${there + fresh}: take in fewer.`,
    )
  const held = there + readRows(doc, answers).length + doc.getMap(quotes.name).size
  const more = rows.reduce((sum, row) => sum + 1 + row.answers.length + row.quotes.length, 0)
  if (held + more > MOST_RECORDS)
    checked.fault(
      `This file holds more answers and quotes than a workshop can (${MOST_RECORDS}): take in fewer.`,
    )
}

function write(checked: TableJob | TranscriptJob, { interviews: doc }: IntakeDocs): StepAnswer {
  if (!writer) {
    doc.on('update', (update: Uint8Array) => updates.push(update))
    const context = { newId: () => newId(systemChance), now: () => systemClock.now(), seatId }
    doc.transact(() => keepMeanings(doc, checked, context.newId))
    writer = new IntakeWriter(doc, checked.rows, context)
  }
  const more = writer.step(WRITTEN_AT_ONCE)
  const written = updates
  updates = []
  return { more, done: writer.done, of: checked.rows.length, hasFaults: false, updates: written }
}

function keepMeanings(doc: Y.Doc, { meanings }: TableJob | TranscriptJob, fresh: () => string): void {
  const known = new Map(readRows(doc, columnMeanings).map(({ id, header }) => [header, id]))
  for (const meaning of meanings) {
    const id = known.get(meaning.header)
    if (id === undefined) insertRow(doc, columnMeanings, fresh(), meaning)
    else updateRow(doc, columnMeanings, id, meaning)
  }
}
