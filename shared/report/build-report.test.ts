/**
 * The report is made of the masked file alone: everything typed is in it, figures carry whose they are and of how many,
 * and it says the same as the analysis.
 */
import { describe, expect, test } from 'vitest'
import type { Json, JsonObject, Shape } from '#shared/document/fields.ts'
import { type FileRow, historyFields, partShapes, rowsOf, type WorkshopFile } from '#shared/exchange/file.ts'
import { compareNeeds, guessesOf } from '#shared/reality/reality.ts'
import { allTables } from '#shared/report/all-tables.ts'
import { withoutActivity, withoutNames, withoutPrivateWords } from '#shared/report/recognised.ts'
import { readSource } from '#shared/report/source.ts'
import { demoFile, exported, imported } from '#test/support/demo-file.ts'
import { demoReport, namedReportOf, reportOf } from '#test/support/report-file.ts'

const report = demoReport()
const table = (name: string, of = report) => allTables(of).find((one) => one.name === name)

/** A value a field may hold, with a word of its own wherever somebody can type; the words are added to `probes`. */
function typed(schema: JsonObject, path: string, probes: string[]): Json {
  if (Array.isArray(schema.anyOf)) return typed(schema.anyOf[0] as JsonObject, path, probes)
  if (Array.isArray(schema.enum)) return schema.enum[0] as Json
  if (schema.type === 'string') {
    const most = typeof schema.maxLength === 'number' ? schema.maxLength : 200
    // Days and currencies hold fewer characters than tell them apart.
    const word = most < 10 ? `z${probes.length}` : `z${probes.length}z ${path}`.slice(0, most)
    probes.push(word)
    return word
  }
  if (schema.type === 'array') return [typed(schema.items as JsonObject, path, probes)]
  if (schema.type === 'object') {
    const entries = Object.entries(
      (schema.properties ?? { key: schema.additionalProperties ?? {} }) as JsonObject,
    )
    return Object.fromEntries(
      entries.map(([key, inner]) => [key, typed(inner as JsonObject, `${path}.${key}`, probes)]),
    )
  }
  if (schema.type === 'boolean') return true
  return typeof schema.minimum === 'number' ? schema.minimum : null
}

test('[EX-3a] every field that can be typed in, of every kind of record, is in the JSON and in "Everything"', () => {
  const probes: string[] = []
  const row = (fields: Shape, path: string, own: JsonObject) => ({
    ...Object.fromEntries(
      Object.entries(fields).map(([field, { schema }]) => [field, typed(schema, `${path}.${field}`, probes)]),
    ),
    ...own,
  })
  const part = (kind: keyof typeof partShapes) => {
    const { collections, singles } = partShapes[kind]
    return Object.fromEntries([
      ...Object.entries(singles).map(([name, { fields }]) => [name, row(fields, name, {})]),
      ...Object.entries(collections).map(([name, { fields }]) => [
        name,
        [row(fields, name, { id: `id-${name}`, ...('binned' in fields && { binned: null }) })],
      ]),
    ])
  }
  const workshop = {
    board: part('board'),
    record: part('record'),
    interviews: part('interviews'),
    history: [
      {
        ...row(historyFields, 'history', { collection: 'scene', document: 'board', seatId: 'id-seats' }),
        from: null,
        to: null,
      },
    ],
  }
  // What customers said counts for an interview that is there, and may be passed on.
  for (const rows of [
    workshop.interviews.quotes,
    workshop.interviews.answers,
    workshop.board.promiseReactions,
  ])
    for (const said of rows as Record<string, Json>[])
      Object.assign(said, { interviewId: 'id-interviews', private: false })
  const file = { ...exported(imported(demoFile())), workshop } as unknown as WorkshopFile
  const left = probes.filter((word) => JSON.stringify(workshop).includes(JSON.stringify(word).slice(1, -1)))
  const { file: told, ...report } = namedReportOf(file)
  const json = JSON.stringify(told)
  const cells = allTables({ ...report, file: told })
    .filter(({ name }) => name === 'everything' || name === 'history')
    .flatMap(({ rows }) => rows.map((cell) => cell.join(' ')))
    .join('\n')
  expect(left.length).toBeGreaterThan(200)
  expect(left.filter((word) => !json.includes(word))).toEqual([])
  expect(left.filter((word) => !cells.includes(word))).toEqual([])
  // By function the names of our people are in neither.
  const quiet = JSON.stringify(reportOf(file))
  for (const name of ['seats.name', 'seats.note', 'actions.ownerName'])
    expect([name, quiet.includes(left.find((word) => word.endsWith(` ${name}`)) ?? '')]).toEqual([
      name,
      false,
    ])
})

