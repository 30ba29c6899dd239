/** The report as a PDF that reads on paper: A4 or Letter, headings and bookmarks, page numbers, response rate, its state. */

import type { Logo } from '#server/exports/logo.ts'
import { closingPages } from '#server/exports/pdf/closing-pages.ts'
import { openFonts } from '#server/exports/pdf/fonts.ts'
import type { Style } from '#server/exports/pdf/lines.ts'
import { Paper } from '#server/exports/pdf/paper.ts'
import { lanes } from '#shared/board/schema.ts'
import type { ExportSettings } from '#shared/protocol/export-calls.ts'
import { oneLine } from '#shared/report/clean.ts'
import {
  choice,
  coverageGlyphs,
  coverageWords,
  laneWords,
  madeWords,
  words,
} from '#shared/report/file-words.ts'
import type { Report } from '#shared/report/report.ts'
import type { ReportQuote, ReportStage } from '#shared/report/report-map.ts'
import { saidWords } from '#shared/report/sheet-words.ts'
import { coverageLine, gapLine, planLine, summaryLines, verdictLine } from '#shared/report/summary.ts'
import { considered } from '#shared/report/tables.ts'

const { sections } = words
const TEXT = '#17191D'
const QUIET = '#585E67'
const INK = '#2A2FCB'
const PENCIL = '#585E67'

const title: Style = { size: 24, isBold: true, colour: TEXT }
const section: Style = { size: 16, isBold: true, colour: TEXT }
const part: Style = { size: 12, isBold: true, colour: TEXT }
const body: Style = { size: 10, colour: TEXT }
const quiet: Style = { size: 9, colour: QUIET }
const head: Style = { size: 8.5, isBold: true, colour: QUIET }
const small: Style = { size: 9, colour: TEXT }
const guess: Style = { size: 9, colour: PENCIL }
const truth: Style = { size: 9, isBold: true, colour: INK }
const quote: Style = { size: 9.5, colour: INK }

const cell = (text: string, style: Style = small) => ({ text: oneLine(text), style })
const figure = (value: number | null | undefined, digits = 0): string =>
  value === null || value === undefined ? words.unknown : value.toFixed(digits)

export async function writeReportPdf(
  report: Report,
  { paper }: Pick<ExportSettings, 'paper'>,
  logo: Logo | null = null,
): Promise<Uint8Array> {
  const { meta } = report
  const state = meta.state === 'final' ? words.final : words.draft
  const made = madeWords(meta.exportedAt, meta.exportedBy, meta.appVersion)
  const { file: _file, scores: _scores, history: _history, ...shown } = report
  const page = new Paper(await openFonts(JSON.stringify(shown)), {
    paper,
    title: oneLine(report.title),
    author: meta.exportedBy,
    subject: `${state}. ${made}`,
    madeAt: new Date(meta.exportedAt),
    producer: `${words.app} ${meta.appVersion}`,
  })
  if (logo) page.picture(logo)
  page.heading(1, oneLine(report.title), title)
  page.paragraph(
    [report.company, report.product, report.segment].filter((one) => one !== '').join(' · '),
    quiet,
  )
  page.paragraph(`${state}. ${report.responseRate}. ${made}`, quiet)
  for (const line of report.sealed) page.paragraph(line, part)
  summary(page, report)
  needs(page, report)
  grid(page, report)
  heard(page, report)
  promise(page, report)
  roadmap(page, report)
  plan(page, report)
  decisions(page, report)
  closingPages(page, report, { section, part, body })
  quotes(page, report)
  return page.bytes(
    (number, of) =>
      `${number} / ${of} · ${state} · ${report.responseRate} · ${meta.exportedAt.slice(0, 10)} · ${oneLine(report.title)}`,
    { size: 8, colour: QUIET },
  )
}

