/**
 * The report as an Excel workbook: a sheet a matter, frozen and filtered heads, a print area, totals as formulas. Words
 * are stored as words, so that a spreadsheet computes nothing anybody typed.
 */
import { strFromU8, unzipSync } from 'fflate'
import writeXlsx, { type Cell as XlsxCell } from 'write-excel-file/node'
import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeAttributeValue,
} from 'write-excel-file/utility'
import { compressZipsFast, zipped } from '#server/exports/zip.ts'
import { allTables } from '#shared/report/all-tables.ts'
import type { Report } from '#shared/report/report.ts'
import type { Cell, Table } from '#shared/report/table.ts'

/** As much as Excel shows in a cell; the whole text is in "Everything", which goes on in the next row. */
const LONGEST = 32_767
const INK = '#2A2FCB'
const PENCIL = '#585E67'
const HEAD = '#EAECE7'

type Total = 'sum' | 'count' | 'average'

/** What stands under a column: computed by the spreadsheet, also when rows are filtered. */
const totals: Readonly<Record<string, Readonly<Record<string, Total>>>> = {
  needs: { need: 'count', guess_points: 'sum', customers_points: 'sum' },
  scores: { value: 'count' },
  roadmap: { text: 'count' },
  stages: { name: 'count', answered: 'sum', partly: 'sum', open: 'sum' },
  interviews: { customer: 'count', minutes: 'average' },
  actions: { title: 'count' },
  decisions: { text: 'count' },
  quotes: { quote: 'count' },
  findings: { finding: 'count' },
}

/** Numbers of the spreadsheet's function SUBTOTAL. */
const functions: Readonly<Record<Total, number>> = { average: 1, count: 3, sum: 9 }

type XlsxSheet = Parameters<typeof writeXlsx>[0][number]
type XlsxFeature = NonNullable<NonNullable<Parameters<typeof writeXlsx>[1]>['features']>[number]

export async function writeReportXlsx(report: Report): Promise<Buffer> {
  compressZipsFast()
  const tables = allTables(report)
  const marks = new Marks()
  const sheets = tables.map((table) => sheetOf(table, marks))
  const file = await writeXlsx(sheets, { features: [printing(tables), inOneFont] }).toBuffer()
  return marks.isUsed ? withoutMarks(file, report.meta.exportedAt) : file
}

function sheetOf(table: Table, marks: Marks): XlsxSheet {
  const { columns, rows, title, name } = table
  const head = columns.map(
    ({ label, width }): XlsxCell => ({
      value: label,
      fontWeight: 'bold',
      backgroundColor: HEAD,
      wrap: true,
      height: heightOf(linesIn(label, width)),
    }),
  )
  const looks = columns.map(({ key, width }) => ({
    width,
    colour: /^customers?_/.test(key) ? INK : /^guess_/.test(key) ? PENCIL : undefined,
  }))
  const body = rows.map((row) => rowOf(row, looks, marks))
  return {
    sheet: title.slice(0, 31),
    data: [head, ...body, ...totalRow(name, table)],
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape',
  }
}

interface CellLook {
  /** In characters. */
  readonly width: number
  readonly colour: string | undefined
}

/** As high as its highest cell. Bare where it can be: for a style the library looks up the whole of it, in every cell. */
function rowOf(row: readonly Cell[], looks: readonly CellLook[], marks: Marks): XlsxCell[] {
  const values = row.map((cell) => (typeof cell === 'string' ? fitting(marks.guarded(cell)) : cell))
  const lines = values.map((value, index) =>
    typeof value === 'string' ? linesIn(value, looks[index]?.width ?? 0) : 1,
  )
  const most = Math.max(...lines)
  return values.map((value, index): XlsxCell => {
    if (value === null || value === '') return null
    const colour = typeof value === 'boolean' ? undefined : looks[index]?.colour
    if (most === 1 && colour === undefined) return value
    return {
      value,
      ...(most > 1 && { alignVertical: 'top' as const, height: heightOf(most) }),
      ...((lines[index] ?? 1) > 1 && { wrap: true }),
      ...(colour !== undefined && { textColor: colour }),
    }
  })
}

/** In points. Not every program makes rows as high as what is in them; Excel has none higher than this. */
const heightOf = (lines: number): number => Math.min(409, lines * 15)
/** Letters are narrower than the figure a column is measured in. */
const NARROW = 1.1
/** Ids are left in one line. */
const LONGEST_ID = 40

