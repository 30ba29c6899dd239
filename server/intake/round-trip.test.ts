import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import writeXlsx from 'write-excel-file/node'
import * as Y from 'yjs'
import { NotReadable, readFile } from '#server/intake/read-file.ts'
import { TableJob } from '#server/intake/table-job.ts'
import { cards, guideQuestions, needs, options, stages } from '#shared/board/schema.ts'
import { insertRow, readRows } from '#shared/document/collection.ts'
import { demoWorkshop } from '#shared/exchange/demo/demo-workshop.ts'
import { parseWorkshopFile } from '#shared/exchange/parse.ts'
import { writeWorkshop } from '#shared/exchange/write.ts'
import { type CsvForm, writeCsv } from '#shared/intake/csv.ts'
import { guard } from '#shared/intake/guard.ts'
import { splitLongCells } from '#shared/intake/long-cells.ts'
import { pseudonymKey } from '#shared/intake/row.ts'
import { interviewSheet } from '#shared/intake/sheet.ts'
import { type IntakeDocs, readWorld } from '#shared/intake/world.ts'
import { IntakeWriter } from '#shared/intake/write.ts'
import { answers, interviews, quotes } from '#shared/interviews/schema.ts'

/** A law about what takes its time. */
const law = <Values extends [unknown, ...unknown[]]>(
  title: string,
  arbitraries: { [K in keyof Values]: fc.Arbitrary<Values[K]> },
  holds: (...values: Values) => Promise<void>,
  numRuns: number,
) => test(title, () => fc.assert(fc.asyncProperty(...arbitraries, holds), { numRuns }))

let counter = 0
const context = { newId: () => `id${counter++}`, now: () => 0, seatId: 's' }
const POINTS = { decimal: '.', dateOrder: 'dmy' } as const
const COMMAS = { decimal: ',', dateOrder: 'dmy' } as const

/** The same workshop without its interviews. */
function emptied({ board, record }: IntakeDocs): IntakeDocs {
  return { board, record, interviews: new Y.Doc() }
}

async function takeIn(bytes: Buffer, name: string, docs: IntakeDocs): Promise<TableJob> {
  const file = await readFile(bytes, name, {})
  if (file.kind !== 'table') throw new Error('This should be a table.')
  const job = new TableJob(file, {}, readWorld(docs), () => ({}))
  while (job.step(7));
  const writer = new IntakeWriter(docs.interviews, job.rows, context)
  while (writer.step(3));
  return job
}

const csvOf = (sheet: string[][], form: CsvForm) =>
  Buffer.from(
    writeCsv(
      sheet.map((row) => row.map(guard)),
      form,
    ),
  )

const faultsOf = (job: TableJob) => job.result(false).problems.filter(({ level }) => level === 'fault')

describe('the demo', () => {
  let demo: IntakeDocs
  beforeAll(() => {
    const parsed = parseWorkshopFile(demoWorkshop)
    if (!parsed.ok) throw new Error('The demo cannot be read.')
    demo = { board: new Y.Doc(), record: new Y.Doc(), interviews: new Y.Doc() }
    writeWorkshop(parsed.file, demo, { newId: context.newId, shuffle: (all) => [...all] })
  })

  test('[EX-4b] its ten interviews leave and come back the same, as CSV of both kinds and as a sheet', async () => {
    const sheet = interviewSheet(demo, POINTS)
    expect(sheet).toHaveLength(11)
    for (const delimiter of [',', ';'] as const) {
      const form = delimiter === ';' ? COMMAS : POINTS
      const fresh = emptied(demo)
      const sent = csvOf(interviewSheet(demo, form), { delimiter, withMark: delimiter === ';' })
      const job = await takeIn(sent, 'demo.csv', fresh)
      expect(faultsOf(job)).toEqual([])
      expect(interviewSheet(fresh, POINTS)).toEqual(sheet)
    }
    const fresh = emptied(demo)
    const xlsx = await writeXlsx(splitLongCells(sheet).map((row) => [...row])).toBuffer()
    expect(faultsOf(await takeIn(xlsx, 'demo.xlsx', fresh))).toEqual([])
    expect(interviewSheet(fresh, POINTS)).toEqual(sheet)
  })

  test('nothing of points, marks, answers and quotes is lost on the way', async () => {
    const fresh = emptied(demo)
    await takeIn(csvOf(interviewSheet(demo, POINTS), { delimiter: ',', withMark: false }), 'demo.csv', fresh)
    const byName = (docs: IntakeDocs) =>
      readRows(docs.interviews, interviews)
        .sort((a, b) => (a.pseudonym < b.pseudonym ? -1 : 1))
        .map(
          ({ pseudonym, weights, unaidedTopNeedId, customer, timelineWeeks, consent, themeIds, marks }) => ({
            pseudonym,
            weights,
            unaidedTopNeedId,
            customer,
            timelineWeeks,
            consent,
            themes: themeIds.length,
            marks: Object.fromEntries(marks.map(({ optionId, ...rest }) => [optionId, rest])),
          }),
        )
    expect(byName(fresh)).toEqual(byName(demo))
    const texts = (docs: IntakeDocs) =>
      readRows(docs.interviews, answers).map(({ questionId, text }) => `${questionId} ${text}`)
    expect(texts(fresh).sort()).toEqual(texts(demo).sort())
    const words = (docs: IntakeDocs) =>
      readRows(docs.interviews, quotes).map(({ text, needIds, stageIds }) => ({ text, needIds, stageIds }))
    expect(words(fresh)).toHaveLength(words(demo).length)
    expect(words(fresh)).toEqual(expect.arrayContaining(words(demo)))
  })

  test('taken in a second time it changes nothing', async () => {
    const before = interviewSheet(demo, POINTS)
    const job = await takeIn(csvOf(before, { delimiter: ',', withMark: false }), 'demo.csv', demo)
    expect(job.result(false)).toMatchObject({ create: 0, update: 10 })
    expect(interviewSheet(demo, POINTS)).toEqual(before)
  })
})