function summary(page: Paper, report: Report): void {
  page.heading(2, sections.summary, section)
  page.table(
    [cell('', head), cell('', head), cell('Source', head)],
    summaryLines(report).map(({ label, value, whose, n }) => [
      cell(label, head),
      cell(value, whose === 'customers' ? truth : whose === 'guess' ? guess : small),
      cell(whose ? `${whose}, n ${n}` : '', quiet),
    ]),
    [2, 6, 2],
  )
}

function needs(page: Paper, report: Report): void {
  if (report.needs.length === 0) return
  page.heading(2, sections.needs, section)
  page.paragraph(verdictLine(report), part)
  page.table(
    [
      cell('Need', head),
      cell('Our guess', head),
      cell('n', head),
      cell('Customers', head),
      cell('n', head),
      cell('Our guess is', head),
    ],
    report.needs.map((need) => [
      cell(need.title),
      cell(need.guess ? `${figure(need.guess.shown ?? need.guess.mean)} guess` : '', guess),
      cell(need.guess ? String(need.guess.n) : '', quiet),
      cell(need.customers ? figure(need.customers.mean) : '', truth),
      cell(need.customers ? String(need.customers.n) : '', quiet),
      cell(gapLine(need)),
    ]),
    [5, 1.6, 0.6, 1.5, 0.6, 3],
  )
  const label = report.needs.find((need) => need.guess)?.guess?.label ?? ''
  page.paragraph([label, ...report.caveats, report.orderWords].filter((one) => one !== '').join(' '), quiet)
  if (report.overlooked.length > 0)
    page.paragraph(
      `Customers also gave points to: ${report.overlooked.map(({ title: need, givenBy, n }) => `${need} (${givenBy} of ${n})`).join(', ')}.`,
      quiet,
    )
}

function grid(page: Paper, { grid: marks, leads }: Report): void {
  if (!marks || marks.rows.length === 0) return
  page.heading(2, sections.competition, section)
  for (const line of leads) page.paragraph(line, body)
  page.table(
    [cell('Need', head), ...marks.options.map(({ name }) => cell(name, head))],
    marks.rows.map(({ need, cells }) => [
      cell(need),
      ...cells.map(({ guess: ours, customers }) => {
        const told = customers ? `customers ${figure(customers.mean, 1)} (n ${customers.n})` : ''
        const style = customers?.mean == null ? quiet : truth
        return {
          ...cell(ours ? `guess ${figure(ours.mean, 1)} (n ${ours.n})` : '', guess),
          ...(told !== '' && { below: cell(told, style) }),
        }
      }),
    ]),
    [2.4, ...marks.options.map(() => 2)],
  )
}

const quoted = (all: readonly ReportQuote[], indent = 18) =>
  all.map(({ text, by }) => ({ text: `${oneLine(text)}” ${by}`, sign: '“', style: quote, indent }))

function heard(page: Paper, { findings, gaps }: Report): void {
  if (findings.length > 0) {
    page.heading(2, sections.findings, section)
    page.list(
      findings.flatMap((one) => [
        { text: `${oneLine(one.text)} (${one.words})`, sign: '•', style: body },
        ...quoted(one.quotes),
      ]),
    )
  }
  if (gaps.length > 0) {
    page.heading(2, sections.unknown, section)
    page.list(
      gaps.map(({ text, status, owner, due }) => ({
        text: `${oneLine(text)} (${[status, owner, due].filter((one) => one !== '').join(', ')})`,
        sign: words.unknown,
        style: body,
      })),
    )
  }
}

function promise(page: Paper, { promise: made, promiseHistory }: Report): void {
  if (!made) return
  page.heading(2, sections.promise, section)
  page.paragraph(made.text, { ...part, size: 14 })
  page.paragraph(made.isAdopted ? 'Adopted.' : 'A draft, not adopted yet.', quiet)
  page.list(
    promiseHistory
      .filter(({ text }) => text !== made.text)
      .map(({ text, status, because }) => ({
        text: `${oneLine(text)} (${[status, oneLine(because)].filter((one) => one !== '').join(': ')})`,
        sign: '•',
        style: guess,
      })),
  )
  page.list(quoted(made.quotes))
}

