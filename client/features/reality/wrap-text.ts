/** Breaking words into lines of a width: at spaces first, inside a word where it is too long or has none, as Chinese. */

/** Width of a text in pixels at a size. */
export type Measure = (text: string, size: number, weight: number) => number

export interface Type {
  readonly size: number
  readonly weight: number
}

const canBreakAnywhere = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u

/** Never empty; no line is wider than `width`, unless a single letter is. */
export function wrapText(text: string, width: number, { size, weight }: Type, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  const fits = (candidate: string) => measure(candidate, size, weight) <= width
  for (const piece of piecesOf(text)) {
    const joined = line + piece
    if (fits(joined.trimEnd())) line = joined
    else {
      if (line.trim() !== '') lines.push(line.trimEnd())
      line = ''
      for (const letter of fits(piece.trimEnd()) ? [piece] : [...piece]) {
        if (line !== '' && !fits((line + letter).trimEnd())) {
          lines.push(line.trimEnd())
          line = ''
        }
        line += line === '' ? letter.trimStart() : letter
      }
    }
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd())
  return lines
}

/** Words with the space after them; letters of scripts without spaces one by one. */
function piecesOf(text: string): string[] {
  return text
    .trim()
    .split(/(?<=\s)/u)
    .flatMap((word) => (canBreakAnywhere.test(word) ? [...word] : [word]))
}
