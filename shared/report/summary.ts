/** Page one of every format: what it is for, what came out, what is left out, and what made the file. */
import { verdictWords } from '#shared/reality/words.ts'
import { askedWords, choice, madeWords, words } from '#shared/report/file-words.ts'
import type { Report } from '#shared/report/report.ts'
import { MIN_FOR_INTERVAL } from '#shared/statistics/interval.ts'

export interface SummaryLine {
  readonly label: string
  readonly value: string
  /** Whose it is, where it is a figure of people; with how many. */
  readonly whose?: 'guess' | 'customers'
  readonly n?: number
}

const line = (label: string, value: string): SummaryLine[] => (value.trim() === '' ? [] : [{ label, value }])

export function summaryLines(report: Report): SummaryLine[] {
  const { company, product, segment, goal, decisionToMake, category, promise, needsTotal } = report
  return [
    ...line('Company', company),
    ...line('Product', product),
    ...line('Customers', segment),
    ...line('Goal', goal),
    ...line('Decision to make', decisionToMake),
    { label: 'Response rate', value: report.responseRate },
    { label: 'Customers asked', value: askedWords(report.customersAsked) },
    ...firstNeed(report, 'guess', 'We put first', needsTotal.guessN),
    ...firstNeed(report, 'customers', 'Customers put first', needsTotal.customersN),
    ...line('Buying category', category),
    ...line(promise?.isAdopted ? 'Promise' : 'Draft of the promise', promise?.text ?? ''),
    ...(report.stages.length === 0 ? [] : [{ label: 'Questions and doubts', value: coverageLine(report) }]),
    ...(report.actions.length === 0 ? [] : [{ label: 'Actions', value: planLine(report) }]),
    ...report.sealed.map((value) => ({ label: 'Left out', value })),
  ]
}

function firstNeed(report: Report, whose: 'guess' | 'customers', label: string, n: number): SummaryLine[] {
  const first = firstNeeds(report, whose)
  const found = first[0] ?? (whose === 'guess' ? highestGuess(report) : undefined)
  if (!found) return []
  const figure = whose === 'guess' ? found.guess?.shown : found.customers?.shown
  const titles = first.length > 1 ? first.map(({ title }) => title).join(' and ') : found.title
  return [{ label, value: `${titles}${figure == null ? '' : `, ${figure} of 100 points`}`, whose, n }]
}

/** Those with most points, more than one where they are level; of fewer than five customers none (method C12). */
export function firstNeeds(
  { needs, needsTotal }: Pick<Report, 'needs' | 'needsTotal'>,
  whose: 'guess' | 'customers',
): Report['needs'] {
  if (whose === 'guess') return needs.filter(({ guessRank }) => guessRank === 1)
  return needsTotal.customersN < MIN_FOR_INTERVAL ? [] : needs.filter((need) => need.customersRank === 1)
}

const highestGuess = ({ needs }: Report): Report['needs'][number] | undefined =>
  needs
    .filter(({ guess }) => guess?.mean != null)
    .sort((a, b) => (b.guess?.mean ?? 0) - (a.guess?.mean ?? 0))[0]

export const coverageLine = ({ roadmapTotal: { answered, weak, open } }: Report): string =>
  `${answered} answered, ${weak} partly, ${open} unanswered`

export function planLine({ actions }: Report): string {
  const of = (kind: string) => actions.filter((one) => one.kind === kind).length
  const live = actions.filter(({ status }) => status === 'open' || status === 'in_progress')
  const without = live.filter(({ owner, functionName }) => owner === '' && functionName === '').length
  const kinds = (['fix', 'improve', 'create'] as const).map(
    (kind) => `${of(kind)} ${choice(kind).toLowerCase()}`,
  )
  return `${actions.length}: ${kinds.join(', ')}${without === 0 ? '' : `; ${without} without an owner`}`
}

/** The sentence on top of the needs: what we put first and what customers did. */
export function verdictLine(report: Report): string {
  const [ours, theirs] = (['guess', 'customers'] as const).map((whose) =>
    firstNeeds(report, whose)
      .map(({ title }) => `“${title}”`)
      .join(' and '),
  )
  if (!ours || !theirs) return ''
  if (ours === theirs) return `We and customers put ${ours} first.`
  return `We put ${ours} first. Customers put ${theirs} first.`
}

/** What may be said of one guess: "about 16 points too low (clearly too low)"; "?" where nobody knows. */
export function gapLine(need: Report['needs'][number]): string {
  if (need.verdict === null) return need.guess === null ? '' : words.unknown
  return need.gapWords === null ? verdictWords(need.verdict) : need.gapWords
}

export function aboutLines({ meta }: Report): SummaryLine[] {
  return [
    { label: 'File', value: madeWords(meta.exportedAt, meta.exportedBy, meta.appVersion) },
    { label: 'State', value: meta.state === 'final' ? words.final : words.draft },
    { label: 'Version', value: meta.appVersion },
    { label: 'Made at', value: meta.exportedAt },
    { label: 'Made by', value: meta.exportedBy },
    { label: 'Workshop', value: meta.workshopId },
    ...line('Server', meta.server),
    { label: 'Guess', value: 'What the team believes. It is labelled as a guess wherever it stands.' },
    {
      label: 'Customers',
      value: 'What customers gave, with how many of them. Below three no mean is given.',
    },
    { label: '?', value: 'Nobody knows, or too few were asked to say.' },
  ]
}
