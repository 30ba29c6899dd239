/** Cells of a table in a PDF, and the marks before their words. */
import type { Style } from '#server/exports/pdf/lines.ts'

/** How a value is drawn: a guess hollow, what customers said solid, the unknown hatched. */
type Mark = 'guess' | 'truth' | 'unknown'

export interface Cell {
  readonly text: string
  readonly style: Style
  /** Drawn before the text, which says the same. */
  readonly mark?: Mark
  /** In the same cell, in another style. */
  readonly below?: Cell
}

/** Room for the mark and the space after it. */
export const markWidth = ({ mark, style }: Cell): number => (mark ? style.size * 1.15 : 0)

/** In the colour of the text; told apart by their fill alone, so also without colours. */
export function drawMark(
  page: PDFKit.PDFDocument,
  mark: Mark,
  { size, colour }: Style,
  x: number,
  top: number,
): void {
  const r = size * 0.36
  const y = top + size * 0.68
  const doc = page
    .lineWidth(size * 0.1)
    .strokeColor(colour)
    .fillColor(colour)
  if (mark === 'truth') doc.circle(x + r, y, r).fill()
  else if (mark === 'guess') doc.circle(x + r, y, r * 0.88).stroke()
  else {
    doc.rect(x, y - r, 2 * r, 2 * r).stroke()
    for (const part of [0.5, 1, 1.5])
      doc
        .moveTo(x + Math.max(0, part - 1) * 2 * r, y + r - Math.min(1, part) * 2 * r)
        .lineTo(x + Math.min(1, part) * 2 * r, y + r - Math.max(0, part - 1) * 2 * r)
        .stroke()
  }
}
