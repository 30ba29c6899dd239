/** The sheets for sales as a PDF: exactly one page a stage, which also reads without colours (method R099). */
import type { Cell } from '#server/exports/pdf/cell.ts'
import { openFonts } from '#server/exports/pdf/fonts.ts'
import type { Style } from '#server/exports/pdf/lines.ts'
import { Paper } from '#server/exports/pdf/paper.ts'
import type { ExportSettings } from '#shared/protocol/export-calls.ts'
import { oneLine } from '#shared/report/clean.ts'
import { madeWords, words } from '#shared/report/file-words.ts'
import type { Report } from '#shared/report/report.ts'
import { fitted } from '#shared/report/sheet-fit.ts'
import { sheetWords, sourceWords } from '#shared/report/sheet-words.ts'
import { type SheetAnswer, type SheetAsk, type StageSheet, stageSheets } from '#shared/report/stage-sheet.ts'

const TEXT = '#17191D'
const QUIET = '#41464E'
const INK = '#2A2FCB'

const title: Style = { size: 22, isBold: true, colour: TEXT }
const part: Style = { size: 10.5, isBold: true, colour: TEXT }
const body: Style = { size: 10, colour: TEXT }
const strong: Style = { size: 10, isBold: true, colour: TEXT }
const small: Style = { size: 8.5, colour: TEXT }
const quiet: Style = { size: 8.5, colour: QUIET }
const head: Style = { size: 9, isBold: true, colour: QUIET }
const guess: Style = { size: 10, colour: QUIET }
const truth: Style = { size: 10, isBold: true, colour: INK }
const quote: Style = { size: 9.5, colour: INK }

/** Of what they ask and of what to say. */
const SHARES = [4, 5]
/** So that a heading near the foot never begins a page. */
const SPARE = 14

type Piece =
  | { readonly kind: 'name' | 'heading' | 'text'; readonly text: string; readonly style: Style }
  | { readonly kind: 'list'; readonly items: readonly (Cell & { readonly sign: string })[] }
  | { readonly kind: 'asks'; readonly asks: readonly SheetAsk[] }

export async function writeReportSheets(
  report: Report,
  { paper }: Pick<ExportSettings, 'paper'>,
): Promise<Uint8Array> {
  const { meta } = report
  const sheets = stageSheets(report)
  const page = new Paper(await openFonts(JSON.stringify([report.title, meta, report.sealed, sheets])), {
    paper,
    title: `${sheetWords.title}: ${oneLine(report.title)}`,
    author: meta.exportedBy,
    subject: madeWords(meta.exportedAt, meta.exportedBy, meta.appVersion),
    madeAt: new Date(meta.exportedAt),
    producer: `${words.app} ${meta.appVersion}`,
  })
  if (sheets.length === 0) page.paragraph(sheetWords.nothing, body)
  for (const [index, sheet] of sheets.entries()) {
    if (index > 0) page.page()
    const room = page.left - SPARE
    const heights: Heights = new Map()
    const shown = fitted(sheet, (one) => heightOf(page, piecesOf(one), heights) <= room)
    for (const piece of piecesOf(shown)) draw(page, piece)
  }
  const source = oneLine(sourceWords(report.title, meta))
  return page.bytes((number, of) => `${number} / ${of} · ${source}`, { size: 8, colour: QUIET })
}

function piecesOf(sheet: StageSheet): Piece[] {
  const { whoIsIn, endsWhen, note, asks, worries, more, does, next, quotes } = sheet
  return [
    text([`${sheetWords.title}`, sheet.phase, sheet.counts].filter((one) => one !== '').join(' · '), quiet),
    { kind: 'name', text: oneLine(`${sheet.number}. ${sheet.name}`), style: title },
    text(
      whoIsIn.length === 0
        ? sheetWords.whoIsInUnknown
        : `${sheetWords.whoIsIn}: ${whoIsIn.map(oneLine).join(', ')}`,
      body,
    ),
    text(endsWhen === '' ? sheetWords.endsWhenUnknown : `${sheetWords.endsWhen}: ${oneLine(endsWhen)}`, body),
    ...(note === '' ? [] : [text(note, strong)]),
    ...(asks.length === 0 && more === ''
      ? [text(sheetWords.nothingAsked, strong)]
      : [{ kind: 'asks' as const, asks }]),
    ...(more === '' ? [] : [text(more, strong)]),
    ...listed(
      sheetWords.worries,
      worries.map((one) => ({
        ...cell(`${one.text} (${one.said})`, one.whose === 'customers' ? truth : guess),
        sign: '–',
      })),
    ),
    ...listed(
      sheetWords.does,
      does.map((one) => ({ ...cell(one), sign: '–' })),
    ),
    ...listed(
      sheetWords.next,
      next.map((one) => ({ ...cell(one), sign: '–' })),
    ),
    ...listed(
      sheetWords.quotes,
      quotes.map((one) => ({ ...cell(`${oneLine(one.text)}” ${one.by}`, quote), sign: '“' })),
    ),
  ]
}

