/** A column of lines as cards: which fit, which are too long, and how those can be broken. Pure. */
import { LONGEST_CARD } from '#shared/board/card-edits.ts'

/** As many cards as go onto the board in one go, so that everyone can still read it. */
export const MOST_AT_ONCE = 100

export const linesIn = (text: string): string[] =>
  text
    .split(/\r\n|[\r\n\u2028\u2029]/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')

export interface Portion {
  /** Those to be added next. */
  readonly next: readonly string[]
  /** How many of all are longer than a card holds; they are never cut. */
  readonly tooLong: number
  /** What is there once the next ones are added, one a line. */
  readonly rest: readonly string[]
}

export function portionOf(lines: readonly string[]): Portion {
  const next: string[] = []
  const rest: string[] = []
  let tooLong = 0
  for (const line of lines) {
    const isLong = line.length > LONGEST_CARD
    if (isLong) tooLong++
    if (isLong || next.length === MOST_AT_ONCE) rest.push(line)
    else next.push(line)
  }
  return { next, tooLong, rest }
}

/** Whether everything can be added without a question. */
export const goesAtOnce = (lines: readonly string[]): boolean =>
  lines.length <= MOST_AT_ONCE && lines.every((line) => line.length <= LONGEST_CARD)

/** Breaks lines that are too long: after a sentence, else between words, else wherever a card is full. */
export const broken = (lines: readonly string[]): string[] => lines.flatMap(pieces)

function pieces(line: string): string[] {
  const found: string[] = []
  let rest = line
  while (rest.length > LONGEST_CARD) {
    const at = breakIn(rest)
    found.push(rest.slice(0, at).trim())
    rest = rest.slice(at).trim()
  }
  return [...found, rest].filter((piece) => piece !== '')
}

function breakIn(line: string): number {
  const head = line.slice(0, LONGEST_CARD)
  const sentence = head.search(/(?<=[.!?;:])\s(?!.*(?<=[.!?;:])\s)/su)
  if (sentence > 0) return sentence
  const space = head.search(/\s\S*$/u)
  if (space > 0) return space
  const isHalf = /[\uD800-\uDBFF]$/u.test(head)
  return isHalf ? LONGEST_CARD - 1 : LONGEST_CARD
}
