/** Lines of text in several fonts and both directions: cut where words end, runs in the order in which they are seen. */
import bidi from 'bidi-js'
import type { Face, FontBook } from '#server/exports/pdf/fonts.ts'

export interface Style {
  readonly size: number
  readonly isBold?: boolean
  readonly colour: string
}

export interface Run {
  readonly face: Face
  readonly text: string
  readonly width: number
}

export interface Line {
  readonly runs: readonly Run[]
  readonly width: number
  readonly isRtl: boolean
}

/** Fonts, and how wide a text is in one of them. */
export interface Type {
  readonly book: FontBook
  readonly measure: (face: Face, size: number, text: string) => number
  /** Widths of words at size 1, regular and bold: a report has the same ones over and over. */
  readonly known: readonly [Map<string, number>, Map<string, number>]
}

const { getEmbeddingLevels } = bidi()

/** Right-to-left scripts, and marks that set a direction. */
const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
/** Characters after which a line may end without a space. */
const CJK = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u

/** Lines of at most `width`; each line break of the text begins a new one. */
export function linesOf(text: string, style: Style, width: number, type: Type): Line[] {
  const lines: Line[] = []
  for (const paragraph of text.split('\n')) {
    let current = ''
    let used = 0
    let end = 0
    for (const word of wordsOf(paragraph, style, width, type)) {
      const shown = word.trimEnd()
      const size = widthOf(shown, style, type)
      if (current !== '' && used + size > width) {
        lines.push(lineOf(current.trimEnd(), style, type, end))
        current = ''
        used = 0
      }
      current += word
      end = used + size
      used = end + (word.length - shown.length) * widthOf(' ', style, type)
    }
    lines.push(lineOf(current.trimEnd(), style, type, end))
  }
  return lines
}

/** Words with the space after them; those wider than a line in pieces. */
function wordsOf(text: string, style: Style, width: number, type: Type): string[] {
  const words = text.match(/\S+\s*|\s+/gu) ?? []
  return words.flatMap((word) => {
    const parts = CJK.test(word) ? [...word].reduce(byCharacter, []) : [word]
    return parts.flatMap((part) =>
      widthOf(part.trimEnd(), style, type) <= width ? [part] : cutToFit(part, style, width, type),
    )
  })
}

/** Each ideograph alone, everything else together. */
function byCharacter(parts: string[], character: string): string[] {
  const last = parts.at(-1)
  if (last === undefined || CJK.test(character) || CJK.test(last)) parts.push(character)
  else parts[parts.length - 1] = last + character
  return parts
}

function cutToFit(word: string, style: Style, width: number, type: Type): string[] {
  const parts: string[] = []
  let part = ''
  let used = 0
  for (const character of word) {
    const size = widthOf(character, style, type)
    if (part !== '' && used + size > width) {
      parts.push(part)
      part = ''
      used = 0
    }
    part += character
    used += size
  }
  return [...parts, part]
}

function widthOf(text: string, style: Style, type: Type): number {
  const known = type.known[style.isBold ? 1 : 0]
  let width = known.get(text)
  if (width === undefined) {
    width = inFaces(text, style, type).reduce(
      (sum, { face, text: run }) => sum + type.measure(face, 1, run),
      0,
    )
    known.set(text, width)
  }
  return width * style.size
}

/** `width` is that of its words: measured again only where runs lie beside each other. */
function lineOf(text: string, style: Style, type: Type, width: number): Line {
  const { runs, isRtl } = RTL.test(text)
    ? visual(text, style, type)
    : { runs: inFaces(text, style, type), isRtl: false }
  const [only] = runs
  if (only && runs.length === 1) return { runs: [{ ...only, width }], width, isRtl }
  const measured = runs.map((run) => ({ ...run, width: type.measure(run.face, style.size, run.text) }))
  return { runs: measured, width: measured.reduce((sum, run) => sum + run.width, 0), isRtl }
}

type Piece = Pick<Run, 'face' | 'text'>

/** One character that stands for those no font has. */
const MISSING = '\u25a1'

/** What stays with the character before it. */
const MARKS = /\p{M}|[\u200b-\u200f]|\ufe0f/u

/** Pieces of one font each. Spaces and marks stay with what is before them. */
function inFaces(text: string, { isBold = false }: Style, { book }: Type): Piece[] {
  const pieces: { face: Face; text: string }[] = []
  for (const character of text) {
    const last = pieces.at(-1)
    if (last && character > '~' && MARKS.test(character)) {
      if (book.faceOf(character, isBold)?.file === last.face.file) last.text += character
      continue
    }
    const own = book.faceOf(character, isBold)
    const face = own ?? book.faceOf(MISSING, isBold) ?? book.faceOf('?', isBold)
    if (!face) continue
    const shown = own ? character : book.faceOf(MISSING, isBold) ? MISSING : '?'
    if (last && last.face.file === face.file) last.text += shown
    else pieces.push({ face, text: shown })
  }
  return pieces
}

/** In the order of the eye (Unicode bidirectional algorithm, rule L2); the font itself turns a run round. */
function visual(text: string, style: Style, type: Type): { runs: Piece[]; isRtl: boolean } {
  const { levels, paragraphs } = getEmbeddingLevels(text, 'auto')
  const pieces: { text: string; level: number }[] = []
  let at = 0
  for (const character of text) {
    const level = levels[at] ?? 0
    const last = pieces.at(-1)
    if (last && last.level === level) last.text += character
    else pieces.push({ text: character, level })
    at += character.length
  }
  const runs = pieces.map(({ text: part, level }) => ({ level, pieces: inFaces(part, style, type) }))
  const ordered = reordered(runs)
  return {
    runs: ordered.flatMap(({ level, pieces: own }) => (level % 2 === 1 ? [...own].reverse() : own)),
    isRtl: (paragraphs[0]?.level ?? 0) % 2 === 1,
  }
}

function reordered<T extends { readonly level: number }>(runs: readonly T[]): T[] {
  const all = [...runs]
  const highest = Math.max(0, ...all.map(({ level }) => level))
  for (let level = highest; level >= 1; level--) {
    for (let from = 0; from < all.length; from++) {
      let to = from
      while (to < all.length && (all[to]?.level ?? 0) >= level) to++
      if (to > from) all.splice(from, to - from, ...all.slice(from, to).reverse())
      from = to
    }
  }
  return all
}
