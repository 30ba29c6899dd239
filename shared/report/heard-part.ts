/** What customers said, by pseudonym: interviews as rows, and quotes by what they are about. */
import type { Interview } from '#shared/interviews/schema.ts'
import { hasPoints } from '#shared/reality/customers.ts'
import { choice, words } from '#shared/report/file-words.ts'
import type { Report, ReportInterview } from '#shared/report/report.ts'
import type { ReportQuote } from '#shared/report/report-map.ts'
import type { ReportSource } from '#shared/report/source.ts'

type Quote = NonNullable<ReportSource['heard']>['quotes'][number]

export interface QuoteFinder {
  of(ids: readonly string[]): ReportQuote[]
  ofStage(stageId: string): ReportQuote[]
  ofCard(cardId: string, quoteIds: readonly string[]): ReportQuote[]
  ofInterviews(ids: readonly string[]): ReportQuote[]
  all(): Report['quotes']
}

export function quoteFinder({ heard, stages, needs }: ReportSource): QuoteFinder {
  const people = new Map((heard?.interviews ?? []).map((one) => [one.id, one]))
  const rows = heard?.quotes ?? []
  const byId = new Map(rows.map((quote) => [quote.id, quote]))
  const places = {
    byId: placesBy(rows, ({ id }) => [id]),
    ofStage: placesBy(rows, ({ stageIds }) => stageIds),
    ofCard: placesBy(rows, ({ cardIds }) => cardIds),
    ofInterview: placesBy(rows, ({ interviewId }) => [interviewId]),
  }
  const stageNames = new Map(stages.map(({ id, name }) => [id, name]))
  const needNames = new Map(needs.map(({ id, short }) => [id, short]))
  const named = (ids: readonly string[], names: ReadonlyMap<string, string>) =>
    ids.flatMap((id) => names.get(id) ?? [])
  const told = ({ id, text, interviewId }: Quote): ReportQuote => ({
    id,
    text,
    interviewId,
    by: byWords(people.get(interviewId)),
  })
  /** Each once, as they lie. */
  const inOrder = (at: readonly number[]): ReportQuote[] =>
    [...new Set(at)]
      .sort((a, b) => a - b)
      .flatMap((index) => rows[index] ?? [])
      .map(told)
  return {
    of: (ids) => ids.flatMap((id) => byId.get(id) ?? []).map(told),
    ofStage: (stageId) => inOrder(places.ofStage.get(stageId) ?? []),
    ofCard: (cardId, quoteIds) =>
      inOrder([...(places.ofCard.get(cardId) ?? []), ...quoteIds.flatMap((id) => places.byId.get(id) ?? [])]),
    ofInterviews: (ids) => inOrder(ids.flatMap((id) => places.ofInterview.get(id) ?? [])),
    all: () =>
      rows.map((quote) => ({
        ...told(quote),
        stages: named(quote.stageIds, stageNames),
        needs: named(quote.needIds, needNames),
      })),
  }
}

/** Where the quotes of each id lie: there may be thousands of either. */
function placesBy(
  rows: readonly Quote[],
  idsOf: (quote: Quote) => readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  for (const [index, quote] of rows.entries())
    for (const id of idsOf(quote)) {
      const own = places.get(id)
      if (own) own.push(index)
      else places.set(id, [index])
    }
  return places
}

function byWords(one: Interview | undefined): string {
  if (!one) return ''
  return [one.pseudonym, one.customer.role].filter((part) => part !== '').join(', ')
}

export function interviewRows({
  heard,
  guideQuestions,
  needs,
}: ReportSource): (one: Interview) => ReportInterview {
  const questions = new Map(guideQuestions.map(({ id, text }) => [id, text]))
  const needNames = new Map(needs.map(({ id, short }) => [id, short]))
  const answersOf = new Map<string, { question: string; text: string }[]>()
  for (const { interviewId, questionId, text } of heard?.answers ?? []) {
    if (text.trim() === '') continue
    const question = questionId === '' ? '' : (questions.get(questionId) ?? words.goneQuestion)
    answersOf.set(interviewId, [...(answersOf.get(interviewId) ?? []), { question, text }])
  }
  return (one) => ({
    id: one.id,
    pseudonym: one.pseudonym,
    date: one.date,
    mode: choice(one.mode),
    source: choice(one.source),
    minutes: one.minutes,
    role: one.customer.role,
    trade: one.customer.trade,
    staff: one.customer.staff,
    sites: one.customer.sites,
    buyingRole: choice(one.customer.buyingRole),
    years: one.customer.yearsAsCustomer,
    wonOrLost: choice(one.customer.wonOrLost),
    points: hasPoints(one) ? one.weights.points : {},
    unaided: needNames.get(one.unaidedTopNeedId ?? '') ?? '',
    isDouble: one.mergedInto !== null,
    answers: answersOf.get(one.id) ?? [],
  })
}
