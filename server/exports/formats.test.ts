/**
 * What everybody typed comes back out of every format, whatever it was; read by other libraries than those that wrote it.
 */
import { strFromU8, unzipSync } from 'fflate'
import readXlsx from 'read-excel-file/node'
import { beforeAll, describe, expect, test } from 'vitest'
import { writeReportCalendar } from '#server/exports/write-calendar.ts'
import { hubspotTasks, salesforceTasks } from '#server/exports/write-crm.ts'
import { csvFiles, writeReportCsv } from '#server/exports/write-csv.ts'
import { writeReportMarkdown } from '#server/exports/write-markdown.ts'
import { writeReportXlsx } from '#server/exports/write-xlsx.ts'
import { rowsOf } from '#shared/exchange/file.ts'
import { readCsv } from '#shared/intake/csv.ts'
import { unguard } from '#shared/intake/guard.ts'
import { allTables } from '#shared/report/all-tables.ts'
import { oneLine } from '#shared/report/clean.ts'
import type { Report } from '#shared/report/report.ts'
import { awkwardTexts } from '#test/support/awkward.ts'
import { demoReport } from '#test/support/report-file.ts'

const awkward = awkwardTexts(60)

/** The demo with one action for each awkward text, and a long one. */
const made = (): Report =>
  demoReport((file) => {
    const { board } = file.workshop
    const texts = [...awkward, 'long '.repeat(4_000)]
    const actions = texts.map((title, index) => ({ id: `x${index}`, title, due: '2027-01-31', kind: 'fix' }))
    const parkingLot = texts.map((text, index) => ({ id: `p${index}`, text, status: 'open' }))
    return { ...file, workshop: { ...file.workshop, board: { ...board, actions, parkingLot } } }
  })

let report: Report
beforeAll(() => {
  report = made()
})

const csv = (text: string): string[][] => readCsv(text, ',').rows.map((row) => [...row])

test('[EX-2a] every cell of every CSV file reads back as it was, numbers as numbers', () => {
  const files = unzipSync(writeReportCsv(report, { forExcel: false }))
  for (const { name, columns, rows } of allTables(report)) {
    const [head, ...body] = csv(strFromU8(files[`${name}.csv`] ?? new Uint8Array()))
    expect(head).toEqual(columns.map(({ key }) => key))
    expect(body.slice(0, rows.length)).toEqual(
      rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
    )
  }
})

test('[EX-2a] for Excel a CSV begins with a mark, and no text of ours is a formula', () => {
  for (const text of csvFiles(report, { forExcel: true }).values()) {
    expect(text.startsWith('\ufeff')).toBe(true)
    for (const row of csv(text.slice(1)))
      for (const cell of row) expect(cell).not.toMatch(/^[=@\t]|^[+-](?!\d+([.,]\d+)?$)/)
  }
  const actions = csv(csvFiles(report, { forExcel: true }).get('actions.csv')?.slice(1) ?? '')
  const titles = actions.slice(1).map((row) => unguard(row[2] ?? ''))
  expect(titles.slice(0, report.actions.length)).toEqual(report.actions.map(({ title }) => title))
})

test('[EX-2a] every figure and text of the workbook reads back, heads first', async () => {
  const sheets = await readXlsx(await writeReportXlsx(report), { trim: false })
  const tables = allTables(report)
  expect(sheets.map(({ sheet }) => sheet)).toEqual(tables.map(({ title }) => title))
  for (const [index, { columns, rows }] of tables.entries()) {
    const [head, ...body] = sheets[index]?.data ?? []
    expect(head?.slice(0, columns.length)).toEqual(columns.map(({ label }) => label))
    expect(body.slice(0, rows.length).map((row) => row.slice(0, columns.length))).toEqual(
      rows.map((row) => row.map((cell) => (cell === '' ? null : cell))),
    )
  }
})

