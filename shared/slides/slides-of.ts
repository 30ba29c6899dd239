/** The report as slides: how we asked, our guess, reality, competition, promise, roadmap, plan, decisions, quotes. */
import { madeWords, words } from '#shared/report/file-words.ts'
import type { Report } from '#shared/report/report.ts'
import { aboutLines, summaryLines } from '#shared/report/summary.ts'
import { closingSlides } from '#shared/slides/closing-slides.ts'
import { brief, Deck } from '#shared/slides/deck.ts'
import { type Look, type LookChosen, lookOf } from '#shared/slides/look.ts'
import { coverageSlide, stageSlides } from '#shared/slides/map-slides.ts'
import {
  askedSlide,
  findingSlides,
  gridSlides,
  guessSlide,
  realitySlides,
} from '#shared/slides/needs-slides.ts'
import {
  decisionSlides,
  planSlides,
  promiseSlide,
  quoteSlides,
  unknownSlides,
} from '#shared/slides/plan-slides.ts'
import type { Sheet } from '#shared/slides/sheet.ts'

export interface Slides {
  readonly look: Look
  readonly cover: { readonly title: string; readonly lines: readonly string[]; readonly notes: string }
  readonly sheets: readonly Sheet[]
  /** On all but the first. */
  readonly foot: string
}

export function slidesOf(report: Report, chosen: LookChosen): Slides {
  const deck = new Deck(report, lookOf(chosen))
  askedSlide(deck)
  guessSlide(deck)
  realitySlides(deck)
  gridSlides(deck)
  findingSlides(deck)
  unknownSlides(deck)
  promiseSlide(deck)
  coverageSlide(deck)
  stageSlides(deck)
  planSlides(deck)
  decisionSlides(deck)
  closingSlides(deck)
  quoteSlides(deck)
  const { meta, responseRate } = report
  const state = meta.state === 'final' ? words.final : words.draft
  const made = madeWords(meta.exportedAt, meta.exportedBy, meta.appVersion)
  return {
    look: deck.look,
    cover: {
      title: brief(report.title, 140),
      lines: [
        [report.company, report.product, report.segment].filter((part) => part !== '').join(' · '),
        `${state}. ${responseRate}.`,
        made,
      ].map((line) => brief(line, 220)),
      notes: [...summaryLines(report), ...aboutLines(report)]
        .map(({ label, value }) => `${label}: ${value}`)
        .join('\n'),
    },
    sheets: deck.sheets,
    foot: brief(`${made} ${state}. ${responseRate}.`, 200),
  }
}