const hostile = fc.constantFrom(
  '=1+1',
  '+49 30',
  '-5',
  '@home',
  "'=x",
  "''",
  "'",
  '"',
  '""',
  'a "quoted" word',
  'line\nbreak',
  ' spaces ',
  '\t',
  ';',
  ',',
  '|',
  '😀',
  'ünï',
  '[]',
  '[{"text":"x"}]',
  '{',
  '“so”',
  ':',
  'a:b',
  '1,5',
  '1.5',
  '2026-01-01',
  'Total',
  '?',
  '__proto__',
  'constructor',
  '\ufeff',
)
const word = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), hostile)
const prose = fc.array(word, { maxLength: 5 }).map((all) => all.join(' '))
const name = (prefix: string) => word.map((text) => `${prefix} ${text.replace(/[\r\n]/g, ' ')}`)

const board = () => {
  const doc = new Y.Doc()
  const add = (of: Parameters<typeof insertRow>[1], id: string, values: object) =>
    insertRow(doc, of, id, values as never)
  const names = fc.sample(name(''), { seed: 4, numRuns: 12 })
  for (const [index, short] of names.entries()) {
    const order = `a${index.toString(36)}`
    add(needs, `n${index}`, { short: `${short} ${index % 5}`, order })
    add(options, `o${index % 3}`, {
      name: `Option ${index % 3}: ${short}`,
      kind: index === 0 ? 'us' : 'competitor',
      order,
    })
    add(guideQuestions, `q${index}`, { text: `${short}: why?`, order })
    add(stages, `s${index % 4}`, { name: `Stage ${short}`, order })
    add(cards, `c${index}`, { text: `Card ${short}`, place: { stageId: 's0', lane: 'question', order } })
  }
  return doc
}