test('heads of sheets are frozen and filtered, pages have an area and a head, totals are formulas', async () => {
  const files = unzipSync(new Uint8Array(await writeReportXlsx(report)))
  const sheet = strFromU8(files['xl/worksheets/sheet2.xml'] ?? new Uint8Array())
  expect(sheet).toContain('state="frozen"')
  expect(sheet).toMatch(/<autoFilter ref="A1:R\d+"\/>/)
  expect(sheet).toContain('fitToPage="1"')
  expect(sheet).toMatch(/<f>SUBTOTAL\(9,F2:F\d+\)<\/f>/)
  const book = strFromU8(files['xl/workbook.xml'] ?? new Uint8Array())
  expect(book).toContain('_xlnm.Print_Area')
  expect(book).toMatch(/(&apos;|')Needs\1!\$1:\$1/)
})

describe('the calendar', () => {
  /** Lines unfolded, escapes undone (RFC 5545). */
  const titles = (text: string): string[] =>
    text
      .replace(/\r\n[ \t]/g, '')
      .split('\r\n')
      .filter((line) => line.startsWith('SUMMARY:'))
      .map((line) =>
        line.slice(8).replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign)),
      )

  test('has every open action on its day, and nothing typed becomes a line of its own', () => {
    const text = writeReportCalendar(report)
    const due = titles(text).filter((line) => line.startsWith('Due: '))
    expect(due.sort()).toEqual(report.actions.map(({ title }) => `Due: ${oneLine(title)}`).sort())
    expect(text.match(/^DTSTART;VALUE=DATE:20270131\r$/gm)).toHaveLength(report.actions.length)
    expect(text.match(/^BEGIN:VEVENT\r$/gm)?.length).toBe(titles(text).length)
  })

  test('tells when a decision is looked at again where it says a day', () => {
    const dated = demoReport((file) => ({
      ...file,
      workshop: {
        ...file.workshop,
        record: {
          ...file.workshop.record,
          decisions: rowsOf(file.workshop.record, 'decisions').map((row) => ({
            ...row,
            reviewWhen: '2027-02-03',
          })),
        },
      },
    }))
    expect(titles(writeReportCalendar(dated))).toContain('Look again: No discount before the customer asks')
  })

  test('without a day to keep it is still a calendar', () => {
    const empty = writeReportCalendar({ ...report, actions: [], decisions: [], gaps: [] })
    expect(empty).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(empty).toMatch(/END:VCALENDAR\r\n$/)
  })
})

test('[EX-6a] tasks have one head row, ISO dates, a title and who owns them', () => {
  for (const [text, at, due] of [
    [hubspotTasks(report), 0, 2],
    [salesforceTasks(report), 0, 1],
  ] as const) {
    const [head, ...rows] = csv(text)
    expect(head).toHaveLength(8)
    const body = rows.slice(0, report.actions.length)
    for (const [index, row] of body.entries()) {
      const title = oneLine(report.actions[index]?.title ?? '')
      expect(title.startsWith(unguard(row[at] ?? ''))).toBe(true)
      expect(row[due]).toBe('2027-01-31')
      expect(row).toHaveLength(8)
    }
  }
  const [, first] = csv(hubspotTasks(demoReport()))
  expect(first?.[7]).toBe('Product and installation')
})

test('Markdown keeps every text in its place: as many items and cells as there are records', () => {
  const markdown = writeReportMarkdown(report)
  expect(markdown.match(/^- \[[ x]\] /gm)).toHaveLength(report.actions.length)
  expect(markdown).not.toContain('<script>')
  for (const line of markdown.split('\n').filter((one) => one.startsWith('| ')))
    expect(line.replaceAll('\\|', '').split('|').length).toBeGreaterThan(3)
  const letters = (text: string) => oneLine(text).replace(/[^\p{L}\p{N}]/gu, '')
  const flat = letters(markdown.replaceAll('&lt;', '<').replaceAll('&amp;', '&'))
  for (const { title } of report.actions) expect(flat).toContain(letters(title))
})
