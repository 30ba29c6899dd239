/** What follows: findings, the promise, what we do not know, decisions and the action plan, each with what it rests on. */
import { isCustomer } from '#shared/reality/customers.ts'
import { evidenceOf } from '#shared/reality/plan.ts'
import { customersWords } from '#shared/reality/saturation-words.ts'
import { choice } from '#shared/report/file-words.ts'
import type { QuoteFinder } from '#shared/report/heard-part.ts'
import type { Report } from '#shared/report/report.ts'
import type { ReportAction, ReportQuote } from '#shared/report/report-map.ts'
import type { ReportSource } from '#shared/report/source.ts'

type PlanPart = Pick<Report, 'findings' | 'promise' | 'promiseHistory' | 'gaps' | 'decisions' | 'actions'>

export function planPart(source: ReportSource, quotes: QuoteFinder): PlanPart {
  const { findings, promiseDrafts, gaps, decisions, actions, heard } = source
  const customers = new Set(heard?.interviews.filter(isCustomer).map(({ id }) => id))
  const adopted = promiseDrafts.find(({ status }) => status === 'adopted')
  const latest = adopted ?? promiseDrafts.filter(({ status }) => status === 'draft').at(-1)
  const nameOf = naming(source)
  const behind = (ids: readonly string[]) => quotesBehind(ids, source, quotes)
  return {
    findings: findings.map((finding) => {
      const count = new Set(finding.interviewIds.filter((id) => customers.has(id))).size
      return {
        text: finding.text,
        customers: count,
        words: customersWords(count, customers.size),
        quotes: quotes.of(finding.quoteIds),
      }
    }),
    promise: latest
      ? { text: latest.text, isAdopted: latest === adopted, quotes: behind(promiseEvidence(decisions)) }
      : null,
    promiseHistory: promiseDrafts.map(({ text, status, supersededBecause }) => ({
      text,
      status: choice(status),
      because: supersededBecause,
    })),
    gaps: gaps.map(({ id, text, status, answeredBy, ownerSeatId, due }) => ({
      id,
      text,
      status: choice(status),
      answeredBy,
      owner: seatName(source, ownerSeatId),
      due,
    })),
    decisions: decisions.map((one) => ({
      id: one.id,
      kind: choice(one.kind),
      text: one.text,
      note: one.note,
      support: one.support,
      dissent: one.dissent,
      evidence: one.evidence.map((id) => nameOf(id) ?? id),
      quotes: behind(one.evidence),
      decidedOn: one.decidedOn,
      reviewWhen: one.reviewWhen,
      isSuperseded: one.supersededBy !== null,
    })),
    actions: actions.map((action) => toldAction(action, source, quotes, nameOf)),
  }
}

/** What the adoption of the promise rests on. */
const promiseEvidence = (decisions: ReportSource['decisions']): readonly string[] =>
  decisions.filter(({ kind, supersededBy }) => kind === 'promise' && supersededBy === null).at(-1)
    ?.evidence ?? []

/** What customers said, of all that ids stand for: quotes, customers, cards and findings; each quote once. */
function quotesBehind(
  ids: readonly string[],
  { cards, findings }: ReportSource,
  quotes: QuoteFinder,
): ReportQuote[] {
  if (ids.length === 0) return []
  const wanted = new Set(ids)
  const found = [
    ...quotes.of(ids),
    ...quotes.ofInterviews(ids),
    ...cards.flatMap(({ id, quoteIds }) => (wanted.has(id) ? quotes.ofCard(id, quoteIds) : [])),
    ...findings.flatMap(({ id, quoteIds }) => (wanted.has(id) ? quotes.of(quoteIds) : [])),
  ]
  return [...new Map(found.map((quote) => [quote.id, quote])).values()]
}

const seatName = ({ seats }: ReportSource, id: string | null): string =>
  seats.find((seat) => seat.id === id)?.name ?? ''

function toldAction(
  action: ReportSource['actions'][number],
  source: ReportSource,
  quotes: QuoteFinder,
  nameOf: (id: string) => string | null,
): ReportAction {
  const linked = new Set(action.links)
  const cards = source.cards.filter(({ id }) => linked.has(id))
  const findings = source.findings.filter(({ id }) => linked.has(id))
  const ofCards = cards.flatMap(({ id, quoteIds }) => quotes.ofCard(id, quoteIds))
  const ofFindings = quotes.of(findings.flatMap(({ quoteIds }) => quoteIds))
  const all = new Map([...ofCards, ...ofFindings].map((quote) => [quote.id, quote]))
  const ofCustomers = [...(source.heard?.interviews ?? []), ...(source.heard?.quotes ?? [])]
  const said = new Set([...evidenceOf(action, source), ...ofCustomers.map(({ id }) => id)])
  return {
    id: action.id,
    title: action.title,
    kind: action.kind,
    aim: choice(action.aim),
    owner: action.ownerName === '' ? seatName(source, action.ownerSeatId) : action.ownerName,
    functionName: action.functionName,
    due: action.due,
    promisedOn: action.promisedOn,
    effort: choice(action.effort),
    impact: choice(action.impact),
    measure: action.measure,
    baseline: action.baseline,
    target: action.target,
    latest: action.latest,
    whyNew: action.whyNew,
    settled: choice(action.settled),
    revenue: action.revenueNote,
    margin: action.marginNote,
    cash: action.cashNote,
    status: action.status,
    evidence: action.links.flatMap((id) => (said.has(id) ? (nameOf(id) ?? []) : [])),
    tiedTo: action.links.flatMap((id) => nameOf(id) ?? []),
    quotes: [...all.values()],
  }
}

/** What an id stands for, in words; null for what is not known, or not to be seen. */
function naming(source: ReportSource): (id: string) => string | null {
  const { cards, findings, decisions, gaps, stages, needs, promiseDrafts, heard } = source
  const names = new Map<string, string>([
    ...(heard?.interviews ?? []).map(({ id, pseudonym }) => [id, pseudonym] as const),
    ...(heard?.quotes ?? []).map(({ id, text }) => [id, `“${text}”`] as const),
    ...[...cards, ...findings, ...decisions, ...gaps, ...promiseDrafts].map(
      ({ id, text }) => [id, text] as const,
    ),
    ...stages.map(({ id, name }) => [id, name] as const),
    ...needs.map(({ id, short }) => [id, short] as const),
  ])
  return (id) => names.get(id) ?? null
}
