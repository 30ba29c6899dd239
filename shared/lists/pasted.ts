/**
 * Cells as Excel, Sheets and Numbers put them on the clipboard: tabs between them, and quotes only around a cell that
 * needs them. A quote that no such cell closes is a quote: `5" pipe` and `"Yes," she said` come in as they are.
 */
import { findDelimiter, readCsv } from '#shared/intake/csv.ts'

type Rows = readonly (readonly string[])[]

/** Rows of tab separated cells. */
export function readPastedCells(text: string): Rows {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const { cell, next } = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at)
    row.push(cell)
    const sign = text[next]
    if (sign === '\t' && next + 1 < text.length) {
      at = next + 1
      continue
    }
    if (sign === '\t') row.push('')
    rows.push(row)
    row = []
    at = next + (text.startsWith('\r\n', next) ? 2 : 1)
  }
  return rows
}

interface Cell {
  readonly cell: string
  /** Where the sign behind it stands. */
  readonly next: number
}

const ENDS = /[\t\r\n]/g

function plainCell(text: string, from: number): Cell {
  ENDS.lastIndex = from
  const next = ENDS.exec(text)?.index ?? text.length
  return { cell: text.slice(from, next), next }
}

function quotedCell(text: string, from: number): Cell {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] === '"') {
      at++
      continue
    }
    const after = text[at + 1]
    if (after !== undefined && !'\t\r\n'.includes(after)) break
    return { cell: text.slice(from + 1, at).replaceAll('""', '"'), next: at + 1 }
  }
  return plainCell(text, from)
}

/**
 * What was pasted, as rows: cells where there are tabs; a delimited text where its first row holds headings that are
 * known; else a line a row.
 */
export function readPasted(text: string, isHeading: (cells: readonly string[]) => boolean): Rows {
  const clean = text.replace(/^\ufeff/, '')
  if (clean.includes('\t')) return readPastedCells(clean)
  const delimiter = findDelimiter(clean)
  if (delimiter !== null) {
    const { rows, faults } = readCsv(clean, delimiter)
    if (faults.length === 0 && isHeading(rows[0] ?? [])) return rows
  }
  return readPastedCells(clean)
}
