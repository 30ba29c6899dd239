/**
 * Cells copied from a spreadsheet, put into the grid from the cell in hand on (SC-4a). What is a mark is filled in;
 * what is none is listed with its place and changes nothing. More cells than there is room for change nothing at all.
 */
import type { Cell, Mark } from '#client/features/mark/ballot-value.ts'
import type { Subject } from '#shared/rounds/kind.ts'

export interface Grid {
  readonly needs: readonly Subject[]
  /** In the order in which the person sees them. */
  readonly columns: readonly Subject[]
}

export interface Place {
  readonly row: number
  readonly column: number
}

export interface RefusedCell {
  readonly need: string
  readonly option: string
  readonly text: string
}

export type Pasted =
  | { readonly fits: false; readonly cells: number; readonly room: number }
  | {
      readonly fits: true
      readonly filled: readonly { readonly cell: Cell; readonly mark: Mark }[]
      readonly refused: readonly RefusedCell[]
    }

export function pasteMarks(text: string, { needs, columns }: Grid, from: Place): Pasted {
  const rows = spreadsheetRows(text)
  const width = Math.max(0, ...rows.map((row) => row.length))
  const roomDown = needs.length - from.row
  const roomAcross = columns.length - from.column
  if (rows.length > roomDown || width > roomAcross) {
    return { fits: false, cells: rows.length * width, room: roomDown * roomAcross }
  }
  const filled: { cell: Cell; mark: Mark }[] = []
  const refused: RefusedCell[] = []
  for (const [down, row] of rows.entries()) {
    for (const [across, cellText] of row.entries()) {
      const need = needs[from.row + down]
      const option = columns[from.column + across]
      const typed = cellText.trim()
      if (!need || !option || typed === '') continue
      const mark = readMark(typed)
      if (mark === undefined) refused.push({ need: need.title, option: option.title, text: typed })
      else filled.push({ cell: { needId: need.id, optionId: option.id }, mark })
    }
  }
  return { fits: true, filled, refused }
}

/** A whole number from 0 to 10, or "?"; undefined for anything else. */
function readMark(text: string): Mark | undefined {
  if (text === '?') return null
  return /^(?:\d|10)$/.test(text) ? Number(text) : undefined
}

/** Rows of tab-separated cells; a cell in quotes may hold tabs, line ends and doubled quotes. */
function spreadsheetRows(text: string): string[][] {
  const rows: string[][] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/gy
  let row: string[] = []
  while (cell.lastIndex < text.length) {
    const [, quoted, plain = '', end] = cell.exec(text) ?? []
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === '\t') {
      if (cell.lastIndex === text.length) row.push('')
      else continue
    }
    rows.push(row)
    row = []
  }
  return rows
}

/** A rectangle of the grid as lines a spreadsheet takes; unknown is "?". */
export const marksAsText = (rows: readonly (readonly Mark[])[]): string =>
  rows.map((row) => row.map((mark) => mark ?? '?').join('\t')).join('\n')
