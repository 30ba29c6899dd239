/**
 * The report as a zip of CSV files, one kind of record each (RFC 4180, UTF-8): heads are stable machine names, said in
 * words in `columns.csv`; numbers have a point, what is not known is empty. For Excel with a byte order mark, and with
 * an apostrophe before text it would take for a formula.
 */
import { zippedTexts } from '#server/exports/zip.ts'
import { writeCsv } from '#shared/intake/csv.ts'
import { guard } from '#shared/intake/guard.ts'
import { allTables } from '#shared/report/all-tables.ts'
import type { Report } from '#shared/report/report.ts'
import type { Cell, Table } from '#shared/report/table.ts'

export interface CsvSettings {
  readonly forExcel: boolean
}

export const writeReportCsv = (report: Report, settings: CsvSettings): Uint8Array =>
  zippedTexts(csvFiles(report, settings), report.meta.exportedAt)

/** Text of each file by its name. */
export function csvFiles(report: Report, { forExcel }: CsvSettings): ReadonlyMap<string, string> {
  const tables = allTables(report)
  const form = { delimiter: ',', withMark: forExcel } as const
  const told = forExcel ? guard : (text: string) => text
  const files = tables.map(({ name, columns, rows }) => {
    const head = columns.map(({ key }) => key)
    const body = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? told(cell) : plain(cell))))
    return [`${name}.csv`, writeCsv([head, ...body], form)] as const
  })
  return new Map([
    ...files,
    [
      'columns.csv',
      writeCsv(
        dictionary(tables).map((row) => row.map(told)),
        form,
      ),
    ],
  ])
}

const plain = (cell: Exclude<Cell, string>): string => (cell === null ? '' : String(cell))

const dictionary = (tables: readonly Table[]): string[][] => [
  ['file', 'column', 'label'],
  ...tables.flatMap(({ name, columns }) => columns.map(({ key, label }) => [`${name}.csv`, key, label])),
]
