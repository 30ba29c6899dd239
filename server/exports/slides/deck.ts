/**
 * What every slide has: 16:9, a heading in its place, a line that says what made it, notes with what does not fit. Text
 * is native, so every word can be changed.
 */
import PptxGenJS from 'pptxgenjs'
import type { Look } from '#server/exports/slides/look.ts'
import { cut } from '#shared/document/fields.ts'
import { oneLine } from '#shared/report/clean.ts'
import { madeWords, words } from '#shared/report/file-words.ts'
import type { Report, ReportQuote } from '#shared/report/report.ts'

export type Slide = PptxGenJS.Slide
type TextRun = PptxGenJS.TextProps
type TableRow = PptxGenJS.TableRow

export const FACE = 'Calibri'
export const QUOTE_FACE = 'Georgia'
/** Inches. */
export const PAGE = { w: 13.333, h: 7.5, margin: 0.6 } as const
export const BODY = { x: PAGE.margin, y: 1.55, w: PAGE.w - 2 * PAGE.margin, h: 5.1 } as const

/** In one line, and not longer than fits; the notes hold the whole. */
export function brief(text: string, most: number): string {
  const line = oneLine(text)
  return line.length <= most ? line : `${cut(line, most - 1).trimEnd()}…`
}

export class Deck {
  readonly look: Look
  readonly report: Report
  readonly #pptx: PptxGenJS

  constructor(report: Report, look: Look) {
    this.look = look
    this.report = report
    this.#pptx = new PptxGenJS()
    this.#pptx.layout = 'LAYOUT_WIDE'
    this.#pptx.title = oneLine(report.title)
    this.#pptx.author = report.meta.exportedBy
    this.#pptx.company = oneLine(report.company)
    this.#pptx.subject = `${words.app} ${report.meta.appVersion}, ${report.meta.exportedAt}`
    this.#pptx.theme = { headFontFace: FACE, bodyFontFace: FACE }
    this.#define()
  }

