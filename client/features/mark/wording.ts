/** Sentences made from the figures of a marks round (method C2 to C4, C12); here is only which sentence is true. */
import type { TFunction } from 'i18next'
import { type CellResult, cellOf, type Total } from '#client/features/mark/figures.ts'
import { asLines } from '#client/lib/as-lines.ts'
import { type CustomersAsked, countInSentence, countInWords } from '#client/round/wording.ts'
import type { Subject } from '#shared/rounds/kind.ts'
import type { MarksResult } from '#shared/rounds/marks-result.ts'
import type { Flip, Lead } from '#shared/statistics/competition.ts'

export type Words = TFunction<'mark'>
type RoundWords = TFunction<'round'>

/** One decimal, always: 8 is "8.0". */
export const oneDecimal = (value: number, language: string): string =>
  new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value)

export const titleOf = (subjects: readonly Subject[], id: string): string =>
  subjects.find((one) => one.id === id)?.title ?? ''

/** The heading, with the stroke still in it as `<hl>`. */
export function headingOf(
  t: Words,
  common: RoundWords,
  { n, won, all, hasUs }: { n: number; won: number | null; all: number; hasUs: boolean },
): string {
  if (n === 0) return t('revealed.nobody')
  const ballots = countInWords(common, n)
  if (!hasUs) return t('revealed.plain', { ballots })
  if (won === null) return t('revealed.fewMarks', { ballots })
  const words = { won: countInSentence(common, won), all: countInSentence(common, all) }
  return won === 0 ? t('revealed.wonNone', words) : t('revealed.won', { count: won, ...words })
}

export function leadOf(
  t: Words,
  common: RoundWords,
  {
    n,
    columns,
    customers,
    informed,
  }: {
    n: number
    columns: number
    customers: CustomersAsked
    informed: boolean
  },
): string {
  const said = () => {
    if (informed) return t('revealed.informed')
    if (customers.isOpen) return t('revealed.opened')
    return customers.count > 0 ? t('revealed.sealed') : t('revealed.nobodyAsked')
  }
  return t('revealed.lead', {
    count: n,
    people: countInWords(common, n),
    columns: countInSentence(common, columns),
    customers: said(),
  })
}

/** What the picture of the round says to those who cannot see it. */
export function chartSentence(
  t: Words,
  result: MarksResult,
  about: {
    readonly needs: readonly Subject[]
    readonly columns: readonly Subject[]
    readonly totals: readonly Total[]
    readonly language: string
  },
): string {
  const { needs, columns, totals, language } = about
  const widest = result.cells.reduce<CellResult | null>(
    (most, cell) => (cell.n > 0 && (most === null || apart(cell) > apart(most)) ? cell : most),
    null,
  )
  if (!widest) return t('revealed.chartLabelNone')
  const words = {
    option: titleOf(columns, widest.optionId),
    need: titleOf(needs, widest.needId),
    min: widest.min ?? 0,
    max: widest.max ?? 0,
    count: result.n,
  }
  const first = totals.find(({ rank }) => rank === 1)
  if (!first || first.score === null) return t('revealed.chartLabelNoTotal', words)
  return t('revealed.chartLabel', {
    ...words,
    first: titleOf(columns, first.optionId),
    score: oneDecimal(first.score, language),
  })
}

const apart = ({ min, max }: CellResult): number => (max ?? 0) - (min ?? 0)

export function leadSentence(t: Words, lead: Lead, option: string, language: string): string {
  if (lead.lead === null) return t(lead.why === 'no-weights' ? 'ourLead.noWeights' : 'ourLead.tooFew')
  const words = { option, lead: oneDecimal(Math.abs(lead.lead), language) }
  if (Number(Math.abs(lead.lead).toFixed(1)) === 0) return t('ourLead.level', words)
  return t(lead.lead > 0 ? 'ourLead.ahead' : 'ourLead.behind', words)
}

/** "About 15 points": round-number language for what would overturn a lead. */
export function overturnSentence(t: Words, flip: Flip, needs: readonly Subject[], option: string): string {
  if (flip.points === 0) return ''
  if (flip.points === null || !flip.fromNeedId || !flip.toNeedId)
    return t('ourLead.overturnNever', { option })
  const words = { option, from: titleOf(needs, flip.fromNeedId), to: titleOf(needs, flip.toNeedId) }
  if (!flip.possible) return t('ourLead.overturnNot', words)
  return t('ourLead.overturnUs', { ...words, points: Math.ceil(flip.points) })
}

/** What a cell says aloud: mean, range, unknowns. */
export function cellSpoken(t: Words, cell: CellResult | undefined, language: string): string {
  if (!cell) return t('revealed.cellNobody')
  const parts: string[] = []
  if (cell.mean === null) parts.push(t('revealed.cellNobody'))
  else {
    const words = { mean: oneDecimal(cell.mean, language), min: cell.min ?? 0, max: cell.max ?? 0 }
    parts.push(t('revealed.cellSpoken', words))
  }
  if (cell.unknown > 0) parts.push(t('revealed.cellUnknown', { count: cell.unknown }))
  return parts.join(', ')
}

/** Tab-separated, a cell a line and then the totals, with the sample last; unknown stays empty, never 0. */
export function numbersAsText(
  t: Words,
  result: MarksResult,
  about: {
    readonly needs: readonly Subject[]
    readonly columns: readonly Subject[]
    readonly totals: readonly Total[]
    readonly sample: string
  },
): string {
  const { needs, columns, totals, sample } = about
  const titles = columns.map(({ title }) => title)
  const byNeed = (figure: (cell: CellResult | undefined) => number | null | undefined) =>
    needs.map(({ id, title }) => [title, ...columns.map((option) => figure(cellOf(result, id, option.id)))])
  return asLines([
    [t('table.mean'), ...titles],
    ...byNeed((cell) => cell?.mean),
    [t('revealed.total'), ...totals.map(({ score }) => score)],
    [t('table.unknown'), ...titles],
    ...byNeed((cell) => cell?.unknown),
    [t('table.low'), ...titles],
    ...byNeed((cell) => cell?.min),
    [t('table.high'), ...titles],
    ...byNeed((cell) => cell?.max),
    [sample],
  ])
}
