/** Slides about what matters and about the competition: rings are guesses, discs are customers, hatched is unknown. */
import { words } from '#shared/report/file-words.ts'
import type { ReportCell, ReportNeed } from '#shared/report/report.ts'
import { gapLine, verdictLine } from '#shared/report/summary.ts'
import { BODY, brief, type Deck, FACE, quoteNotes, type SlideTable } from '#shared/slides/deck.ts'
import type { Sheet } from '#shared/slides/sheet.ts'

const { sections, slides } = words

export function askedSlide(deck: Deck): void {
  const { report, look } = deck
  const lines = [
    report.goal === '' ? '' : `Goal: ${report.goal}`,
    report.decisionToMake === '' ? '' : `Decision: ${report.decisionToMake}`,
    `Response rate: ${report.responseRate}`,
    `Room: ${report.functions.map(({ name, seats }) => `${name} ${seats}`).join(', ')}`,
    ...report.caveats,
    ...report.sealed,
  ].filter((line) => line !== '')
  const slide = deck.slide(slides.asked, sections.decide, lines)
  slide.text(
    lines
      .slice(0, 9)
      .map((line) => ({ text: brief(line, 190), options: { breakLine: true, paraSpaceAfter: 8 } })),
    { ...BODY, fontFace: FACE, fontSize: 18, color: look.text, valign: 'top', margin: 0 },
  )
}

/** Our ballots as a chart of PowerPoint: in pencil, as nobody but us said it. */
export function guessSlide(deck: Deck): void {
  const { report, look } = deck
  const guessed = report.needs.filter(({ guess }) => guess?.mean != null)
  const first = guessed[0]?.guess
  if (!first) return
  const sorted = [...guessed].sort((a, b) => (a.guess?.mean ?? 0) - (b.guess?.mean ?? 0))
  const slide = deck.slide(slides.guess, 'What we guessed', [
    first.label,
    ...guessed.map(({ title, statement }) => `${title}: ${statement}`),
  ])
  slide.bars(
    [
      {
        name: 'Our guess, points',
        labels: sorted.map(({ title }) => brief(title, 44)),
        values: sorted.map(({ guess }) => guess?.shown ?? guess?.mean ?? 0),
        colour: look.pencil,
      },
    ],
    {
      ...BODY,
      h: 4.6,
      way: 'lying',
      isHollow: true,
      text: look.text,
      quiet: look.quiet,
      hair: look.hair,
      altText: 'Bars: points of our guess by need',
    },
  )
  label(slide, deck, first.label)
}

const label = (slide: Sheet, { look }: Deck, text: string): void => {
  slide.text(brief(text, 320), {
    x: BODY.x,
    y: 6.35,
    w: BODY.w,
    h: 0.5,
    fontFace: FACE,
    fontSize: 12,
    color: look.quiet,
    margin: 0,
  })
}

/** One row a need: ring for our guess, disc for the customers, the way between. Native shapes that can be moved. */
export function realitySlides(deck: Deck): void {
  const { report } = deck
  const shown = report.needs.filter(({ guess, customers }) => guess?.mean != null || customers?.mean != null)
  if (shown.length === 0 || !report.isOpen) return
  const sorted = [...shown].sort((a, b) => (b.customers?.mean ?? -1) - (a.customers?.mean ?? -1))
  const most = Math.max(
    10,
    ...sorted.flatMap(({ guess, customers }) => [guess?.mean ?? 0, customers?.mean ?? 0]),
  )
  for (let from = 0; from < sorted.length; from += ROWS) {
    const part = sorted.slice(from, from + ROWS)
    const slide = deck.slide(slides.reality, verdictLine(report) || sections.needs, part.map(needNote))
    for (const [index, need] of part.entries())
      needRow(slide, deck, need, BODY.y + 0.35 + index * 0.62, most, index === 0 && from === 0)
    legend(slide, deck)
    const { guessN, customersN } = report.needsTotal
    label(
      slide,
      deck,
      [`Our guess: ${guessN} of us.`, `Customers: ${customersN}.`, ...report.caveats, report.orderWords].join(
        ' ',
      ),
    )
  }
}

const ROWS = 7
const AXIS = { x: 4.9, w: 4.6 } as const
const DOT = 0.22

const needNote = (need: ReportNeed): string =>
  [need.title, need.statement, need.guess?.label ?? '', need.customers?.label ?? '', gapLine(need)]
    .filter((part) => part !== '')
    .join(' · ')

