/** Slides of what follows: the promise, what we do not know, the plan and the decisions. */
import { choice, words } from '#shared/report/file-words.ts'
import { planLine } from '#shared/report/summary.ts'
import { considered } from '#shared/report/tables.ts'
import { BODY, brief, type Deck, FACE, QUOTE_FACE, quoteNotes } from '#shared/slides/deck.ts'

const { sections, slides } = words

export function promiseSlide(deck: Deck): void {
  const { report, look } = deck
  if (!report.promise) return
  const earlier = report.promiseHistory.filter(({ text }) => text !== report.promise?.text)
  const slide = deck.slide(
    slides.promise,
    report.promise.isAdopted ? sections.promise : 'A draft of the promise',
    [
      ...report.promiseHistory.map(({ text, status, because }) =>
        [text, status, because].filter((one) => one !== '').join(' · '),
      ),
      ...quoteNotes(report.promise.quotes),
    ],
  )
  slide.text(brief(report.promise.text, 170), {
    x: BODY.x,
    y: 1.9,
    w: BODY.w,
    h: 2.2,
    fontFace: FACE,
    fontSize: 34,
    bold: true,
    color: look.text,
    valign: 'middle',
    margin: 0,
  })
  slide.text(
    earlier
      .slice(0, 4)
      .map(({ text, status }) => ({ text: `${brief(text, 110)} (${status})`, options: { breakLine: true } })),
    {
      x: BODY.x,
      y: 4.6,
      w: BODY.w,
      h: 1.8,
      fontFace: FACE,
      fontSize: 15,
      color: look.pencil,
      valign: 'top',
      margin: 0,
    },
  )
}

export function unknownSlides(deck: Deck): void {
  const { gaps } = deck.report
  if (gaps.length === 0) return
  deck.tables(slides.unknown, sections.unknown, {
    head: ['?', 'What we do not know', 'Status', 'Owner', 'Due'],
    widths: [0.6, 6.8, 1.6, 2, 1.6],
    rows: gaps.map(({ text, status, owner, due, answeredBy }) => ({
      cells: [status === 'answered' ? '' : words.unknown, brief(text, 140), status, brief(owner, 30), due],
      notes: [text, answeredBy].filter((one) => one !== ''),
    })),
  })
}

export function planSlides(deck: Deck): void {
  const { actions } = deck.report
  for (const kind of ['fix', 'improve', 'create'] as const) {
    const own = actions.filter((action) => action.kind === kind)
    if (own.length === 0) continue
    deck.tables(`${slides.plan}: ${choice(kind)}`, `${sections.plan}: ${choice(kind)}`, {
      head: ['Action', 'Owner', 'Due', 'Measure', 'Status'],
      widths: [5.4, 2.2, 1.6, 3.2, 1.5],
      perSlide: 7,
      rows: own.map((action) => ({
        cells: [
          brief(action.title, 130),
          brief(action.owner === '' ? action.functionName || words.noOwner : action.owner, 34),
          action.due === '' ? words.noDate : action.due,
          brief(action.measure === '' ? '' : `${action.measure}: ${action.baseline} to ${action.target}`, 80),
          choice(action.status),
        ],
        notes: [
          `${action.title} (${planLine(deck.report)})`,
          `Revenue: ${considered(action.revenue)}. Margin: ${considered(action.margin)}. Cash: ${considered(action.cash)}.`,
          action.evidence.length === 0 ? words.opinion : `Rests on: ${action.evidence.join('; ')}`,
          ...quoteNotes(action.quotes),
        ],
      })),
    })
  }
}

export function decisionSlides(deck: Deck): void {
  const { decisions } = deck.report
  if (decisions.length === 0) return
  deck.tables(slides.decisions, sections.decisions, {
    head: ['Decision', 'For', 'Against', 'Abstained', 'Look again'],
    widths: [7, 0.8, 1, 1.2, 3],
    perSlide: 6,
    rows: decisions.map(({ text, note, support, reviewWhen, dissent, evidence, quotes, isSuperseded }) => ({
      cells: [
        `${brief(text, 120)}${isSuperseded ? ' (superseded)' : ''}${dissent.length === 0 ? '' : `. Dissent: ${brief(dissent.join(' '), 90)}`}`,
        String(support.for),
        String(support.against),
        String(support.abstain),
        brief(reviewWhen, 60),
      ],
      notes: [
        text,
        note,
        ...dissent.map((one) => `Dissent: ${one}`),
        evidence.length === 0 ? words.opinion : `Rests on: ${evidence.join('; ')}`,
        ...quoteNotes(quotes),
      ].filter((one) => one !== ''),
    })),
  })
}

/** All of what customers said; what carries something stands with it as well. */
export function quoteSlides(deck: Deck): void {
  const { report, look } = deck
  if (report.quotes.length === 0) return
  deck.tables(slides.quotes, sections.quotes, {
    head: ['What they said', 'Who'],
    widths: [9, 3],
    perSlide: 8,
    rows: report.quotes.map(({ text, by }) => ({
      cells: [
        { text: `“${brief(text, 190)}”`, options: { color: look.ink, fontFace: QUOTE_FACE } },
        { text: brief(by, 60), options: { color: look.quiet, fontSize: 12 } },
      ],
      notes: text.length > 190 ? [text] : [],
    })),
  })
}
