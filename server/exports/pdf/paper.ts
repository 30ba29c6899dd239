/**
 * Pages of a PDF: tagged blocks one below the other, a new page where one is full, a foot on each. Text can be
 * selected and read aloud in its order; headings are in the bookmarks.
 */
import PDFDocument from 'pdfkit'
import { type Cell, drawMark, markWidth } from '#server/exports/pdf/cell.ts'
import type { Face, FontBook } from '#server/exports/pdf/fonts.ts'
import { type Line, linesOf, type Style, type Type } from '#server/exports/pdf/lines.ts'

export interface PaperSettings {
  readonly paper: 'a4' | 'letter'
  readonly title: string
  readonly author: string
  readonly subject: string
  readonly madeAt: Date
  readonly producer: string
}

const MARGIN = 54
const FOOT = 40
const LEADING = 1.35
const THIN_STROKE = 0.045

type Outline = PDFKit.PDFOutline
type Part = PDFKit.PDFStructureElement

export class Paper {
  readonly #doc: PDFKit.PDFDocument
  readonly #root: Part
  readonly #book: FontBook
  readonly #registered = new Set<string>()
  readonly #type: Type
  #section: Outline | null = null
  #y = 0

  constructor(book: FontBook, { paper, title, author, subject, madeAt, producer }: PaperSettings) {
    this.#book = book
    this.#type = { book, measure: this.#measure, known: [new Map(), new Map()] }
    this.#doc = new PDFDocument({
      size: paper === 'a4' ? 'A4' : 'LETTER',
      margin: 0,
      autoFirstPage: false,
      bufferPages: true,
      pdfVersion: '1.7',
      tagged: true,
      lang: 'en',
      displayTitle: true,
      info: {
        Title: title,
        Author: author,
        Subject: subject,
        Producer: producer,
        Creator: producer,
        CreationDate: madeAt,
        ModDate: madeAt,
      },
    })
    this.#root = this.#doc.struct('Document')
    this.#doc.addStructure(this.#root)
    this.page()
  }

  get width(): number {
    return this.#doc.page.width - 2 * MARGIN
  }

  page(): void {
    this.#doc.addPage()
    this.#y = MARGIN
  }

  space(points: number): void {
    this.#y += points
  }

  /** What is left of the page, in points. */
  get left(): number {
    return this.#bottom - this.#y
  }

  /** Without the space after it. */
  heightOf(cell: Cell, indent = 0): number {
    return this.#cellHeight(cell, this.width - indent)
  }

  rowHeight(cells: readonly Cell[], shares: readonly number[]): number {
    return this.#rowHeight(cells, this.#widthsOf(shares))
  }

  /** A heading, also in the bookmarks unless it only parts a page. */
  heading(level: 1 | 2 | 3, text: string, style: Style, { isMarked = true } = {}): void {
    const height = style.size * LEADING
    this.#room(height * 3)
    if (isMarked && level === 2) this.#section = this.#doc.outline.addItem(text)
    else if (isMarked) (level === 1 ? this.#doc.outline : (this.#section ?? this.#doc.outline)).addItem(text)
    this.space(level === 1 ? 0 : style.size * 0.8)
    this.#block(`H${level}`, this.#root, text, style, MARGIN, this.width)
    this.space(style.size * 0.3)
  }

  paragraph(text: string, style: Style, indent = 0): void {
    if (text.trim() === '') return
    this.#block('P', this.#root, text, style, MARGIN + indent, this.width - indent)
    this.space(style.size * 0.35)
  }

  /** Items with a sign before each. */
  list(items: readonly (Cell & { readonly sign: string; readonly indent?: number })[]): void {
    if (items.length === 0) return
    const list = this.#doc.struct('L')
    this.#root.add(list)
    for (const { text, style, sign, indent = 0 } of items) {
      const item = this.#doc.struct('LI')
      list.add(item)
      this.#block('LBody', item, `${sign} ${text}`, style, MARGIN + indent, this.width - indent)
      this.space(style.size * 0.2)
    }
    this.space(4)
  }

  /** Cells as high as their text; the head again on each page. `shares` of the width. */
  table(head: readonly Cell[], rows: readonly (readonly Cell[])[], shares: readonly number[]): void {
    const widths = this.#widthsOf(shares)
    const table = this.#doc.struct('Table')
    this.#root.add(table)
    this.#row('TH', table, head, widths)
    for (const row of rows) {
      const before = this.#doc.bufferedPageRange().count
      this.#room(this.#rowHeight(row, widths))
      if (this.#doc.bufferedPageRange().count !== before) this.#headAgain(head, widths)
      this.#row('TD', table, row, widths)
    }
    this.space(8)
  }

  #widthsOf(shares: readonly number[]): number[] {
    const total = shares.reduce((sum, one) => sum + one, 0)
    return shares.map((one) => (one / total) * this.width)
  }

  #headAgain(head: readonly Cell[], widths: readonly number[]): void {
    this.#doc.markContent('Artifact', { type: 'Layout' })
    const top = this.#y
    this.#eachCell(head, widths, (cell, x, width) => this.#drawCell(cell, x, top + 3, width))
    this.#doc.endMarkedContent()
    this.#y = top + this.#rowHeight(head, widths)
  }

  #row(kind: 'TH' | 'TD', table: Part, cells: readonly Cell[], widths: readonly number[]): void {
    const top = this.#y
    const height = this.#rowHeight(cells, widths)
    const row = this.#doc.struct('TR')
    table.add(row)
    this.#eachCell(cells, widths, (cell, x, width) => {
      row.add(this.#doc.struct(kind, {}, () => this.#drawCell(cell, x, top + 3, width)))
    })
    this.#rule(top + height)
    this.#y = top + height
  }

  #eachCell(
    cells: readonly Cell[],
    widths: readonly number[],
    draw: (cell: Cell, x: number, width: number) => void,
  ): void {
    let x = MARGIN
    for (const [index, cell] of cells.entries()) {
      const width = widths[index] ?? 0
      draw(cell, x, width - GAP)
      x += width
    }
  }

  #rowHeight(cells: readonly Cell[], widths: readonly number[]): number {
    const heights = cells.map((cell, index) => this.#cellHeight(cell, (widths[index] ?? 0) - GAP))
    // One higher than a page goes over its end: no cell of a report is, and none may stop it.
    return Math.min(Math.max(0, ...heights) + 6, this.#doc.page.height - 2 * MARGIN - FOOT)
  }

  #cellHeight({ below, ...cell }: Cell, width: number): number {
    const own = this.#lines(cell, width - markWidth(cell)).length * cell.style.size * LEADING
    return own + (below ? this.#cellHeight(below, width) : 0)
  }

  #drawCell({ below, ...cell }: Cell, x: number, top: number, width: number): void {
    const aside = markWidth(cell)
    const lines = this.#lines(cell, width - aside)
    if (cell.mark) drawMark(this.#doc, cell.mark, cell.style, x, top)
    this.#draw(lines, cell.style, x + aside, top, width - aside)
    if (below) this.#drawCell(below, x, top + lines.length * cell.style.size * LEADING, width)
  }

  #lines({ text, style }: Cell, width: number): Line[] {
    return linesOf(text, style, width, this.#type)
  }

  #rule(y: number): void {
    this.#doc.markContent('Artifact', { type: 'Layout' })
    this.#doc
      .lineWidth(0.5)
      .strokeColor('#DADDD7')
      .moveTo(MARGIN, y)
      .lineTo(MARGIN + this.width, y)
      .stroke()
    this.#doc.endMarkedContent()
  }

  /** Text that may go over to the next page, line by line. */
  #block(kind: string, parent: Part, text: string, style: Style, x: number, width: number): void {
    const height = style.size * LEADING
    const lines = this.#lines({ text, style }, width)
    const element = this.#doc.struct(kind)
    parent.add(element)
    for (let from = 0; from < lines.length; ) {
      this.#room(height)
      const fits = Math.max(1, Math.floor((this.#bottom - this.#y) / height))
      const part = lines.slice(from, from + fits)
      const top = this.#y
      element.add(() => this.#draw(part, style, x, top, width))
      this.#y = top + part.length * height
      from += part.length
    }
  }

  get #bottom(): number {
    return this.#doc.page.height - MARGIN - FOOT
  }

  #room(height: number): void {
    if (this.#y + height > this.#bottom && this.#y > MARGIN) this.page()
  }

  #draw(lines: readonly Line[], { size, colour }: Style, x: number, top: number, width: number): void {
    for (const [index, line] of lines.entries()) {
      let at = line.isRtl ? x + width - line.width : x
      for (const { face, text, width: advance } of line.runs) {
        this.#font(face).fontSize(size).fillColor(colour)
        if (face.isThin) this.#doc.strokeColor(colour).lineWidth(size * THIN_STROKE)
        this.#doc.text(text, at, top + index * size * LEADING, {
          lineBreak: false,
          fill: true,
          stroke: face.isThin,
        })
        at += advance
      }
    }
  }

  #font(face: Face): PDFKit.PDFDocument {
    if (!this.#registered.has(face.file)) {
      this.#registered.add(face.file)
      this.#doc.registerFont(face.file, Buffer.from(this.#book.bytesOf(face)))
    }
    return this.#doc.font(face.file)
  }

  readonly #measure = (face: Face, size: number, text: string): number =>
    (this.#font(face).fontSize(100).widthOfString(text) / 100) * size

  /** On the right, beside what comes next; it says nothing that is not said in words. */
  picture({ bytes, width, height }: Picture): void {
    const scale = Math.min(LOGO.width / width, LOGO.height / height)
    const size = { width: width * scale, height: height * scale }
    this.#doc.markContent('Artifact', { type: 'Layout' })
    this.#doc.image(Buffer.from(bytes), MARGIN + this.width - size.width, this.#y, size)
    this.#doc.endMarkedContent()
    this.space(size.height + 8)
  }

  /** Ends the file; `foot` gives the line at the bottom of each page. */
  bytes(foot: (page: number, of: number) => string, style: Style): Promise<Uint8Array> {
    this.#root.end()
    const { count } = this.#doc.bufferedPageRange()
    for (let page = 0; page < count; page++) {
      this.#doc.switchToPage(page)
      this.#doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] })
      const lines = linesOf(foot(page + 1, count), style, this.width, this.#type).slice(0, 2)
      this.#draw(lines, style, MARGIN, this.#doc.page.height - MARGIN - 8, this.width)
      this.#doc.endMarkedContent()
    }
    const parts: Uint8Array[] = []
    return new Promise((resolve, reject) => {
      this.#doc.on('data', (part: Uint8Array) => parts.push(part))
      this.#doc.on('end', () => resolve(Buffer.concat(parts)))
      this.#doc.on('error', reject)
      this.#doc.end()
    })
  }
}

const GAP = 8

/** In points. */
const LOGO = { width: 150, height: 44 } as const

interface Picture {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}