describe('[R029] [R058] figures', () => {
  test('every row with a value says whose it is, and of how many', () => {
    const { columns = [], rows = [] } = table('scores') ?? {}
    const at = (key: string) => columns.findIndex((column) => column.key === key)
    expect(rows.length).toBeGreaterThan(500)
    for (const row of rows) {
      expect(['guess', 'second look', 'customers']).toContain(row[at('source')])
      expect(row[at('n')]).toBeGreaterThan(0)
    }
    expect(rows.some((row) => row[at('seat')] !== '')).toBe(false)
  })

  test('our figures have the word guess beside them, the customers’ their n', () => {
    for (const { guess, customers } of report.needs) {
      if (guess) expect(guess.label).toMatch(/^Guess of \d+ of us/)
      if (customers)
        expect([customers.n > 0, customers.label]).toEqual([true, expect.stringContaining('customers')])
    }
    for (const { cells } of report.grid?.rows ?? [])
      for (const { guess, customers } of cells) {
        expect(guess?.label).toMatch(/^Guess of/)
        expect(customers?.mean === null).toBe((customers?.n ?? 0) < 3)
      }
  })

  test('say the same as the comparison on the screen', () => {
    const source = readSource(exported(imported(demoFile())))
    const reference = guessesOf(source.rounds, 'weights').at(-1)
    const compared = reference && compareNeeds(reference, source.heard?.interviews ?? [])
    for (const { title, gap, verdict, guess, customers } of compared?.perNeed ?? []) {
      const told = report.needs.find((need) => need.title === title)
      expect([told?.gap, told?.verdict, told?.guess?.mean, told?.customers?.mean]).toEqual([
        gap,
        verdict,
        guess,
        customers,
      ])
    }
  })
})

describe('who can be recognised', () => {
  const whole = exported(imported(demoFile()))

  test('[R033] by function: no seat has its name, no change a seat, no round says who is missing', () => {
    const { record, history } = withoutNames(whole).workshop
    for (const seat of rowsOf(record, 'seats')) expect([seat.functionName, seat.role]).toContain(seat.name)
    for (const round of rowsOf(record, 'rounds')) expect(round.missing).toEqual([])
    expect(history.every(({ seatId }) => seatId === null)).toBe(true)
    expect(withoutActivity(whole, false).workshop.history.every(({ seatId }) => seatId === null)).toBe(true)
    expect(withoutActivity(whole, true).workshop.history.some(({ seatId }) => seatId !== null)).toBe(true)
  })

  test('quotes marked private, and all words of who did not allow quoting, go; their figures stay', () => {
    const { interviews } = whole.workshop
    const [quiet, other] = rowsOf(interviews, 'interviews')
    const changed: WorkshopFile = {
      ...whole,
      workshop: {
        ...whole.workshop,
        interviews: {
          ...interviews,
          interviews: rowsOf(interviews, 'interviews').map((row) =>
            row.id === quiet?.id ? { ...row, personNote: 'Secret', consent: { quotesInside: false } } : row,
          ),
          quotes: rowsOf(interviews, 'quotes').map((row) =>
            row.interviewId === other?.id ? { ...row, private: true } : row,
          ),
        },
      },
    }
    const open = withoutPrivateWords(changed).workshop.interviews
    for (const name of ['quotes', 'answers'])
      expect(rowsOf(open, name).some(({ interviewId }) => interviewId === quiet?.id)).toBe(false)
    expect(rowsOf(open, 'quotes').some(({ interviewId }) => interviewId === other?.id)).toBe(false)
    expect(JSON.stringify(open)).not.toContain('Secret')
    expect(rowsOf(open, 'interviews').find(({ id }) => id === quiet?.id)?.marks).toEqual(quiet?.marks)
  })
})

test('[EX-1a] before the envelope is open nothing rests on customers, and it says so', () => {
  const sealed = reportOf(exported(imported(demoFile()), { interviews: null }))
  expect(sealed.sealed[0]).toContain('sealed')
  expect(sealed.needs.every(({ customers, gap }) => customers === null && gap === null)).toBe(true)
  expect(sealed.scores.every(({ whose }) => whose !== 'customers')).toBe(true)
  expect([sealed.quotes, sealed.interviews, sealed.leads, sealed.caveats]).toEqual([[], [], [], []])
})

test('an empty workshop has every table that is always there, and no figure', () => {
  const empty = reportOf({
    ...exported(imported(demoFile())),
    workshop: { board: {}, record: {}, history: [] },
  })
  expect(allTables(empty).map(({ name }) => name)).toEqual([
    'summary',
    'needs',
    'scores',
    'roadmap',
    'interviews',
    'actions',
    'decisions',
    'history',
    'about',
  ])
})

test('[R094] an action rests on what customers said and on nothing else; what it is tied to besides is told apart', () => {
  const asked = (id: string, raisedBy: readonly string[]): FileRow => ({
    id,
    text: `The ${id} one`,
    place: { stageId: 's1', lane: 'question', order: id },
    raisedBy,
  })
  const { actions } = reportOf({
    ...exported(imported(demoFile())),
    workshop: {
      board: {
        cards: [asked('ours', []), asked('said', ['i1'])],
        actions: [
          { id: 'a', title: 'On opinion', links: ['ours'], order: 'a' },
          { id: 'b', title: 'On customers', links: ['ours', 'said'], order: 'b' },
        ],
      },
      record: {},
      history: [],
    },
  })
  expect(actions.map(({ evidence, tiedTo }) => [evidence, tiedTo])).toEqual([
    [[], ['The ours one']],
    [['The said one'], ['The ours one', 'The said one']],
  ])
})
