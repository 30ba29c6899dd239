/**
 * One sheet of a file as rows of text, for whoever brings a list in: an Excel file, or a zip of CSV files as we write
 * them. Nothing of it is kept.
 */
import { readMultipart } from '#server/intake/multipart.ts'
import { NotReadable } from '#server/intake/read-file.ts'
import { readXlsx, type XlsxSheet } from '#server/intake/read-xlsx.ts'
import { BadZip, zipParts } from '#server/intake/zip-parts.ts'
import { findDelimiter, readCsv } from '#shared/intake/csv.ts'
import { decode } from '#shared/intake/decode.ts'
import { isBlank } from '#shared/intake/layout.ts'
import { comparable } from '#shared/intake/names.ts'
import { type ListSheetReply, listSheetSettings } from '#shared/protocol/list-calls.ts'
import type { Fault } from '#shared/protocol/problems.ts'

export type SheetAnswer =
  /** The reply as JSON: the thread that serves people does not write it. */
  | { readonly opened: true; readonly json: string }
  | { readonly opened: false; readonly title?: string; readonly faults?: readonly Fault[] }

const MOST_ROWS = 6_000
const MOST_CHARACTERS = 8_000_000
/** One more than a list may have, so that it is told and not cut in silence. */
const MOST_COLUMNS = 201
const LONGEST_CELL = 20_001

export async function readListSheet(body: Uint8Array, contentType: string): Promise<SheetAnswer> {
  const sent = await readMultipart(body, contentType, listSheetSettings)
  if ('faults' in sent) return { opened: false, faults: sent.faults }
  try {
    return { opened: true, json: JSON.stringify(await listSheet(sent.bytes, sent.settings)) }
  } catch (error) {
    if (error instanceof NotReadable || error instanceof BadZip)
      return { opened: false, title: error.message }
    return { opened: false, title: 'This file is broken: save it anew and send it again.' }
  }
}

interface Wanted {
  readonly sheet?: string | undefined
  /** Names of sheets, the likeliest first. */
  readonly prefer?: readonly string[] | undefined
}

export async function listSheet(bytes: Buffer, { sheet, prefer = [] }: Wanted): Promise<ListSheetReply> {
  const liked = new Set(prefer.map(comparable))
  const suits = (name: string) => liked.has(comparable(name))
  return told(isZipOfCsv(bytes) ? csvSheet(bytes, sheet, suits) : await xlsxSheet(bytes, sheet, suits))
}

const ZIP = 0x504b0304

function isZipOfCsv(bytes: Buffer): boolean {
  if (bytes.length < 4 || bytes.readUInt32BE(0) !== ZIP)
    throw new NotReadable('This is no Excel file (.xlsx): save it as .xlsx or .csv, or paste its cells.')
  const parts = zipParts(bytes)
  if (parts.has('xl/workbook.xml')) return false
  if (csvNames(parts).length > 0) return true
  throw new NotReadable('This holds no sheet: choose an Excel file (.xlsx), a .csv file, or a zip of them.')
}

const csvNames = (parts: ReadonlyMap<string, Buffer>): string[] =>
  [...parts.keys()].filter((name) => /\.csv$/i.test(name) && !name.startsWith('__MACOSX/'))

const bareName = (name: string): string => (name.split('/').at(-1) ?? name).replace(/\.csv$/i, '')

function csvSheet(bytes: Buffer, sheet: string | undefined, suits: (name: string) => boolean): XlsxSheet {
  const parts = zipParts(bytes)
  const names = csvNames(parts)
  const chosen =
    names.find((name) => bareName(name) === sheet) ?? names.find((name) => suits(bareName(name))) ?? names[0]
  const text = decode(parts.get(chosen ?? '') ?? new Uint8Array())?.text ?? ''
  const { rows, faults } = readCsv(text, findDelimiter(text) ?? ',')
  if (faults[0]) throw new NotReadable(`Row ${faults[0].index + 1} ${faults[0].message}.`)
  return { sheet: bareName(chosen ?? ''), sheets: names.map(bareName), rows, formulas: new Map() }
}

async function xlsxSheet(
  bytes: Buffer,
  sheet: string | undefined,
  suits: (name: string) => boolean,
): Promise<XlsxSheet> {
  return readXlsx(bytes, sheet, suits)
}

function told({ sheet, sheets, rows: all, formulas }: XlsxSheet): ListSheetReply {
  const last = all.findLastIndex((row) => !isBlank(row))
  const rows = all.slice(0, last + 1)
  if (rows.length > MOST_ROWS)
    throw new NotReadable(`This sheet has ${rows.length} rows; at most 5000 come in at once: cut it.`)
  const cells = rows.map((row) => row.slice(0, MOST_COLUMNS).map((cell) => cell.slice(0, LONGEST_CELL)))
  const size = cells.reduce((sum, row) => row.reduce((own, cell) => own + cell.length + 3, sum), 0)
  if (size > MOST_CHARACTERS) throw new NotReadable('This sheet holds more text than a list can: cut it.')
  const withFormulas = [...formulas].filter(([row]) => !isBlank(rows[row - 1] ?? []))
  return {
    sheet,
    sheets: sheets.slice(0, 200),
    rows: cells,
    formulas: withFormulas.map(([row]) => row),
    computed: withFormulas.flatMap(([row, names]) =>
      isAllComputed(rows[row - 1] ?? [], names) ? [row] : [],
    ),
  }
}

/** Nothing in the row was typed. */
function isAllComputed(row: readonly string[], names: readonly string[]): boolean {
  const filled = row.filter((cell) => cell.trim() !== '').length
  return filled <= names.length
}
