/**
 * A report without the parts nobody wants in. What is left may rest on what is out: there the words of it give way to
 * what it was, and it never becomes an opinion by that.
 */
import type { ExportPart } from '#shared/protocol/export-parts.ts'
import { words } from '#shared/report/file-words.ts'
import type { Report } from '#shared/report/report.ts'
import type { ReportQuote } from '#shared/report/report-map.ts'

export function withParts(report: Report, parts: ReadonlySet<ExportPart>): Report {
  const carried = carryingQuotes(report)
  const bare = withoutOthers(report, parts)
  const left = parts.has('quotes') ? bare : withCarrying(bare, carried)
  return renamed(left, wordsOut(report, parts))
}

/** Ids of quotes that a finding, a card, an action, a decision or the promise rests on. */
export function carryingQuotes({
  findings,
  stages,
  actions,
  decisions,
  promise,
}: Report): ReadonlySet<string> {
  const cards = stages.flatMap((stage) => stage.cards)
  const all = [...findings, ...cards, ...actions, ...decisions, ...(promise ? [promise] : [])]
  return new Set(all.flatMap(({ quotes }) => quotes.map(({ id }) => id)))
}

function withoutOthers(report: Report, parts: ReadonlySet<ExportPart>): Report {
  const has = (part: ExportPart) => parts.has(part)
  const nothing: readonly never[] = []
  return {
    ...report,
    ...(!has('needs') && {
      needs: nothing,
      orderWords: '',
      overlooked: nothing,
      imagined: nothing,
      findings: nothing,
      gaps: nothing,
      evidence: nothing,
    }),
    ...(!has('competition') && { grid: null, leads: nothing }),
    scores: report.scores.filter(({ kind }) => has(kind === 'points' ? 'needs' : 'competition')),
    ...(!has('promise') && { promise: null, promiseHistory: nothing }),
    ...(!has('roadmap') && {
      stages: nothing,
      roadmapTotal: { answered: 0, weak: 0, open: 0 },
      neverAsked: nothing,
    }),
    ...(!has('plan') && { actions: nothing }),
    ...(!has('decisions') && { decisions: nothing }),
    closing: has('closing') ? closingOfParts(report.closing, parts) : noClosing,
    quotes: report.quotes.map((quote) => ({
      ...quote,
      ...(!has('needs') && { needs: nothing }),
      ...(!has('roadmap') && { stages: nothing }),
    })),
  }
}

const noClosing: Report['closing'] = {
  known: [],
  unknown: [],
  looks: [],
  sponsor: { name: '', opening: '', word: '', will: '' },
  confidence: [],
  tookPart: [],
  closedOn: null,
  parts: {},
}

/** Without the sentences that say again what is out. */
function closingOfParts(closing: Report['closing'], parts: ReadonlySet<ExportPart>): Report['closing'] {
  const isIn = (words: string) => {
    const part = closing.parts[words]
    return part === undefined || parts.has(part)
  }
  return {
    ...closing,
    known: closing.known.filter(isIn),
    unknown: closing.unknown.filter(isIn),
    looks: closing.looks.filter(({ words: what }) => isIn(what)),
    parts: Object.fromEntries(Object.entries(closing.parts).filter(([what]) => isIn(what))),
  }
}

/** Those that carry something stand where they do. */
function withCarrying(report: Report, carried: ReadonlySet<string>): Report {
  const kept = (quotes: readonly ReportQuote[]) => quotes.filter(({ id }) => carried.has(id))
  return {
    ...report,
    quotes: [],
    stages: report.stages.map((stage) => ({ ...stage, quotes: kept(stage.quotes) })),
  }
}

/** Words of what is out, and what to say instead; what also stands in a part that is in stays. */
function wordsOut(report: Report, parts: ReadonlySet<ExportPart>): ReadonlyMap<string, string> {
  const cards = report.stages.flatMap((stage) => [stage.name, ...stage.cards.map(({ text }) => text)])
  const all: readonly (readonly [ExportPart, string, readonly string[]])[] = [
    ['needs', words.out.needs, report.needs.map(({ title }) => title)],
    ['needs', words.out.findings, report.findings.map(({ text }) => text)],
    ['needs', words.out.gaps, report.gaps.map(({ text }) => text)],
    ['promise', words.out.promise, report.promiseHistory.map(({ text }) => text)],
    ['roadmap', words.out.roadmap, cards],
    ['decisions', words.out.decisions, report.decisions.map(({ text }) => text)],
  ]
  const stays = new Set(all.flatMap(([part, , texts]) => (parts.has(part) ? texts : [])))
  return new Map(
    all.flatMap(([part, instead, texts]) =>
      parts.has(part) ? [] : texts.filter((text) => !stays.has(text)).map((text) => [text, instead] as const),
    ),
  )
}

function renamed(report: Report, out: ReadonlyMap<string, string>): Report {
  if (out.size === 0) return report
  const of = (texts: readonly string[]) => [...new Set(texts.map((text) => out.get(text) ?? text))]
  return {
    ...report,
    actions: report.actions.map((one) => ({ ...one, evidence: of(one.evidence), tiedTo: of(one.tiedTo) })),
    decisions: report.decisions.map((one) => ({ ...one, evidence: of(one.evidence) })),
  }
}
