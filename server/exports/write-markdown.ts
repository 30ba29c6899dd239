/** The report as Markdown that the usual hosts render: a heading a stage, tables for grids, a task list for actions. */
import { lanes } from '#shared/board/schema.ts'
import { oneLine } from '#shared/report/clean.ts'
import { CLOSING, closingLists } from '#shared/report/closing-lines.ts'
import {
  askedWords,
  choice,
  coverageGlyphs,
  coverageWords,
  laneWords,
  madeWords,
  words,
} from '#shared/report/file-words.ts'
import type { Report } from '#shared/report/report.ts'
import type { ReportCard, ReportQuote, ReportStage } from '#shared/report/report-map.ts'
import { saidWords } from '#shared/report/sheet-words.ts'
import { coverageLine, gapLine, summaryLines, verdictLine } from '#shared/report/summary.ts'
import { considered } from '#shared/report/tables.ts'

const { sections } = words

export function writeReportMarkdown(report: Report): string {
  const blocks = [
    `# ${text(report.title)}`,
    `${text(madeWords(report.meta.exportedAt, report.meta.exportedBy, report.meta.appVersion))} ${choiceOfState(report)}. ${text(report.responseRate)}.`,
    ...report.sealed.map((line) => `> ${text(line)}`),
    `## ${sections.summary}`,
    summaryLines(report)
      .map(
        ({ label, value, whose, n }) =>
          `- **${text(label)}:** ${text(value)}${whose ? ` (${whose}, n ${n})` : ''}`,
      )
      .join('\n'),
    ...needsBlocks(report),
    ...gridBlocks(report),
    ...listed(
      sections.findings,
      report.findings.map((one) => `- ${text(one.text)} (${text(one.words)})${quoted(one.quotes, '  ')}`),
    ),
    ...listed(
      sections.unknown,
      report.gaps.map(
        ({ text: gap, status, owner, due }) => `- ${text(gap)} (${joined([status, owner, due])})`,
      ),
    ),
    ...promiseBlocks(report),
    ...roadmapBlocks(report),
    ...planBlocks(report),
    ...listed(sections.decisions, report.decisions.map(decisionItem)),
    ...closingBlocks(report),
    ...listed(
      sections.quotes,
      report.quotes.map(({ text: said, by }) => `- “${text(said)}” — ${text(by)}`),
    ),
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

const choiceOfState = ({ meta }: Report): string => (meta.state === 'final' ? words.final : words.draft)

/** In one line, with everything escaped that Markdown or HTML would take for markup. */
const text = (raw: string): string =>
  oneLine(raw)
    .replace(/[\\`*_{}[\]<>#|~!&$@]/g, (sign) =>
      sign === '<' ? '&lt;' : sign === '&' ? '&amp;' : `\\${sign}`,
    )
    .replace(/^(\d*)([+\-.)])(?=\s|$)/, '$1\\$2')

const joined = (parts: readonly string[]): string =>
  parts
    .filter((part) => part !== '')
    .map(text)
    .join(', ')

const number = (value: number | null | undefined): string =>
  value === null || value === undefined ? words.unknown : String(Math.round(value * 10) / 10)

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

const listed = (heading: string, items: readonly string[]): string[] =>
  items.length === 0 ? [] : [`## ${heading}`, items.join('\n')]

const quoted = (quotes: readonly ReportQuote[], indent: string): string =>
  quotes.map(({ text: said, by }) => `\n${indent}- “${text(said)}” — ${text(by)}`).join('')

function needsBlocks(report: Report): string[] {
  if (report.needs.length === 0) return []
  const { needsTotal } = report
  const rows = report.needs.map((need) => [
    text(need.title),
    need.guess ? number(need.guess.shown) : '',
    need.guess ? String(need.guess.n) : '',
    need.customers ? `**${number(need.customers.mean)}**` : '',
    need.customers ? String(need.customers.n) : '',
    text(gapLine(need)),
  ])
  const label = report.needs.find(({ guess }) => guess)?.guess?.label ?? ''
  return [
    `## ${sections.needs}`,
    text(verdictLine(report)),
    table(
      ['Need', 'Our guess, points', 'n (guess)', 'Customers, points', 'n (customers)', 'Our guess is'],
      rows,
    ),
    [label, askedWords(needsTotal.customersN), report.orderWords, ...report.caveats]
      .filter(Boolean)
      .map(text)
      .join(' '),
  ]
}

function gridBlocks({ grid, leads }: Report): string[] {
  if (!grid) return []
  const rows = grid.rows.map(({ need, cells }) => [
    text(need),
    ...cells.map(({ guess, customers }) =>
      [
        guess ? `${number(guess.mean)} (guess, n ${guess.n})` : '',
        customers ? `**${number(customers.mean)}** (customers, n ${customers.n})` : '',
      ]
        .filter((part) => part !== '')
        .join('; '),
    ),
  ])
  return [
    `## ${sections.competition}`,
    table(['Need', ...grid.options.map(({ name }) => text(name))], rows),
    leads.map(text).join(' '),
  ]
}

function promiseBlocks({ promise, promiseHistory }: Report): string[] {
  if (!promise) return []
  const earlier = promiseHistory.filter((one) => one.text !== promise.text)
  return [
    `## ${sections.promise}`,
    `> ${text(promise.text)}`,
    quoted(promise.quotes, '').trim(),
    promise.isAdopted ? 'Adopted.' : 'A draft, not adopted yet.',
    earlier
      .map(({ text: old, status, because }) => `- ${text(old)} (${joined([status, because])})`)
      .join('\n'),
  ]
}

function roadmapBlocks(report: Report): string[] {
  if (report.stages.length === 0) return []
  return [
    `## ${sections.roadmap}`,
    `Questions and doubts: ${coverageLine(report)}.`,
    ...report.stages.flatMap((stage) => stageBlocks(stage, report.customersAsked)),
  ]
}

function stageBlocks(stage: ReportStage, asked: number): string[] {
  const head = stage.number === 0 ? text(stage.name) : `${stage.number}. ${text(stage.name)}`
  const about = joined([
    choice(stage.phase),
    stage.owner === '' ? words.noOwner : stage.owner,
    stage.buyerRoles.join(', '),
    stage.endsWhen,
  ])
  return [
    `### ${head}`,
    about,
    ...lanes.flatMap((lane) => {
      const cards = stage.cards.filter((card) => card.lane === lane)
      const items = cards.map((card) => cardItem(card, asked)).join('\n')
      return cards.length === 0 ? [] : [`**${laneWords[lane]}**`, items]
    }),
  ]
}

function cardItem(card: ReportCard, asked: number): string {
  const glyph = card.coverage ? `${coverageGlyphs[card.coverage]} ` : ''
  const facts = joined([
    card.coverage ? coverageWords[card.coverage] : '',
    card.whose === 'guess' ? 'our guess' : `raised by ${saidWords(card.raisedBy, asked)}`,
    card.status,
    card.proof,
    card.owner,
    card.link,
  ])
  return `- ${glyph}${text(card.text)} (${facts})${quoted(card.quotes, '  ')}`
}

function closingBlocks(report: Report): string[] {
  const lists = closingLists(report).flatMap(({ title, lines }) => [
    `### ${title}`,
    lines.map((line) => `- ${text(line)}`).join('\n'),
  ])
  return lists.length === 0 ? [] : [`## ${CLOSING}`, ...lists]
}

function planBlocks({ actions }: Report): string[] {
  const kinds = ['fix', 'improve', 'create'] as const
  const blocks = kinds.flatMap((kind) => {
    const own = actions.filter((action) => action.kind === kind)
    return own.length === 0 ? [] : [`### ${choice(kind)}`, own.map(actionItem).join('\n')]
  })
  return blocks.length === 0 ? [] : [`## ${sections.plan}`, ...blocks]
}

function actionItem(action: Report['actions'][number]): string {
  const who = action.owner === '' ? action.functionName : action.owner
  const box = action.status === 'done' ? 'x' : ' '
  const goal = action.measure === '' ? '' : `${action.measure}: ${action.baseline} to ${action.target}`
  return [
    `- [${box}] ${text(action.title)} (${text(who === '' ? words.noOwner : who)}, ${text(action.due === '' ? words.noDate : action.due)})`,
    ...(goal === '' ? [] : [`  - ${text(goal)}`]),
    `  - Revenue: ${text(considered(action.revenue))}. Margin: ${text(considered(action.margin))}. Cash: ${text(considered(action.cash))}.`,
    `  - ${restsOn(action.evidence)}${quoted(action.quotes, '  ')}`,
  ].join('\n')
}

const restsOn = (evidence: readonly string[]): string =>
  evidence.length === 0 ? words.opinion : `Rests on: ${text(evidence.join('; '))}`

function decisionItem(one: Report['decisions'][number]): string {
  const { support } = one
  const votes = `${support.for} for, ${support.against} against, ${support.abstain} abstained`
  const again = one.reviewWhen === '' ? '' : `look again: ${one.reviewWhen}`
  return [
    `- ${text(one.text)} (${joined([one.kind, one.decidedOn, votes, again])})`,
    ...(one.note === '' ? [] : [`  - ${text(one.note)}`]),
    ...one.dissent.map((against) => `  - Dissent: ${text(against)}`),
    `  - ${restsOn(one.evidence)}${quoted(one.quotes, '  ')}`,
  ].join('\n')
}
