/** Sheets of an XLSX file as rows of text; cells with formulas are named beside the values that were last computed. */
import { readSheet } from 'read-excel-file/node'
import { BadZip, zipParts } from '#server/intake/zip-parts.ts'

export interface XlsxSheet {
  readonly sheet: string
  readonly sheets: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Names of cells, such as B7, by the row's number. */
  readonly formulas: ReadonlyMap<number, readonly string[]>
}

/** The wanted sheet, else the first one that `suits`, else the first one. */
export async function readXlsx(
  file: Buffer,
  wanted: string | undefined,
  suits: (name: string) => boolean = () => false,
): Promise<XlsxSheet> {
  const parts = zipParts(file)
  const listed = listSheets(parts)
  const chosen =
    listed.find(({ name }) => name === wanted) ?? listed.find(({ name }) => suits(name)) ?? listed[0]
  if (!chosen) throw new BadZip('This file has no sheet: save it anew as .xlsx and send it again.')
  const xml = parts.get(chosen.part)?.toString('utf8') ?? ''
  judgeSize(xml)
  const data: readonly (readonly unknown[])[] = await readSheet(file, chosen.name, { trim: false })
  return {
    sheet: chosen.name,
    sheets: listed.map(({ name }) => name),
    rows: data.map((row) => row.map(asText)),
    formulas: formulasOf(xml),
  }
}

const MOST_ROWS = 50_000
const MOST_COLUMNS = 1_000

/** A cell far away would make the reader fill all between. */
function judgeSize(xml: string): void {
  for (const [, column = '', row = ''] of xml.matchAll(/<c\b[^>]*?\br="([A-Z]+)(\d+)"/g)) {
    if (Number(row) > MOST_ROWS || columnNumber(column) > MOST_COLUMNS)
      throw new BadZip(
        `This sheet has a cell at ${column}${row}: at most ${MOST_ROWS} rows and ${MOST_COLUMNS} columns are read.`,
      )
  }
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

function listSheets(parts: ReadonlyMap<string, Buffer>): { name: string; part: string }[] {
  const workbook = parts.get('xl/workbook.xml')?.toString('utf8') ?? ''
  const rels = parts.get('xl/_rels/workbook.xml.rels')?.toString('utf8') ?? ''
  const targets = new Map<string, string>()
  for (const [element] of rels.matchAll(/<Relationship\b[^>]*>/g)) {
    const target = attribute(element, 'Target').replace(/^\/?(xl\/)?/, 'xl/')
    targets.set(attribute(element, 'Id'), target)
  }
  return [...workbook.matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)].map(([element]) => ({
    name: unescaped(attribute(element, 'name')),
    part: targets.get(attribute(element, 'r:id')) ?? '',
  }))
}

const attribute = (element: string, name: string): string =>
  new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(element)?.slice(1).find(Boolean) ?? ''

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const unescaped = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, code: string) =>
      String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
    )
    .replace(/&#(\d{1,7});/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => named[name] ?? '')

function formulasOf(xml: string): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>()
  for (const [, cell = '', row = ''] of xml.matchAll(/<c\b[^>]*?\br="([A-Z]+(\d+))"[^>]*>\s*<f\b/g))
    found.set(Number(row), [...(found.get(Number(row)) ?? []), cell])
  return found
}

/** Dates without a time, numbers without the noise of binary fractions. */
function asText(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number')
    return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(15)))
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (value instanceof Date && !Number.isNaN(value.getTime()))
    return value.toISOString().replace(/T00:00:00\.000Z$/, '')
  return ''
}
