/** The report as slides: title, how we asked, our guess, reality, competition, promise, roadmap, plan, decisions. */
import { Deck } from '#server/exports/slides/deck.ts'
import { lookOf } from '#server/exports/slides/look.ts'
import { coverageSlide, stageSlides } from '#server/exports/slides/map-slides.ts'
import {
  askedSlide,
  findingSlides,
  gridSlides,
  guessSlide,
  realitySlides,
} from '#server/exports/slides/needs-slides.ts'
import {
  decisionSlides,
  planSlides,
  promiseSlide,
  unknownSlides,
} from '#server/exports/slides/plan-slides.ts'
import type { ExportSettings } from '#shared/protocol/export-calls.ts'
import { madeWords, words } from '#shared/report/file-words.ts'
import type { Report } from '#shared/report/report.ts'
import { aboutLines, summaryLines } from '#shared/report/summary.ts'

export function writeReportPptx(
  report: Report,
  settings: Pick<ExportSettings, 'look' | 'main' | 'accent'>,
): Promise<Uint8Array> {
  const deck = new Deck(report, lookOf(settings))
  const { meta } = report
  deck.cover(
    report.title,
    [
      [report.company, report.product, report.segment].filter((part) => part !== '').join(' · '),
      `${meta.state === 'final' ? words.final : words.draft}. ${report.responseRate}.`,
      madeWords(meta.exportedAt, meta.exportedBy, meta.appVersion),
    ],
    [...summaryLines(report), ...aboutLines(report)]
      .map(({ label, value }) => `${label}: ${value}`)
      .join('\n'),
  )
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
  return deck.bytes()
}
