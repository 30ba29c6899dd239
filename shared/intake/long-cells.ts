/** A cell of a sheet holds only so much: what is longer goes on in columns after it, and is put together on reading. */
const LONGEST = 32_767
const CONTINUED = ' (continued)'

type Sheet = readonly (readonly string[])[]

export function splitLongCells(sheet: Sheet): string[][] {
  const [header = [], ...rows] = sheet.map((row) => row.map(piecesOf))
  const widths = header.map((_, index) => Math.max(1, ...rows.map((row) => row[index]?.length ?? 1)))
  const filled = (pieces: readonly string[], count: number) =>
    Array.from({ length: count }, (_, at) => pieces[at] ?? '')
  return [
    header.flatMap(([text = ''], index) =>
      Array.from({ length: widths[index] ?? 1 }, (_, at) => (at === 0 ? text : text + CONTINUED)),
    ),
    ...rows.map((row) => row.flatMap((pieces, index) => filled(pieces, widths[index] ?? 1))),
  ]
}

/** The same rows with what goes on in further columns in one cell. `header` is the index of the headings. */
export function joinLongCells(rows: Sheet, header: number): Sheet {
  const heads = rows[header] ?? []
  const base = heads.map((_, index) => {
    let from = index
    while (from > 0 && heads[from] === `${(heads[from - 1] ?? '').replace(CONTINUED, '')}${CONTINUED}`) from--
    return from
  })
  if (base.every((from, index) => from === index)) return rows
  return rows.map((row, at) => {
    if (at < header) return row
    const joined: string[] = []
    for (const [index, cell] of row.entries()) {
      const from = base[index] ?? index
      if (from === index) joined.push(cell)
      else if (at > header) joined[joined.length - 1] += cell
    }
    return joined
  })
}

/** Cut between characters, never within one. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  for (let at = 0; at < text.length || at === 0; ) {
    const end = at + LONGEST
    const last = text.charCodeAt(end - 1)
    const next = end < text.length && last >= 0xd800 && last <= 0xdbff ? end - 1 : end
    pieces.push(text.slice(at, next))
    at = next
  }
  return pieces
}