function roadmap(page: Paper, report: Report): void {
  if (report.stages.length === 0) return
  page.heading(2, sections.roadmap, section)
  page.paragraph(`Questions and doubts: ${coverageLine(report)}.`, body)
  for (const stage of report.stages) stagePart(page, stage, report.customersAsked)
}

function stagePart(page: Paper, stage: ReportStage, asked: number): void {
  page.heading(3, stage.number === 0 ? stage.name : `${stage.number}. ${oneLine(stage.name)}`, part)
  const owner = stage.owner === '' ? words.noOwner : stage.owner
  page.paragraph(
    [choice(stage.phase), owner, stage.buyerRoles.join(', '), stage.endsWhen]
      .filter((one) => one !== '')
      .join(' · '),
    quiet,
  )
  for (const lane of lanes) {
    const cards = stage.cards.filter((card) => card.lane === lane)
    if (cards.length === 0) continue
    page.paragraph(laneWords[lane], head)
    page.list(
      cards.flatMap((card) => {
        const facts = [
          card.coverage ? coverageWords[card.coverage] : '',
          card.whose === 'guess' ? 'guess' : `raised by ${saidWords(card.raisedBy, asked)}`,
          card.status,
          card.proof,
          card.owner,
        ].filter((one) => one !== '')
        return [
          {
            text: `${oneLine(card.text)} (${facts.join(', ')})`,
            sign: card.coverage ? coverageGlyphs[card.coverage] : '–',
            style: card.whose === 'guess' ? guess : truth,
            indent: 6,
          },
          ...quoted(card.quotes, 24),
        ]
      }),
    )
  }
}

function plan(page: Paper, report: Report): void {
  if (report.actions.length === 0) return
  page.heading(2, sections.plan, section)
  page.paragraph(planLine(report), body)
  for (const kind of ['fix', 'improve', 'create'] as const) {
    const own = report.actions.filter((action) => action.kind === kind)
    if (own.length === 0) continue
    page.heading(3, choice(kind), part)
    for (const action of own) {
      const who = action.owner === '' ? action.functionName || words.noOwner : action.owner
      page.paragraph(action.title, { ...body, isBold: true })
      page.list(
        [
          `${who} · ${action.due === '' ? words.noDate : action.due} · ${choice(action.status)}`,
          action.measure === '' ? '' : `${action.measure}: ${action.baseline} to ${action.target}`,
          `Revenue: ${considered(action.revenue)}. Margin: ${considered(action.margin)}. Cash: ${considered(action.cash)}.`,
          action.evidence.length === 0 ? words.opinion : `Rests on: ${action.evidence.join('; ')}`,
        ]
          .filter((line) => line !== '')
          .map((text) => ({ text: oneLine(text), sign: '•', style: small, indent: 12 })),
      )
      page.list(quoted(action.quotes, 24))
    }
  }
}

function decisions(page: Paper, report: Report): void {
  if (report.decisions.length === 0) return
  page.heading(2, sections.decisions, section)
  for (const one of report.decisions) {
    const { support } = one
    page.paragraph(`${one.text}${one.isSuperseded ? ' (superseded)' : ''}`, { ...body, isBold: true })
    page.list(
      [
        [
          one.kind,
          one.decidedOn,
          `${support.for} for, ${support.against} against, ${support.abstain} abstained`,
        ]
          .filter((line) => line !== '')
          .join(' · '),
        one.note,
        ...one.dissent.map((line) => `Dissent: ${line}`),
        one.evidence.length === 0 ? words.opinion : `Rests on: ${one.evidence.join('; ')}`,
        one.reviewWhen === '' ? '' : `Look again: ${one.reviewWhen}`,
      ]
        .filter((line) => line !== '')
        .map((text) => ({ text: oneLine(text), sign: '•', style: small, indent: 12 })),
    )
    page.list(quoted(one.quotes, 24))
  }
}

function quotes(page: Paper, report: Report): void {
  if (report.quotes.length === 0) return
  page.heading(2, sections.quotes, section)
  page.list(quoted(report.quotes, 0))
}
