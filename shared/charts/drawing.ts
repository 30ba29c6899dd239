/**
 * A chart as a drawing: shapes and texts at places, and nothing that only one program knows. Written as SVG with text
 * as text, or with text as somebody else makes outlines of it.
 */
import { cut } from '#shared/document/fields.ts'
import { oneLine } from '#shared/report/clean.ts'
import type { Look } from '#shared/slides/look.ts'

/** Six hexadecimal digits. */
type Colour = string

interface Stroke {
  readonly stroke?: Colour
  readonly width?: number
  readonly isDashed?: boolean
}

export interface Words {
  readonly is: 'text'
  readonly x: number
  /** Of the line on which letters stand. */
  readonly y: number
  readonly size: number
  readonly text: string
  readonly colour: Colour
  readonly isBold?: boolean
  readonly anchor?: 'start' | 'middle' | 'end'
}

export type Mark =
  | (Stroke & {
      readonly is: 'rect'
      readonly x: number
      readonly y: number
      readonly w: number
      readonly h: number
      readonly fill?: Colour
    })
  | (Stroke & {
      readonly is: 'disc'
      readonly x: number
      readonly y: number
      readonly r: number
      readonly fill: Colour
    })
  | (Stroke & { readonly is: 'way'; readonly d: string })
  | Words

export interface Drawing {
  /** File name without ending. */
  readonly name: string
  readonly title: string
  /** What it says to those who cannot see it. */
  readonly says: string
  readonly width: number
  readonly height: number
  readonly marks: readonly Mark[]
}

export const WIDTH = 960
/** Points of a screen a unit: as large as it stands in a page of text. */
export const SCALE = 0.75
export const EDGE = 40

/** In one line and at most so many characters. */
export function brief(text: string, most: number): string {
  const line = oneLine(text)
  return line.length <= most ? line : `${cut(line, most - 1).trimEnd()}…`
}

/** Lines of about so many characters, at most so many of them. */
function wrapped(text: string, most: number, lines: number): string[] {
  const all: string[] = []
  for (const word of oneLine(text).split(' ')) {
    const last = all.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= most) all[all.length - 1] = `${last} ${word}`
    else all.push(brief(word, most))
  }
  if (all.length <= lines) return all
  return [...all.slice(0, lines - 1), brief(all.slice(lines - 1).join(' '), most)]
}

interface Framed {
  readonly name: string
  readonly title: string
  /** What it rests on; stands below. */
  readonly note: string
  readonly says: string
  readonly look: Look
  readonly height: number
  /** From `top` on. */
  readonly body: (top: number) => readonly Mark[]
}

/** A heading over it, what it rests on below. */
export function framed({ name, title, note, says, look, height, body }: Framed): Drawing {
  const head = wrapped(title, 70, 2)
  const foot = wrapped(note, 132, 2)
  const top = EDGE + head.length * 30 + 14
  const under = top + height + 22
  const whole = under + foot.length * 19 + 14
  return {
    name,
    title,
    says,
    width: WIDTH,
    height: whole,
    marks: [
      { is: 'rect', x: 0, y: 0, w: WIDTH, h: whole, fill: look.paper },
      ...head.map(
        (text, line): Mark => ({
          is: 'text',
          x: EDGE,
          y: EDGE + 10 + line * 30,
          size: 23,
          text,
          colour: look.text,
          isBold: true,
        }),
      ),
      ...body(top),
      ...foot.map(
        (text, line): Mark => ({
          is: 'text',
          x: EDGE,
          y: under + line * 19,
          size: 13,
          text,
          colour: look.quiet,
        }),
      ),
    ],
  }
}

/** Unknown: hatched, with a dashed edge. */
export function hatched(x: number, y: number, w: number, h: number, look: Look): Mark[] {
  const lines: string[] = []
  for (let at = 7; at < w + h; at += 7) {
    const [fromX, fromY] = at <= h ? [0, at] : [at - h, h]
    const [toX, toY] = at <= w ? [at, 0] : [w, at - w]
    lines.push(`M${num(x + fromX)} ${num(y + fromY)}L${num(x + toX)} ${num(y + toY)}`)
  }
  return [
    { is: 'way', d: lines.join(''), stroke: look.quiet, width: 1 },
    { is: 'rect', x, y, w, h, stroke: look.quiet, width: 1, isDashed: true },
  ]
}

export const num = (value: number): string => String(Math.round(value * 100) / 100)

const FACES = "'Hanken Grotesk', 'Segoe UI', 'Noto Sans', Calibri, Arial, sans-serif"

/** An SVG that needs no other file. */
export function svgOf(drawing: Drawing, textAs: (words: Words) => string = asText): string {
  const { width, height, title, says, marks } = drawing
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${num(width * SCALE)}" height="${num(height * SCALE)}" viewBox="0 0 ${num(width)} ${num(height)}" role="img">`,
    `<title>${escaped(title)}</title><desc>${escaped(says)}</desc>`,
    ...marks.map((mark) => (mark.is === 'text' ? textAs(mark) : shapeOf(mark))),
    '</svg>\n',
  ].join('\n')
}

function shapeOf(mark: Exclude<Mark, Words>): string {
  const stroke =
    mark.stroke === undefined ? '' : ` stroke="#${mark.stroke}" stroke-width="${num(mark.width ?? 1)}"`
  const line = `${stroke}${mark.isDashed ? ' stroke-dasharray="5 4"' : ''}`
  if (mark.is === 'way') return `<path d="${mark.d}" fill="none"${line}/>`
  const fill = mark.fill === undefined ? 'none' : `#${mark.fill}`
  if (mark.is === 'disc')
    return `<circle cx="${num(mark.x)}" cy="${num(mark.y)}" r="${num(mark.r)}" fill="${fill}"${line}/>`
  const { x, y, w, h } = mark
  return `<rect x="${num(x)}" y="${num(y)}" width="${num(w)}" height="${num(h)}" fill="${fill}"${line}/>`
}

function asText({ x, y, size, text, colour, isBold = false, anchor = 'start' }: Words): string {
  return `<text x="${num(x)}" y="${num(y)}" font-family="${FACES}" font-size="${num(size)}"${isBold ? ' font-weight="700"' : ''}${anchor === 'start' ? '' : ` text-anchor="${anchor}"`} fill="#${colour}">${escaped(text)}</text>`
}

const escaped = (text: string): string =>
  text
    // What XML has no place for.
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