function needRow(
  slide: Sheet,
  { look }: Deck,
  need: ReportNeed,
  y: number,
  most: number,
  isFirst: boolean,
): void {
  if (isFirst)
    slide.shape('rect', { x: BODY.x, y: y - 0.08, w: BODY.w, h: 0.5, fill: { color: look.highlight } })
  const text = isFirst ? look.onHighlight : look.text
  const ink = isFirst ? '2A2FCB' : look.ink
  const pencil = isFirst ? '585E67' : look.pencil
  const at = (value: number) => AXIS.x + (value / most) * AXIS.w
  slide.text(brief(need.title, 46), {
    x: BODY.x + 0.1,
    y,
    w: 4.2,
    h: 0.36,
    fontFace: FACE,
    fontSize: 15,
    color: text,
    margin: 0,
    valign: 'middle',
  })
  const guess = need.guess?.mean ?? null
  const customers = need.customers?.mean ?? null
  if (guess !== null && customers !== null)
    slide.shape('line', {
      x: Math.min(at(guess), at(customers)),
      y: y + 0.18,
      w: Math.abs(at(guess) - at(customers)),
      h: 0,
      line: { color: pencil, width: 1.5, dashType: 'dash' },
    })
  if (guess !== null)
    slide.shape('ellipse', {
      x: at(guess) - DOT / 2,
      y: y + 0.18 - DOT / 2,
      w: DOT,
      h: DOT,
      fill: { color: isFirst ? look.highlight : look.paper },
      line: { color: pencil, width: 2.5 },
      objectName: `Our guess: ${Math.round(guess)} points`,
    })
  if (customers !== null)
    slide.shape('ellipse', {
      x: at(customers) - DOT / 2,
      y: y + 0.18 - DOT / 2,
      w: DOT,
      h: DOT,
      fill: { color: ink },
      line: { color: ink, width: 1 },
      objectName: `Customers: ${Math.round(customers)} points`,
    })
  slide.text(
    [
      { text: guess === null ? '' : `${Math.round(guess)}`, options: { color: pencil } },
      { text: guess === null ? '' : ' guess  ', options: { color: pencil, fontSize: 11 } },
      {
        text: customers === null ? words.unknown : `${Math.round(customers)}`,
        options: { color: customers === null ? text : ink, bold: true },
      },
      { text: `  ${gapLine(need)}`, options: { color: text, fontSize: 11 } },
    ],
    { x: 9.75, y, w: 2.95, h: 0.36, fontFace: FACE, fontSize: 14, margin: 0, valign: 'middle' },
  )
}

function legend(slide: Sheet, { look }: Deck): void {
  const y = BODY.y - 0.12
  const entries = [
    { text: 'our guess', x: AXIS.x, fill: look.paper, line: { color: look.pencil, width: 2 } },
    { text: 'customers', x: AXIS.x + 1.4, fill: look.ink, line: { color: look.ink, width: 1 } },
  ]
  for (const { text, x, fill, line } of entries) {
    slide.shape('ellipse', { x, y: y + 0.06, w: 0.18, h: 0.18, fill: { color: fill }, line })
    slide.text(text, {
      x: x + 0.25,
      y,
      w: 1.2,
      h: 0.3,
      fontFace: FACE,
      fontSize: 12,
      color: look.quiet,
      margin: 0,
    })
  }
}

const mark = (value: number): string => (Math.round(value * 10) / 10).toFixed(1)

/** Marks of all options: guess above, customers below, each with its n; “?” where nobody knows. */
export function gridSlides(deck: Deck): void {
  const { report } = deck
  const { grid } = report
  if (!grid || grid.rows.length === 0) return
  const options = grid.options.slice(0, 7)
  const rows = grid.rows.map(({ need, cells }) => ({
    cells: [brief(need, 60), ...cells.slice(0, options.length).map((cell) => gridCell(deck, cell))],
    notes: [
      `${need}: ${cells.map((cell, index) => `${grid.options[index]?.name ?? ''} ${cellNote(cell)}`).join('; ')}`,
    ],
  }))
  const table: SlideTable = {
    head: ['Need', ...options.map(({ name }) => brief(name, 34))],
    rows,
    widths: [3, ...options.map(() => 2)],
    perSlide: 7,
  }
  deck.tables(slides.competition, report.leads[0] ?? sections.competition, table)
}

function gridCell(
  { look }: Deck,
  { guess, customers }: ReportCell,
): SlideTable['rows'][number]['cells'][number] {
  const unknown = customers !== null && customers.mean === null
  return {
    text: [
      {
        text:
          guess === null
            ? ''
            : guess.mean === null
              ? `${words.unknown} guess, n ${guess.n}`
              : `${mark(guess.mean)} guess, n ${guess.n}`,
        options: { color: look.pencil, fontSize: 11, breakLine: true },
      },
      {
        text:
          customers === null
            ? ''
            : customers.mean === null
              ? `${words.unknown} (${customers.label})`
              : `${mark(customers.mean)} n ${customers.n}`,
        options: { color: unknown ? look.quiet : look.ink, bold: !unknown, fontSize: unknown ? 10 : 14 },
      },
    ],
    options: customers !== null && customers.mean !== null ? { fill: { color: look.inkWash } } : {},
  }
}

const cellNote = ({ guess, customers }: ReportCell): string =>
  [
    guess ? `guess ${guess.mean === null ? words.unknown : mark(guess.mean)} (n ${guess.n})` : '',
    customers
      ? `customers ${customers.mean === null ? words.unknown : mark(customers.mean)} (n ${customers.n})`
      : '',
  ]
    .filter((part) => part !== '')
    .join(', ')

export function findingSlides(deck: Deck): void {
  const { report, look } = deck
  if (report.findings.length === 0) return
  deck.tables(slides.findings, sections.findings, {
    head: ['Finding', 'Customers'],
    perSlide: 10,
    widths: [9, 3],
    rows: report.findings.map(({ text, words: said, quotes, customers }) => ({
      cells: [
        brief(text, 150),
        { text: said, options: { color: customers > 0 ? look.ink : look.quiet, bold: customers > 0 } },
      ],
      notes: [text, ...quoteNotes(quotes)],
    })),
  })
}