const needId = fc.integer({ min: 0, max: 11 }).map((index) => `n${index}`)
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null })
const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2150-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const anInterview = fc.record({
  name: name('Customer'),
  date: fc.oneof(fc.constant(''), day),
  mode: maybe(fc.constantFrom('phone' as const, 'face_to_face' as const)),
  minutes: maybe(fc.integer({ min: 1, max: 1440 })),
  years: maybe(fc.double({ min: 0, max: 200, noNaN: true })),
  personNote: prose,
  role: word,
  firstHand: fc.boolean(),
  notes: maybe(fc.boolean()),
  points: fc.dictionary(needId, fc.integer({ min: 0, max: 8 }), { maxKeys: 12 }),
  marks: fc.dictionary(needId, maybe(fc.integer({ min: 0, max: 10 })), { maxKeys: 4 }),
  missing: fc.array(word, { maxLength: 4 }),
  answers: fc.array(fc.tuple(fc.integer({ min: 0, max: 13 }), prose), { maxLength: 5 }),
  quotes: fc.array(
    fc.record({
      text: prose.filter((text) => text.trim() !== ''),
      needIds: fc.uniqueArray(needId, { maxLength: 3 }),
      private: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
  started: maybe(fc.integer({ min: 0, max: 4e12 })),
})

type Noted = typeof anInterview extends fc.Arbitrary<infer T> ? T : never

const noted = (docs: IntakeDocs, one: Noted, index: number) => {
  const id = `i${index}`
  insertRow(docs.interviews, interviews, id, {
    pseudonym: one.name.slice(0, 60),
    date: one.date,
    mode: one.mode,
    minutes: one.minutes,
    startedAt: one.started,
    personNote: one.personNote,
    firstHand: one.firstHand,
    customer: {
      role: one.role,
      trade: '',
      staff: null,
      sites: null,
      buyingRole: null,
      yearsAsCustomer: one.years,
      wonOrLost: null,
    } as never,
    consent: { notes: one.notes } as never,
    weights: {
      status: Object.keys(one.points).length > 0 ? 'given' : 'declined',
      points: one.points,
      reason: '',
    },
    marks: [{ optionId: 'o1', basis: 'used', marks: one.marks }],
    missingNeeds: one.missing,
    order: `a${index.toString(36)}`,
  })
  for (const [at, [question, text]] of one.answers.entries())
    insertRow(docs.interviews, answers, `${id}-${at}`, {
      interviewId: id,
      questionId: question > 11 ? '' : `q${question}`,
      text,
      order: `a${at}`,
    })
  for (const [at, quote] of one.quotes.entries())
    insertRow(docs.interviews, quotes, `${id}-q${at}`, { ...quote, interviewId: id, order: `a${at}` })
}

test('[EX-4b] a quote with a character that cannot be read back comes in again with a question mark for it', async () => {
  const docs = { board: new Y.Doc(), record: new Y.Doc(), interviews: new Y.Doc() }
  insertRow(docs.interviews, interviews, 'i', { pseudonym: 'Heron', order: 'a' })
  insertRow(docs.interviews, quotes, 'q', { text: 'So\uFFFD or \uFFFF', interviewId: 'i', order: 'a' })
  const fresh = emptied(docs)
  const job = await takeIn(
    csvOf(interviewSheet(docs, POINTS), { delimiter: ',', withMark: false }),
    'x.csv',
    fresh,
  )
  expect(faultsOf(job)).toEqual([])
  expect(readRows(fresh.interviews, quotes).map(({ text }) => text)).toEqual(['So? or ?'])
})

law(
  '[EX-4b] any interviews leave as CSV, come into a fresh workshop without a fault, and leave it as they left the first',
  [
    fc.uniqueArray(anInterview, {
      selector: (one) => pseudonymKey(one.name.slice(0, 60)),
      maxLength: 6,
      minLength: 1,
    }),
    fc.constantFrom(',' as const, ';' as const),
    fc.boolean(),
  ],
  async (all, delimiter, withMark) => {
    const docs = { board: board(), record: new Y.Doc(), interviews: new Y.Doc() }
    for (const [index, one] of all.entries()) noted(docs, one, index)
    const form = delimiter === ';' ? COMMAS : POINTS
    const first = interviewSheet(docs, form)
    const fresh = emptied(docs)
    const job = await takeIn(csvOf(first, { delimiter, withMark }), 'x.csv', fresh)
    expect(faultsOf(job)).toEqual([])
    expect(interviewSheet(fresh, form)).toEqual(first)
  },
  150,
)

law(
  '[EX-4b] no bytes, whatever their name, do more than be refused or reported',
  [
    fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      prose.map((text) => new TextEncoder().encode(text)),
      fc
        .uint8Array({ maxLength: 200 })
        .map((tail) => new Uint8Array([0x50, 0x4b, 3, 4, ...tail, 0x50, 0x4b, 5, 6, ...new Uint8Array(18)])),
      fc
        .array(fc.array(word, { maxLength: 6 }), { maxLength: 8 })
        .map((rows) => new TextEncoder().encode(rows.map((row) => row.join(';')).join('\n'))),
    ),
    fc.constantFrom('a.csv', 'a.xlsx', 'a.vtt', 'a.srt', 'a.txt', 'a.md', 'a.docx', 'a'),
  ],
  async (bytes, fileName) => {
    const docs = { board: board(), record: new Y.Doc(), interviews: new Y.Doc() }
    const file = await readFile(Buffer.from(bytes), fileName, {}).catch((error: unknown) => {
      expect(error).toBeInstanceOf(NotReadable)
      return null
    })
    if (file?.kind !== 'table') return
    const job = new TableJob(file, {}, readWorld(docs), () => ({}))
    while (job.step(100));
    job.result(false)
    job.faultyRows()
    const writer = new IntakeWriter(docs.interviews, job.rows, context)
    while (writer.step(100));
  },
  400,
)
