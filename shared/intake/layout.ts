/** Where in a sheet the headings are, and which rows are totals. Found, shown, and changed by hand: never silently wrong. */
import { comparable } from '#shared/intake/names.ts'

type Row = readonly string[]

export const isBlank = (row: Row): boolean => row.every((cell) => cell.trim() === '')

const LOOKED_AT_ROWS = 20
const NUMBER = /^[+-]?[\d.,\s]+%?$/

/** Index of the row of headings: the one with the most headings that are known, else the first full row of words. */
export function findHeaderRow(rows: readonly Row[], isKnown: (header: string) => boolean): number {
  let best = { index: 0, score: -1 }
  const width = Math.max(1, ...rows.slice(0, LOOKED_AT_ROWS).map((row) => row.length))
  for (const [index, row] of rows.slice(0, LOOKED_AT_ROWS).entries()) {
    const words = row.filter((cell) => cell.trim() !== '' && !NUMBER.test(cell.trim()))
    if (words.length === 0) continue
    const known = words.filter(isKnown).length
    const score = known * 10 + (words.length / width) * 5 - index / LOOKED_AT_ROWS
    if (score > best.score) best = { index, score }
  }
  return best.index
}

const TOTALS =
  /^(grand |sub ?)?(totals?|sums?|summe|zwischensumme|gesamt(summe)?|insgesamt|average|averages|mean|means|durchschnitt|mittelwert|median|count|anzahl|total general|moyenne|somme|media|promedio|n)$/

/** Indexes of rows that sum up others: their first word says so. */
export function findTotalsRows(rows: readonly Row[], from: number): number[] {
  const found: number[] = []
  for (let index = from; index < rows.length; index++) {
    const first = rows[index]?.find((cell) => cell.trim() !== '')
    if (first !== undefined && first.length < 40 && TOTALS.test(comparable(first))) found.push(index)
  }
  return found
}
