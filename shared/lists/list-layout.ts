/** How a list lies in its sheet: where its headings are, what its columns hold, which rows are totals. */
import type { Lane } from '#shared/board/schema.ts'
import type { DateOrder } from '#shared/intake/forms.ts'
import { findHeaderRow, findTotalsRows } from '#shared/intake/layout.ts'
import { findDateOrder } from '#shared/intake/values.ts'
import { knownHeadings, type ListColumn, listColumns } from '#shared/lists/list-columns.ts'
import type { ListShape } from '#shared/lists/list-fields.ts'

/** More come in with no list at once. */
export const MOST_ROWS = 5_000
export const MOST_COLUMNS = 200

/** Rows of a list, wherever they came from. */
export interface ListSheet {
  readonly rows: readonly (readonly string[])[]
  /** What is wrong with rows before they are read, by index. */
  readonly faults: readonly { readonly index: number; readonly message: string }[]
  /** Rows, counted from 1, that hold nothing but what a spreadsheet has computed. */
  readonly computed: readonly number[]
  /** Rows, counted from 1, in which a cell was computed. */
  readonly formulas: readonly number[]
}

export interface ListSettings {
  /** From 1; 0: the list has no headings. Found out when not said. */
  readonly headerRow?: number
  /** Field by index of the column. */
  readonly columns?: Readonly<Record<number, string>>
  /** Rows that look like totals, and are none. */
  readonly noTotals?: readonly number[]
  readonly dateOrder?: DateOrder
  /** For cards: the lane of those that say none. */
  readonly lane?: Lane
  /** For cards: id of a stage, or `new`, by the key of a stage's name. */
  readonly stages?: Readonly<Record<string, string>>
  /** Differences in which the list's words are taken: `row field`. */
  readonly taken?: ReadonlySet<string>
}

export interface ListLayout {
  /** From 1; 0: there are no headings. */
  readonly headerRow: number
  readonly columns: readonly ListColumn[]
  readonly leftOut: readonly { readonly row: number; readonly text: string }[]
  /** Null: no date of the list can be two days. */
  readonly dateOrder: { readonly form: DateOrder | null } | null
}

export function layOut(shape: ListShape, sheet: ListSheet, settings: ListSettings): ListLayout {
  const headerRow = settings.headerRow ?? foundHeader(sheet.rows, shape)
  const columns = mapped(shape, sheet, headerRow, settings)
  const due = columns.find(({ to }) => to === 'due')
  const shown = due && findDateOrder(sheet.rows.slice(headerRow).map((row) => row[due.index] ?? ''))
  return {
    headerRow,
    columns,
    leftOut: totals(sheet, headerRow, settings),
    dateOrder: shown ? { form: settings.dateOrder ?? (shown.isSure ? shown.form : null) } : null,
  }
}

/** The first row in which a heading is known; 0 when there is none. */
function foundHeader(rows: ListSheet['rows'], shape: ListShape): number {
  const index = findHeaderRow(rows, (header) => knownHeadings([header], shape) > 0)
  return knownHeadings(rows[index] ?? [], shape) > 0 ? index + 1 : 0
}

function mapped(
  shape: ListShape,
  { rows }: ListSheet,
  headerRow: number,
  settings: ListSettings,
): readonly ListColumn[] {
  const widest = rows.slice(0, MOST_ROWS).reduce((most, row) => Math.max(most, row.length), 0)
  const head = headerRow === 0 ? [] : (rows[headerRow - 1] ?? [])
  const headers = Array.from({ length: Math.min(MOST_COLUMNS, widest) }, (_, index) => head[index] ?? '')
  const chosen = { ...settings.columns }
  // Without headings the first column is what the list is of.
  const isSaid = Object.values(chosen).includes(shape.main)
  if (headerRow === 0 && chosen[0] === undefined && !isSaid) chosen[0] = shape.main
  return listColumns(headers, shape, chosen)
}

function totals({ rows, computed }: ListSheet, headerRow: number, { noTotals }: ListSettings) {
  const named = findTotalsRows(rows, headerRow).map((index) => index + 1)
  const wanted = new Set(noTotals)
  return [...new Set([...named, ...computed])]
    .filter((row) => row > headerRow && !wanted.has(row))
    .sort((a, b) => a - b)
    .map((row) => ({ row, text: (rows[row - 1] ?? []).filter(Boolean).join(' · ').slice(0, 200) }))
}