  #define(): void {
    const { paper, main, onMain, text, quiet, hair } = this.look
    const { meta, responseRate } = this.report
    const state = meta.state === 'final' ? words.final : words.draft
    const foot = `${madeWords(meta.exportedAt, meta.exportedBy, meta.appVersion)} ${state}. ${responseRate}.`
    this.#pptx.defineSlideMaster({
      title: 'TITLE',
      background: { color: main },
      objects: [
        placeholder(
          'title',
          { x: 0.9, y: 2.2, w: 11.5, h: 1.6 },
          { color: onMain, fontSize: 40, bold: true, align: 'left', valign: 'bottom' },
        ),
        placeholder(
          'body',
          { x: 0.9, y: 4.0, w: 11.5, h: 1.9 },
          { color: onMain, fontSize: 18, align: 'left', valign: 'top' },
        ),
      ],
    })
    this.#pptx.defineSlideMaster({
      title: 'CONTENT',
      background: { color: paper },
      margin: PAGE.margin,
      slideNumber: {
        x: PAGE.w - 1.1,
        y: 7.02,
        w: 0.5,
        h: 0.3,
        color: quiet,
        fontFace: FACE,
        fontSize: 10,
        align: 'right',
      },
      objects: [
        placeholder(
          'title',
          { x: PAGE.margin, y: 0.4, w: BODY.w, h: 1 },
          { color: text, fontSize: 26, bold: true, align: 'left', valign: 'middle' },
        ),
        { line: { x: PAGE.margin, y: 6.95, w: BODY.w, h: 0, line: { color: hair, width: 0.75 } } },
        {
          text: {
            text: brief(foot, 200),
            options: {
              x: PAGE.margin,
              y: 7.02,
              w: 11,
              h: 0.3,
              fontSize: 10,
              color: quiet,
              fontFace: FACE,
              margin: 0,
            },
          },
        },
      ],
    })
  }

  cover(title: string, lines: readonly string[], notes: string): void {
    const slide = this.#pptx.addSlide({ masterName: 'TITLE' })
    slide.addText(brief(title, 140), { placeholder: 'title' })
    slide.addText(
      lines.map((line) => ({ text: brief(line, 220), options: { breakLine: true } })),
      { placeholder: 'body' },
    )
    marks(slide, this.look)
    slide.addNotes(notes)
  }

  slide(title: string, notes: readonly string[] = []): Slide {
    const slide = this.#pptx.addSlide({ masterName: 'CONTENT' })
    slide.addText(brief(title, 150), { placeholder: 'title' })
    if (notes.length > 0) slide.addNotes(notes.join('\n'))
    return slide
  }

  /** Rows over as many slides as they need; `head` on each. */
  tables(title: string, table: SlideTable): void {
    const { rows, perSlide = 9 } = table
    for (let from = 0; from < rows.length; from += perSlide) {
      const part = rows.slice(from, from + perSlide)
      const slide = this.slide(
        from === 0 ? title : `${title} (${Math.floor(from / perSlide) + 1})`,
        part.flatMap(({ notes }) => notes),
      )
      this.table(slide, { ...table, rows: part })
    }
  }

  table(
    slide: Slide,
    { head, rows, widths, y = BODY.y, fontSize = 14 }: SlideTable & { readonly y?: number },
  ): void {
    const { hair, quiet, text } = this.look
    const line = { type: 'solid', color: hair, pt: 0.75 } as const
    const none = { type: 'none' } as const
    const heading: TableRow = head.map((one) => ({
      text: one,
      options: { bold: true, color: quiet, fontSize: 12 },
    }))
    const body = rows.map(
      ({ cells }): TableRow =>
        cells.map((cell) =>
          typeof cell === 'string'
            ? { text: cell, options: { color: text } }
            : { text: cell.text, options: { color: text, ...cell.options } },
        ),
    )
    const total = widths.reduce((sum, one) => sum + one, 0)
    slide.addTable([heading, ...body], {
      x: BODY.x,
      y,
      w: BODY.w,
      colW: widths.map((one) => (one / total) * BODY.w),
      fontFace: FACE,
      fontSize,
      valign: 'middle',
      margin: [0.04, 0.08, 0.04, 0.08],
      border: [none, none, line, none],
    })
  }

  async bytes(): Promise<Uint8Array> {
    const file = await this.#pptx.write({ outputType: 'nodebuffer', compression: true })
    if (!(file instanceof Uint8Array)) throw new Error('The slides were not written as bytes.')
    return file
  }
}

export interface SlideTable {
  readonly head: readonly string[]
  readonly rows: readonly { readonly cells: readonly Cell[]; readonly notes: readonly string[] }[]
  /** In any unit: shares of the width. */
  readonly widths: readonly number[]
  readonly perSlide?: number
  readonly fontSize?: number
}

type Cell = string | { readonly text: string | TextRun[]; readonly options: PptxGenJS.TableCellProps }

function placeholder(
  name: 'title' | 'body',
  at: { x: number; y: number; w: number; h: number },
  {
    align,
    valign,
    ...style
  }: { color: string; fontSize: number; bold?: boolean; align: 'left'; valign: 'top' | 'middle' | 'bottom' },
): { placeholder: { options: PptxGenJS.PlaceholderProps; text: string } } {
  const options = { name, type: name, ...at, ...style, align, valign, fontFace: FACE, margin: 0 }
  return { placeholder: { options: options as PptxGenJS.PlaceholderProps, text: '' } }
}

/** A hollow ring, a stroke of highlighter, a solid disc: what the whole thing is about. */
function marks(slide: Slide, { highlight, onMain, main }: Look): void {
  slide.addShape('rect', { x: 1.15, y: 1.4, w: 1.1, h: 0.16, fill: { color: highlight } })
  slide.addShape('ellipse', {
    x: 0.9,
    y: 1.26,
    w: 0.44,
    h: 0.44,
    fill: { color: main },
    line: { color: onMain, width: 2.5 },
  })
  slide.addShape('ellipse', {
    x: 2.06,
    y: 1.26,
    w: 0.44,
    h: 0.44,
    fill: { color: '2A2FCB' },
    line: { color: onMain, width: 1 },
  })
}

export const quoteNotes = (quotes: readonly ReportQuote[]): string[] =>
  quotes.map(({ text, by }) => `“${text}” (${by})`)
