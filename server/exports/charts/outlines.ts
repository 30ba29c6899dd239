/** Text as outlines of letters, so that a picture looks the same wherever it is drawn, in every script we have fonts for. */
import { create, type Font } from 'fontkit'
import type { Face, FontBook } from '#server/exports/pdf/fonts.ts'
import { linesOf, type Type } from '#server/exports/pdf/lines.ts'
import { num, type Words } from '#shared/charts/drawing.ts'

const THIN_STROKE = 0.045

export class Outlines {
  readonly #book: FontBook
  readonly #fonts = new Map<string, Font>()
  readonly #type: Type

  constructor(book: FontBook) {
    this.#book = book
    this.#type = {
      book,
      known: [new Map(), new Map()],
      measure: (face, size, text) => {
        const font = this.#font(face)
        return (font.layout(text).advanceWidth / font.unitsPerEm) * size
      },
    }
  }

  /** As a part of an SVG. */
  readonly of = ({ x, y, size, text, colour, isBold = false, anchor = 'start' }: Words): string => {
    const [line] = linesOf(text, { size, isBold, colour }, Number.POSITIVE_INFINITY, this.#type)
    if (!line) return ''
    let at = anchor === 'start' ? x : x - line.width / (anchor === 'end' ? 1 : 2)
    return line.runs
      .map(({ face, text: run, width }) => {
        const drawn = this.#run(face, run, { x: at, y, size, colour })
        at += width
        return drawn
      })
      .join('')
  }

  #run(face: Face, text: string, to: Pick<Words, 'x' | 'y' | 'size' | 'colour'>): string {
    const font = this.#font(face)
    const scale = to.size / font.unitsPerEm
    const { glyphs, positions } = font.layout(text)
    const stroke = face.isThin
      ? ` stroke="#${to.colour}" stroke-width="${num(THIN_STROKE * font.unitsPerEm)}"`
      : ''
    let at = to.x
    return glyphs
      .map((glyph, index) => {
        const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {}
        const d = glyph.path.toSVG()
        const left = at + xOffset * scale
        at += xAdvance * scale
        if (d === '') return ''
        return `<path d="${d}" fill="#${to.colour}"${stroke} transform="translate(${num(left)} ${num(to.y - yOffset * scale)}) scale(${scale.toFixed(6)} ${(-scale).toFixed(6)})"/>`
      })
      .join('')
  }

  #font(face: Face): Font {
    const known = this.#fonts.get(face.file)
    if (known) return known
    const font = create(this.#book.bytesOf(face))
    this.#fonts.set(face.file, font)
    return font
  }
}
