/** What every slide has in common: 16:9, a heading in its place, notes with what does not fit, tables over several. */
import { cut } from '#shared/document/fields.ts'
import { oneLine } from '#shared/report/clean.ts'
import type { Report } from '#shared/report/report.ts'
import type { ReportQuote } from '#shared/report/report-map.ts'
import type { Look } from '#shared/slides/look.ts'
import { type CellStyle, type Run, Sheet, type SlideCell } from '#shared/slides/sheet.ts'

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

type Cell = string | { readonly text: string | readonly Run[]; readonly options: CellStyle }

export interface SlideTable {
  readonly head: readonly string[]
  readonly rows: readonly { readonly cells: readonly Cell[]; readonly notes: readonly string[] }[]
  /** In any unit: shares of the width. */
  readonly widths: readonly number[]
  readonly perSlide?: number
}

export class Deck {
  readonly look: Look
  readonly report: Report
  /** After the cover. */
  readonly sheets: Sheet[] = []

  constructor(report: Report, look: Look) {
    this.look = look
    this.report = report
  }

  slide(name: string, title: string, notes: readonly string[] = []): Sheet {
    const sheet = new Sheet(brief(name, 40), brief(title, 150), notes)
    this.sheets.push(sheet)
    return sheet
  }

  /** Rows over as many slides as they need, as many on each as on the others; the head on each. */
  tables(name: string, title: string, { head, rows, widths, perSlide: most = 9 }: SlideTable): void {
    const perSlide = Math.ceil(rows.length / Math.ceil(rows.length / most))
    for (let from = 0; from < rows.length; from += perSlide) {
      const part = rows.slice(from, from + perSlide)
      const count = from === 0 ? '' : ` (${Math.floor(from / perSlide) + 1})`
      const sheet = this.slide(
        `${name}${count}`,
        `${title}${count}`,
        part.flatMap(({ notes }) => notes),
      )
      const { hair, quiet, text } = this.look
      const heading = head.map(
        (one): SlideCell => ({ text: one, options: { bold: true, color: quiet, fontSize: 12 } }),
      )
      const body = part.map(({ cells }) =>
        cells.map(
          (cell): SlideCell =>
            typeof cell === 'string'
              ? { text: cell, options: { color: text } }
              : { text: cell.text, options: { color: text, ...cell.options } },
        ),
      )
      const total = widths.reduce((sum, one) => sum + one, 0)
      sheet.table([heading, ...body], {
        x: BODY.x,
        y: BODY.y,
        w: BODY.w,
        colW: widths.map((one) => (one / total) * BODY.w),
        fontFace: FACE,
        fontSize: 14,
        rule: hair,
      })
    }
  }
}

export const quoteNotes = (quotes: readonly ReportQuote[]): string[] =>
  quotes.map(({ text, by }) => `“${text}” (${by})`)
