/** Lines pasted at once, from a list or a column of a sheet, as notes to choose from (ID-4a). Pure. */
import { cut } from '#shared/document/fields.ts'
import { LONGEST_NOTE, noteKey } from '#shared/rounds/notes.ts'

export interface PastedLine {
  readonly text: string
  readonly isCut: boolean
  /** Written before, or earlier in the same paste. */
  readonly isKnown: boolean
}

/** One note a line, without bullets, numbers and empty cells; control characters become spaces. */
export function pastedLines(pasted: string, own: readonly string[]): readonly PastedLine[] {
  const known = new Set(own.map(noteKey))
  return pasted.split(/[\r\n\u2028\u2029]+/u).flatMap((line) => {
    const whole = cleanLine(line.replace(/^\s*(?:[-*•–·]|\d{1,3}[.)])\s+/u, ''))
    if (whole === '') return []
    const text = cut(whole, LONGEST_NOTE).trim()
    const key = noteKey(text)
    const isKnown = known.has(key)
    known.add(key)
    return [{ text, isCut: text.length < whole.length, isKnown }]
  })
}

/** A line as a note may hold it; empty when there is nothing to see in it. */
export function cleanLine(line: string): string {
  const text = line
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
  return /[^\p{C}\p{Z}]/u.test(text) ? text : ''
}
