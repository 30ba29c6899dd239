/** The faulty rows of a table with what is wrong with each, as a file to be mended and sent again. */
import { writeCsv } from '#shared/intake/csv.ts'
import type { Delimiter } from '#shared/intake/forms.ts'
import { guardRaw } from '#shared/intake/guard.ts'
import type { IntakeProblem } from '#shared/intake/row.ts'

/** `headerRow` as a spreadsheet counts; 0 where there are no headings. */
export function faultyRowsCsv(
  rows: readonly (readonly string[])[],
  headerRow: number,
  problems: readonly IntakeProblem[],
  delimiter: Delimiter,
): string {
  const messages = new Map<number, string[]>()
  for (const { row, column, level, message } of problems) {
    if (row === null || level === 'notice') continue
    const said = column === null ? message : `${column}: ${message}`
    const others = messages.get(row)
    if (others) others.push(said)
    else messages.set(row, [said])
  }
  const header = headerRow === 0 ? [] : (rows[headerRow - 1] ?? [])
  const lines = [...messages]
    .sort(([a], [b]) => a - b)
    .map(([row, said]) => [String(row), said.join('; '), ...(rows[row - 1] ?? [])].map(guardRaw))
  return writeCsv([['row', 'problem', ...header.map(guardRaw)], ...lines], { delimiter, withMark: true })
}
