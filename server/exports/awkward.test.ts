/**
 * 515 awkward texts, and one of 20,000 characters, through every format and out of it again by another library than the
 * one that wrote it: each as it was typed, less what no file can hold.
 */
import { parse as parseCsv } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import MarkdownIt from 'markdown-it'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import readXlsx from 'read-excel-file/node'
import { SaxesParser } from 'saxes'
import { convertIcsCalendar } from 'ts-ics'
import { expect, test } from 'vitest'
import { writeReportCalendar } from '#server/exports/write-calendar.ts'
import { hubspotTasks, salesforceTasks } from '#server/exports/write-crm.ts'
import { csvFiles } from '#server/exports/write-csv.ts'
import { writeReportMarkdown } from '#server/exports/write-markdown.ts'
import { writeReportPdf } from '#server/exports/write-pdf.ts'
import { writeReportPptx } from '#server/exports/write-pptx.ts'
import { writeReportXlsx } from '#server/exports/write-xlsx.ts'
import { rowsOf } from '#shared/exchange/file.ts'
import { unguard } from '#shared/intake/guard.ts'
import { buildReport } from '#shared/report/build-report.ts'
import { cleanText, oneLine } from '#shared/report/clean.ts'
import { words } from '#shared/report/file-words.ts'
import type { Report } from '#shared/report/report.ts'
import { awkward } from '#test/support/awkward.ts'
import { demoFile, exported, imported } from '#test/support/demo-file.ts'

const LONG = `=${'twenty thousand '.repeat(1_250)}`.slice(0, 20_000)
const typed = awkward.map(cleanText)
const titles = typed.map(oneLine)

/** Of the demo, not masked: masking changes texts on purpose. */
function made(): Report {
  const file = exported(imported(demoFile()))
  const { board, interviews } = file.workshop
  const actions = awkward.map((title, index) => ({
    id: `x${String(index).padStart(3, '0')}`,
    title,
    due: '2027-01-31',
    kind: 'fix',
  }))
  const parkingLot = awkward.map((text, index) => ({
    id: `p${String(index).padStart(3, '0')}`,
    text,
    status: 'open',
  }))
  const [first] = rowsOf(interviews, 'interviews')
  const long = { id: 'long', interviewId: first?.id ?? '', questionId: '', text: LONG }
  const answers = [...rowsOf(interviews, 'answers'), long]
  const workshop = {
    ...file.workshop,
    board: { ...board, actions, parkingLot },
    interviews: { ...interviews, answers },
  }
  return buildReport({ ...file, workshop }, { workshopId: 'w1', exportedBy: 'Ines', state: 'draft' })
}
const report = made()

/** Without blanks: lines are broken, and blanks at their ends left out. */
const flat = (text: string): string => text.replace(/\s+/gu, '')
const sorted = (texts: readonly unknown[]): unknown[] => [...texts].sort()

/** Text of every element of a name; throws where the part is not well-formed. */
function textsIn(xml: string, name: string): string[] {
  const texts: string[] = []
  const parser = new SaxesParser()
  let open = 0
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag) => {
    if (tag.name === name && ++open === 1) texts.push('')
  })
  parser.on('closetag', (tag) => {
    if (tag.name === name) open--
  })
  parser.on('text', (text) => {
    if (open > 0) texts.push((texts.pop() ?? '') + text)
  })
  parser.write(xml).close()
  return texts
}

const partsOf = (bytes: Uint8Array): [string, string][] =>
  Object.entries(unzipSync(bytes))
    .filter(([name]) => /\.(?:xml|rels)$/.test(name))
    .map(([name, part]) => [name, strFromU8(part)])

test('there are 515 of them', () => {
  expect(awkward).toHaveLength(515)
})

test.each([false, true])('CSV, for Excel: %s', (forExcel) => {
  const files = csvFiles(report, { forExcel })
  const rows = (name: string): string[][] => parseCsv(files.get(`${name}.csv`) ?? '', { bom: true })
  const told = forExcel ? unguard : (text: string) => text
  expect(
    rows('parking_lot')
      .slice(1)
      .map(([text]) => told(text ?? '')),
  ).toEqual(typed)
  expect(rows('answers').some((row) => row.some((cell) => told(cell) === LONG))).toBe(true)
  const all = new Set(rows('everything').map((row) => told(row.at(-1) ?? '')))
  expect(typed.filter((text) => !all.has(text))).toEqual([])
})

