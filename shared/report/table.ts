/** A table of the report: columns with stable names, rows of plain cells. */
export type Cell = string | number | boolean | null

export interface Column {
  readonly key: string
  readonly label: string
  /** In characters. */
  readonly width: number
}

export interface Table {
  /** File name of the CSV without ending. */
  readonly name: string
  /** Name of the sheet. */
  readonly title: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

export interface ColumnOf<T> extends Column {
  readonly value: (row: T) => Cell
}

export const col = <T>(key: string, label: string, width: number, value: (row: T) => Cell): ColumnOf<T> => ({
  key,
  label,
  width,
  value,
})

export function tableOf<T>(
  name: string,
  title: string,
  rows: readonly T[],
  columns: readonly ColumnOf<T>[],
): Table {
  return {
    name,
    title,
    columns: columns.map(({ key, label, width }) => ({ key, label, width })),
    rows: rows.map((row) => columns.map(({ value }) => value(row))),
  }
}

/** Two digits after the point are more than anybody can read out of so few people. */
export const figure = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : Math.round(value * 100) / 100

export const list = (all: readonly string[]): string => all.join('; ')
