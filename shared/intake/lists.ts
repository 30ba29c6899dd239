/**
 * Several things in one cell: one a line, or with semicolons between them where there is one line. What is written by
 * `writeList` is read the same.
 */
export const readList = (cell: string): string[] =>
  cell
    .split(cell.includes('\n') ? '\n' : ';')
    .map((item) => item.trim())
    .filter((item) => item !== '')

export function writeList(items: readonly string[]): string {
  const lines = items.map((item) => item.replace(/\s+/g, ' ').trim()).filter((item) => item !== '')
  return lines.length === 1 && lines[0]?.includes(';') ? `${lines[0]}\n` : lines.join('\n')
}