const text = (words_: string, style: Style): Piece => ({ kind: 'text', text: words_, style })
const cell = (words_: string, style: Style = body): Cell => ({ text: oneLine(words_), style })

const HEAD = [cell(sheetWords.asks, head), cell(sheetWords.answers, head)]

const listed = (heading: string, items: readonly (Cell & { readonly sign: string })[]): Piece[] =>
  items.length === 0
    ? []
    : [
        { kind: 'heading', text: heading, style: part },
        { kind: 'list', items },
      ]

const rowOf = (ask: SheetAsk): readonly Cell[] => [askCell(ask), answersCell(ask)]

function askCell({ text: asked, facts, whose }: SheetAsk): Cell {
  return {
    ...cell(asked, whose === 'customers' ? truth : guess),
    mark: whose === 'customers' ? 'truth' : 'guess',
    below: cell(facts, quiet),
  }
}

function answersCell({ without, answers, moreAnswers }: SheetAsk): Cell {
  const lines = [
    ...(without === '' ? [] : [{ ...cell(without, strong), mark: 'unknown' as const }]),
    ...answers.flatMap(answerLines),
    ...(moreAnswers === '' ? [] : [cell(moreAnswers, quiet)]),
  ]
  return stacked(lines) ?? cell('')
}

const answerLines = ({ text: said, worth, facts, link, bringIn }: SheetAnswer): Cell[] => [
  cell(said, worth === 'open' ? guess : strong),
  cell(facts.join(' · '), small),
  ...(link === '' ? [] : [cell(link, small)]),
  ...(bringIn === '' ? [] : [cell(sheetWords.bringIn(bringIn), small)]),
]

const stacked = (cells: readonly Cell[]): Cell | null =>
  cells.reduceRight<Cell | null>((below, one) => (below ? { ...one, below } : one), null)

function draw(page: Paper, piece: Piece): void {
  if (piece.kind === 'asks') page.table(HEAD, piece.asks.map(rowOf), SHARES)
  else if (piece.kind === 'list') page.list(piece.items)
  else if (piece.kind === 'name') page.heading(1, piece.text, piece.style)
  else if (piece.kind === 'heading') page.heading(2, piece.text, piece.style, { isMarked: false })
  else page.paragraph(piece.text, piece.style)
}

/** Of what they ask, each measured once. */
type Heights = Map<SheetAsk, number>

function known(heights: Heights, ask: SheetAsk, measured: () => number): number {
  const before = heights.get(ask) ?? measured()
  heights.set(ask, before)
  return before
}

/** With the space around it, as the page sets it. */
function heightOf(page: Paper, pieces: readonly Piece[], heights: Heights): number {
  return pieces.reduce((sum, piece) => sum + pieceHeight(page, piece, heights), 0)
}

function pieceHeight(page: Paper, piece: Piece, heights: Heights): number {
  if (piece.kind === 'asks')
    return piece.asks.reduce(
      (sum, ask) => sum + known(heights, ask, () => page.rowHeight(rowOf(ask), SHARES)),
      page.rowHeight(HEAD, SHARES) + 8,
    )
  if (piece.kind === 'list')
    return piece.items.reduce(
      (sum, item) =>
        sum + page.heightOf({ ...item, text: `${item.sign} ${item.text}` }) + 0.2 * item.style.size,
      4,
    )
  return page.heightOf(piece) + piece.style.size * { name: 0.3, heading: 1.1, text: 0.35 }[piece.kind]
}
