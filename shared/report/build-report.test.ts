/**
 * The report is made of the masked file alone: everything typed is in it, figures carry whose they are and of how many,
 * and it says the same as the analysis.
 */
import { describe, expect, test } from 'vitest'
import { type FileRow, partShapes, rowsOf, type WorkshopFile } from '#shared/exchange/file.ts'
import { compareNeeds, guessesOf } from '#shared/reality/reality.ts'
import { allTables } from '#shared/report/all-tables.ts'
import { withoutActivity, withoutNames, withoutPrivateWords } from '#shared/report/recognised.ts'
import { readSource } from '#shared/report/source.ts'
import { demoFile, exported, imported } from '#test/support/demo-file.ts'
import { demoReport, reportOf } from '#test/support/report-file.ts'

const report = demoReport()
const table = (name: string, of = report) => allTables(of).find((one) => one.name === name)

/** A word no other field holds. */
const probe = (kind: string, name: string, field: string): string => `probe-${kind}-${name}-${field}`

test('[EX-3a] every field of words of every kind of record is in "Everything"', () => {
  const probes: string[] = []
  const part = (kind: keyof typeof partShapes) => {
    const { collections } = partShapes[kind]
    const all = Object.entries(collections).map(([name, { fields }]) => {
      const row: Record<string, string> = { id: `id-${name}` }
      for (const [field, { schema }] of Object.entries(fields)) {
        const most = schema.maxLength
        // Names of our people are told by function here; an order is no word.
        if (schema.type !== 'string' || field === 'order' || hidden.has(`${name}.${field}`)) continue
        const word = probe(kind, name, field).slice(0, typeof most === 'number' ? most : undefined)
        row[field] = word
        probes.push(word)
      }
      return [name, [row as FileRow]] as const
    })
    return Object.fromEntries(all)
  }
  const hidden = new Set([
    'seats.name',
    'seats.title',
    'seats.note',
    'actions.ownerName',
    'actionChanges.seatId',
  ])
  const file: WorkshopFile = {
    ...exported(imported(demoFile())),
    workshop: { board: part('board'), record: part('record'), interviews: part('interviews'), history: [] },
  }
  // Quotes and answers count for an interview that is there.
  const interviews = rowsOf(file.workshop.interviews, 'interviews')
  const words = rowsOf(file.workshop.interviews, 'quotes').concat(
    rowsOf(file.workshop.board, 'promiseReactions'),
    rowsOf(file.workshop.interviews, 'answers'),
  )
  for (const row of words) Object.assign(row, { interviewId: interviews[0]?.id })
  const cells = new Set(table('everything', reportOf(file))?.rows.map((row) => row.at(-1)))
  const interviewIds = /-(quotes|answers|promiseReactions)-interviewId$/
  expect(probes.filter((word) => !cells.has(word) && !interviewIds.test(word))).toEqual([])
  expect(probes.length).toBeGreaterThan(60)
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