/** How many lines a text takes in a column; letters of Chinese, Japanese and Korean are two wide. */
function linesIn(text: string, width: number): number {
  if (text.length * 2 <= width && !text.includes('\n')) return 1
  if (text.length <= LONGEST_ID && !/\s|[^ -\u024f]/.test(text)) return 1
  return text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length + wideIn(line)) / (width * NARROW))), 0)
}

const wideIn = (line: string): number =>
  line.match(/[\u1100-\u11ff\u2e80-\ud7af\uf900-\ufaff\uff00-\uff60]/g)?.length ?? 0

/** The library looks texts up in an object: what every object has would be found there, and break the file. */
const inherited = new Set(Object.getOwnPropertyNames(Object.prototype))
/** Two characters for private use, before such a text until the file is put together. */
const MARK = '\uf8f0\uf8f1'

class Marks {
  isUsed = false

  guarded(text: string): string {
    // What looks like a character written as a number would be read as that character (ECMA-376, 22.9.2.19).
    if (!inherited.has(text)) return text.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
    this.isUsed = true
    return MARK + text
  }
}

const TEXTS = 'xl/sharedStrings.xml'

function withoutMarks(file: Uint8Array, mtime: string): Buffer {
  const parts = unzipSync(file)
  const texts = strFromU8(parts[TEXTS] ?? new Uint8Array()).replaceAll(MARK, '')
  return Buffer.from(zipped({ ...parts, [TEXTS]: Buffer.from(texts) }, mtime))
}

/** All of it in one font: without a name programs choose different ones. */
const inOneFont: XlsxFeature = {
  files: {
    transform: {
      'xl/styles.xml': {
        transform: (xml) => xml.replaceAll('<font>', '<font><sz val="11"/><name val="Calibri"/>'),
      },
    },
  },
}

const fitting = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 2).replace(/[\ud800-\udbff]$/, '')} …`

function totalRow(name: string, { columns, rows }: Table): XlsxCell[][] {
  const own = totals[name]
  if (!own || rows.length === 0) return []
  const cells = columns.map(({ key }, index): XlsxCell => {
    const total = own[key]
    if (!total) return null
    const range = `${getCellAddress(1, index)}:${getCellAddress(rows.length, index)}`
    return { value: `SUBTOTAL(${functions[total]},${range})`, type: 'Formula', fontWeight: 'bold' }
  })
  return [cells]
}

/** Filters in the head, the area that is printed, and the head on every page: parts the library leaves to its users. */
function printing(tables: readonly Table[]): XlsxFeature {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transformElementAttributes: (tag, attributes) =>
            tag === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
          transform: (xml, _options, { sheetIndex }) => {
            const table = tables[sheetIndex]
            const order = getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet')
            if (!table || !order) return xml
            const put = (into: string, markup: string) =>
              insertElementMarkupAccordingToOrderOfSiblings(into, markup, order, 'worksheet')
            const fitted = put(xml, '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
            if (table.rows.length === 0) return fitted
            return put(fitted, `<autoFilter ref="${areaOf(table, table.rows.length)}"/>`)
          },
        },
        'xl/workbook.xml': {
          transform: (xml) => {
            const order = getOrderOfSiblings('xl/workbook.xml', 'workbook')
            if (!order) return xml
            const names = tables.flatMap(namesOf).join('')
            const markup = `<definedNames>${names}</definedNames>`
            return insertElementMarkupAccordingToOrderOfSiblings(xml, markup, order, 'workbook')
          },
        },
      },
    },
  }
}

const areaOf = ({ columns }: Table, lastRow: number): string =>
  `A1:${getCellAddress(lastRow, columns.length - 1)}`

const absolute = (area: string): string => area.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')

function namesOf(table: Table, index: number): string[] {
  const sheet = `'${table.title.slice(0, 31).replaceAll("'", "''")}'!`
  const hasTotal = table.rows.length > 0 && totals[table.name] !== undefined
  const area = `${sheet}${absolute(areaOf(table, table.rows.length + (hasTotal ? 1 : 0)))}`
  const name = (called: string, value: string, more = '') =>
    `<definedName name="_xlnm.${called}" localSheetId="${index}"${more}>${sanitizeAttributeValue(value)}</definedName>`
  const filter = `${sheet}${absolute(areaOf(table, table.rows.length))}`
  return [
    ...(table.rows.length > 0 ? [name('_FilterDatabase', filter, ' hidden="1"')] : []),
    name('Print_Area', area),
    name('Print_Titles', `${sheet}$1:$1`),
  ]
}
