/** Rows from and to delimited text (RFC 4180): quoted cells may hold delimiters, quotes and line breaks. */
import papaparse from 'papaparse'
import { type Delimiter, delimiters } from '#shared/intake/forms.ts'

export interface CsvRows {
  readonly rows: readonly (readonly string[])[]
  /** What is wrong with the quoting, by index of the row. */
  readonly faults: readonly { readonly index: number; readonly message: string }[]
}

const quoteFaults: Readonly<Record<string, string>> = {
  MissingQuotes: 'opens a quote that is never closed, so what follows was read as one cell',
  InvalidQuotes: 'has a quote inside a quoted cell; write it twice',
}

export function readCsv(text: string, delimiter: Delimiter): CsvRows {
  const { data, errors } = papaparse.parse(text, { delimiter })
  const rows = [...data]
  // A line break at the end begins no row.
  if (rows.length > 0 && rows.at(-1)?.length === 1 && rows.at(-1)?.[0] === '') rows.pop()
  const faults = errors.flatMap(({ code, row = 0 }) => {
    const message = quoteFaults[code]
    return message === undefined ? [] : [{ index: Math.min(row, Math.max(0, rows.length - 1)), message }]
  })
  return { rows, faults }
}

const LOOKED_AT_ROWS = 60

/** The delimiter that gives the most rows of one width; null when none gives two columns. */
export function findDelimiter(text: string): Delimiter | null {
  let best: { delimiter: Delimiter; score: number } | null = null
  for (const delimiter of delimiters) {
    const { data } = papaparse.parse(text, { delimiter, preview: LOOKED_AT_ROWS })
    const widths = data.filter((row) => row.some((cell) => cell.trim() !== '')).map((row) => row.length)
    const score = evenness(widths)
    if (score > (best?.score ?? 0)) best = { delimiter, score }
  }
  return best?.delimiter ?? null
}

/** Share of rows that have the most frequent width above one, a little more for wide ones. */
function evenness(widths: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1)
  let best = 0
  for (const [width, count] of counts)
    best = Math.max(best, (count / widths.length) * (1 + Math.min(width, 50) / 100))
  return best
}

export interface CsvForm {
  readonly delimiter: Delimiter
  /** For Excel, which otherwise takes UTF-8 for a code page. */
  readonly withMark: boolean
}

export function writeCsv(rows: readonly (readonly string[])[], { delimiter, withMark }: CsvForm): string {
  const special = new RegExp(`["\\r\\n${delimiter === '|' ? '\\|' : delimiter}]|^\\s|\\s$`)
  const cell = (text: string) => (special.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const lines = rows.map((row) => `${row.map(cell).join(delimiter)}\r\n`)
  return (withMark ? '\ufeff' : '') + lines.join('')
}
