/** Rows of cells as a spreadsheet takes them from the clipboard: tabs between, one line each, unknown left empty. */
export const asLines = (rows: readonly (readonly (string | number | null | undefined)[])[]): string =>
  rows.map((cells) => cells.map((cell) => String(cell ?? '').replaceAll(/\s+/gu, ' ')).join('\t')).join('\n')
