/** Slides of the roadmap: how far each stage is answered, then a slide a stage with its questions, answers and proof. */
import { choice, coverageGlyphs, coverageWords, laneWords, words } from '#shared/report/file-words.ts'
import type { ReportCard, ReportStage } from '#shared/report/report-map.ts'
import { saidWords } from '#shared/report/sheet-words.ts'
import { coverageLine } from '#shared/report/summary.ts'
import { BODY, brief, type Deck, FACE, QUOTE_FACE, quoteNotes } from '#shared/slides/deck.ts'

export function coverageSlide(deck: Deck): void {
  const { report, look } = deck
  const stages = report.stages.filter(({ number }) => number > 0)
  if (stages.length === 0) return
  const slide = deck.slide(
    words.slides.roadmap,
    `${words.sections.roadmap}: ${coverageLine(report)}`,
    stages.map(
      ({ number, name, counts }) =>
        `${number} ${name}: ${counts.answered} answered, ${counts.weak} partly, ${counts.open} unanswered`,
    ),
  )
  const labels = stages.map(({ number, name }) => `${number} ${brief(name, 24)}`)
  const parts = [
    ['answered', look.text],
    ['weak', look.between],
    ['open', look.highlight],
  ] as const
  slide.bars(
    parts.map(([part, colour]) => ({
      name: coverageWords[part],
      labels,
      values: stages.map(({ counts }) => counts[part]),
      colour,
    })),
    {
      ...BODY,
      way: 'stacked',
      isHollow: false,
      text: look.text,
      quiet: look.quiet,
      hair: look.hair,
      altText: 'Questions and doubts by stage: answered, partly answered, unanswered',
    },
  )
}

const columns = [
  ['question', 'skepticism'],
  ['answer', 'tool'],
  ['desire', 'concern', 'action'],
] as const

export function stageSlides(deck: Deck): void {
  for (const stage of deck.report.stages) stageSlide(deck, stage)
}

function stageSlide(deck: Deck, stage: ReportStage): void {
  const { look } = deck
  const owner = stage.owner === '' ? words.noOwner : stage.owner
  const head = stage.number === 0 ? stage.name : `${stage.number}. ${stage.name}`
  const slide = deck.slide(stage.name, head, stageNotes(stage, deck.report.customersAsked))
  slide.text(
    brief(
      [choice(stage.phase), owner, stage.buyerRoles.join(', '), stage.endsWhen]
        .filter((one) => one !== '')
        .join(' · '),
      170,
    ),
    { x: BODY.x, y: 1.25, w: BODY.w, h: 0.3, fontFace: FACE, fontSize: 13, color: look.quiet, margin: 0 },
  )
  const width = (BODY.w - 0.6) / columns.length
  for (const [index, lanes] of columns.entries()) {
    const all = lanes.flatMap((lane) => {
      const cards = stage.cards.filter((card) => card.lane === lane)
      return cards.length === 0
        ? []
        : [
            {
              card: false,
              text: laneWords[lane],
              options: { bold: true, fontSize: 14, color: look.quiet, breakLine: true, paraSpaceBefore: 6 },
            },
            ...cards.map((card) => ({ card: true, ...cardRun(deck, card) })),
          ]
    })
    // A lane without a card under it is not named.
    const shown = all.slice(0, all[LINES - 1]?.card === false ? LINES - 1 : LINES)
    const more = all.slice(shown.length).filter(({ card }) => card).length
    slide.text(
      [
        ...shown.map(({ text, options }) => ({ text, options })),
        ...(more > 0
          ? [
              {
                text: `and ${more} more in the notes`,
                options: { italic: true, color: look.quiet, fontSize: 11 },
              },
            ]
          : []),
      ],
      {
        x: BODY.x + index * (width + 0.3),
        y: BODY.y + 0.1,
        w: width,
        h: 4.4,
        fontFace: FACE,
        fontSize: 14,
        color: look.text,
        valign: 'top',
        margin: 0,
        fit: 'shrink',
      },
    )
  }
  const quote = stage.quotes[0] ?? stage.cards.flatMap(({ quotes }) => quotes)[0]
  if (quote)
    slide.text(`“${brief(quote.text, 160)}” ${quote.by}`, {
      x: BODY.x,
      y: 6.25,
      w: BODY.w,
      h: 0.55,
      fontFace: QUOTE_FACE,
      fontSize: 14,
      color: look.ink,
      margin: 0,
      valign: 'middle',
    })
}

const LINES = 14

function cardRun({ look, report }: Deck, card: ReportCard) {
  const glyph = card.coverage ? `${coverageGlyphs[card.coverage]} ` : ''
  const isHeard = card.whose === 'customers'
  const who = isHeard ? saidWords(card.raisedBy, report.customersAsked) : 'guess'
  return {
    text: `${glyph}${brief(card.text, 95)} (${who})`,
    options: { breakLine: true, bold: isHeard, color: isHeard ? look.ink : look.pencil, paraSpaceAfter: 3 },
  }
}

const stageNotes = (stage: ReportStage, asked: number): string[] => [
  ...stage.cards.flatMap((card) => [
    `${laneWords[card.lane]}: ${card.text}${card.coverage ? ` (${coverageWords[card.coverage]})` : ''}${card.whose === 'guess' ? ' (guess)' : ` (${saidWords(card.raisedBy, asked)})`}`,
    ...quoteNotes(card.quotes),
  ]),
  ...quoteNotes(stage.quotes),
]