test('Excel', async () => {
  const bytes = await writeReportXlsx(report)
  for (const [, xml] of partsOf(new Uint8Array(bytes))) textsIn(xml, 't')
  const sheets = await readXlsx(bytes, { trim: false })
  const rows = (name: string) => sheets.find(({ sheet }) => sheet === name)?.data.slice(1) ?? []
  expect(rows('Parking lot').map(([text]) => text)).toEqual(typed)
  expect(rows('Answers').some((row) => row.includes(LONG))).toBe(true)
  const all = new Set(rows('Everything').map((row) => row.at(-1)))
  expect(typed.filter((text) => !all.has(text))).toEqual([])
})

test('PowerPoint', async () => {
  const look = { look: 'light', main: undefined, accent: undefined } as const
  const parts = partsOf(await writeReportPptx(report, look, null))
  const text = (path: RegExp) =>
    flat(parts.flatMap(([name, xml]) => (path.test(name) ? textsIn(xml, 'a:t') : [])).join(''))
  for (const [, xml] of parts) textsIn(xml, 'a:t')
  const [slides, notes] = [text(/slides\/slide\d/), text(/notesSlides/)]
  expect(titles.filter((title) => !notes.includes(flat(title)))).toEqual([])
  const short = titles.filter(({ length }) => length <= 130)
  expect(short.filter((title) => !slides.includes(flat(title)))).toEqual([])
})

test('PDF', async () => {
  const data = new Uint8Array(await writeReportPdf(report, { paper: 'a4' }, null))
  const pdf = await getDocument({ data, verbosity: 0 }).promise
  let text = ''
  for (let page = 1; page <= pdf.numPages; page++) {
    const content = await (await pdf.getPage(page)).getTextContent({ disableNormalization: true })
    const foot = content.items.findLastIndex((item) => 'str' in item && item.str.startsWith(`${page} / `))
    text += content.items.map((item, at) => ('str' in item && at < foot ? item.str : '')).join('')
  }
  await pdf.destroy()
  const all = flat(text)
  // In lines from left to right; what no font of ours has is a box, and others are turned round.
  const plain = titles.filter((title) =>
    /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u024f\u0400-\u045f]+$/.test(title),
  )
  expect(plain.length).toBeGreaterThan(300)
  expect(plain.filter((title) => !all.includes(flat(title)))).toEqual([])
  for (const letter of '日本語繁體简体需한국어שלום')
    expect([letter, all.includes(letter)]).toEqual([letter, true])
})

test('Markdown', () => {
  const tokens = new MarkdownIt({ html: true }).parse(writeReportMarkdown(report), {})
  const kinds = new Set(
    tokens.flatMap(({ type, children }) => [type, ...(children ?? []).map((one) => one.type)]),
  )
  for (const kind of [
    'html_block',
    'html_inline',
    'link_open',
    'image',
    'code_inline',
    'code_block',
    'fence',
    'em_open',
    's_open',
    'hr',
  ])
    expect(kinds).not.toContain(kind)
  const lines = tokens
    .filter(({ type }) => type === 'inline')
    .map(({ children }) =>
      (children ?? []).map(({ type, content }) => (type === 'softbreak' ? '\n' : content)).join(''),
    )
  const tasks = lines.filter((line) => line.startsWith('[ ] '))
  expect(sorted(tasks)).toEqual(sorted(titles.map((title) => `[ ] ${title} (${words.noOwner}, 2027-01-31)`)))
})

test('calendar', () => {
  // This reader takes them for marks within a line too; that they begin none is seen line by line elsewhere.
  const actions = report.actions.filter(({ title }) => !/\b(?:BEGIN|END):/.test(title))
  const { events = [] } = convertIcsCalendar(undefined, writeReportCalendar({ ...report, actions }))
  const due = events.flatMap(({ summary }) => (summary.startsWith('Due: ') ? [summary.slice(5)] : []))
  expect(due).toHaveLength(titles.length - 3)
  expect(sorted(due)).toEqual(sorted(actions.map(({ title }) => oneLine(title))))
})

test('JSON, and tasks for HubSpot and Salesforce', () => {
  const file = JSON.parse(JSON.stringify(report.file)) as typeof report.file
  expect(rowsOf(file.workshop.board, 'parkingLot').map(({ text }) => text)).toEqual(typed)
  for (const text of [hubspotTasks(report), salesforceTasks(report)]) {
    const rows: string[][] = parseCsv(text)
    expect(rows.slice(1).map(([title]) => unguard(title ?? ''))).toEqual(titles)
  }
})
