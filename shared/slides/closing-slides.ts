/** Slides of the closing: what we know now, what we still do not know, when we look again, the sponsor's word. */
import { CLOSING, sponsorLines } from '#shared/report/closing-lines.ts'
import { words } from '#shared/report/file-words.ts'
import { brief, type Deck, QUOTE_FACE } from '#shared/slides/deck.ts'

/** So much of a sentence fits; the notes hold the whole. */
const MOST = 420
const PER_SLIDE = 5

export function closingSlides(deck: Deck): void {
  const { known, unknown, looks } = deck.report.closing
  lines(deck, 'What we know now', known, '')
  lines(deck, 'What we still do not know', unknown, words.unknown)
  if (looks.length > 0)
    deck.tables(CLOSING, 'When we look again', {
      head: ['Day', 'What we look at'],
      widths: [1.6, 10],
      perSlide: PER_SLIDE,
      rows: looks.map(({ day, words: what }) => ({
        cells: [day, brief(what, MOST)],
        notes: what.length > MOST ? [what] : [],
      })),
    })
  const said = sponsorLines(deck.report.closing)
  if (said.length > 0)
    deck.tables(CLOSING, 'The sponsor’s word', {
      head: [''],
      widths: [1],
      rows: said.map((one) => ({
        cells: [{ text: brief(one, MOST), options: { fontFace: QUOTE_FACE, fontSize: 18 } }],
        notes: one.length > MOST ? [one] : [],
      })),
    })
}

function lines(deck: Deck, title: string, all: readonly string[], sign: string): void {
  if (all.length === 0) return
  deck.tables(CLOSING, title, {
    head: ['', ''],
    widths: [0.4, 12],
    perSlide: PER_SLIDE,
    rows: all.map((one) => ({ cells: [sign, brief(one, MOST)], notes: one.length > MOST ? [one] : [] })),
  })
}
