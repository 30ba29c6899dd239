/** Builds the report. Each part is made in a file of its own; this one puts them together. */
import type { WorkshopFile } from '#shared/exchange/file.ts'
import { isCounted, isCustomer } from '#shared/reality/customers.ts'
import { roundName, sealedWords } from '#shared/reality/round-words.ts'
import { closingPart } from '#shared/report/closing-part.ts'
import { choice, words } from '#shared/report/file-words.ts'
import { interviewRows, quoteFinder } from '#shared/report/heard-part.ts'
import { historyRows } from '#shared/report/history-part.ts'
import { mapPart } from '#shared/report/map-part.ts'
import { needsPart } from '#shared/report/needs-part.ts'
import { planPart } from '#shared/report/plan-part.ts'
import type { Report, ReportMeta, Response } from '#shared/report/report.ts'
import { scoresOf } from '#shared/report/scores-part.ts'
import { type ReportSource, readSource } from '#shared/report/source.ts'

export function buildReport(
  file: WorkshopFile,
  meta: Omit<ReportMeta, 'appVersion' | 'exportedAt' | 'server'>,
): Report {
  const source = readSource(file)
  const { scene, heard, rounds, envelope } = source
  const customers = heard ? heard.interviews.filter(isCustomer) : []
  const quotes = quoteFinder(source)
  const responses = rounds.map(responseOf)
  return {
    meta: {
      ...meta,
      appVersion: source.file.appVersion,
      exportedAt: source.file.exportedAt,
      server: source.file.server ?? '',
    },
    title: scene.title.trim() === '' ? words.untitled : scene.title,
    goal: scene.goal,
    decisionToMake: scene.decisionToMake,
    company: scene.company,
    product: scene.product,
    segment: scene.segment,
    category: choice(source.roadmap.category),
    sealed: sealedLines(source),
    isOpen: heard !== null,
    overrideReason: envelope.overrideReason,
    responses,
    responseRate: rateOf(responses),
    functions: functionsOf(source),
    // Their number is no secret while what they said is one.
    customersAsked: heard ? customers.length : envelope.interviewCount,
    ...needsPart(source),
    scores: scoresOf(source),
    ...mapPart(source, quotes),
    ...planPart(source, quotes),
    interviews: heard ? heard.interviews.filter(isCounted).map(interviewRows(source)) : [],
    evidence: (heard?.evidence ?? []).map(({ kind, text, source: from, date }) => ({
      kind: choice(kind),
      text,
      source: from,
      date,
    })),
    quotes: quotes.all(),
    parking: source.parkingLot.map(({ text, functionName, status }) => ({
      text,
      functionName,
      status: choice(status),
    })),
    closing: closingPart(source),
    history: historyRows(source),
    file: source.file,
  }
}

function sealedLines({ heard, rounds, envelope }: ReportSource): string[] {
  return [
    ...(heard ? [] : [sealedWords.interviews]),
    ...rounds
      .filter(({ status }) => status === 'open' || status === 'closed')
      .map(({ kind, number }) => sealedWords.round(kind, number)),
    ...(envelope.overrideReason === '' ? [] : [sealedWords.override(envelope.overrideReason)]),
  ]
}

const dayOf = (at: number | null): string => (at === null ? '' : new Date(at).toISOString())

const responseOf = (round: ReportSource['rounds'][number]): Response => {
  const isRevealed = round.status === 'revealed'
  return {
    kind: round.kind,
    number: round.number,
    status: choice(isRevealed ? round.status : 'open'),
    informed: round.informed,
    sealed: isRevealed ? round.sealedCount : null,
    expected: isRevealed ? round.expectedCount : null,
    revealedAt: dayOf(round.revealedAt),
  }
}

/** Of the round that counts: the last guess of the weights, or the last round there is. */
function rateOf(responses: readonly Response[]): string {
  const shown = responses.filter(({ sealed }) => sealed !== null)
  const last = shown.filter(({ kind, informed }) => kind === 'weights' && !informed).at(-1) ?? shown.at(-1)
  if (!last) return words.noRound
  return `${last.sealed} of ${last.expected} sealed (${roundName(last.kind, last.number)})`
}

function functionsOf({ seats, functions }: ReportSource): Report['functions'] {
  const here = seats.filter(({ removedAt, role }) => removedAt === null && role !== 'viewer')
  const names = new Set([
    ...functions.map(({ name }) => name),
    ...here.map(({ functionName }) => functionName),
  ])
  return [...names]
    .filter((name) => name !== '')
    .map((name) => ({ name, seats: here.filter(({ functionName }) => functionName === name).length }))
}
