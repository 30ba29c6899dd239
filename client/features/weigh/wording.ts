/**
 * Sentences made from the figures of a weights round (design section 3, method C2 and C12). The words themselves are
 * in the catalogue; here is only which sentence is true. Every figure is said together with its n and its round.
 */
import type { TFunction } from 'i18next'
import type { CustomersAsked } from '#client/round/wording.ts'
import type { WeightsResult } from '#shared/rounds/weights-result.ts'

type Words = TFunction<'weigh'>

export type Verdict = 'close' | 'mixed' | 'apart' | 'one' | 'none'

/** Below 15 of 100 points close together, to 30 mixed, above 30 far apart (method C2). */
export function verdictOf({ n, disagreement }: Pick<WeightsResult, 'n' | 'disagreement'>): Verdict {
  if (n === 0) return 'none'
  if (disagreement.overall === null) return 'one'
  if (disagreement.overall < 15) return 'close'
  return disagreement.overall <= 30 ? 'mixed' : 'apart'
}

export function leadOf(t: Words, customers: CustomersAsked, informed: boolean): string {
  if (informed) return t('revealed.leadInformed')
  if (customers.isOpen) return t('revealed.leadOpened')
  return customers.count > 0 ? t('revealed.leadSealed') : t('revealed.leadNobodyAsked')
}

interface FunctionMean {
  readonly label: string
  readonly mean: number
}

/** One thing to talk about: a need, and the two functions furthest apart on it where their figures are shown. */
export interface Topic {
  readonly needId: string
  readonly title: string
  readonly min: number
  readonly max: number
  readonly pair: readonly [FunctionMean, FunctionMean] | null
}

/** What to talk about, most worth it first (method C2: mean times spread). */
export function topicsOf(result: WeightsResult): Topic[] {
  return result.talkFirst.flatMap(({ needId }) => {
    const need = result.perNeed.find((one) => one.needId === needId)
    if (!need || need.min === null || need.max === null) return []
    const { title, min, max } = need
    return [{ needId, title, min, max, pair: furthestApart(meansOfFunctions(result, needId)) }]
  })
}

function meansOfFunctions({ byFunction }: WeightsResult, needId: string): FunctionMean[] {
  return byFunction
    .flatMap(({ function: label, show, perNeed }) => {
      const mean = perNeed.find((one) => one.needId === needId)?.mean ?? null
      return (show === 'figures' || show === 'merged') && mean !== null ? [{ label, mean }] : []
    })
    .sort((a, b) => a.label.localeCompare(b.label))
}

/** The functions with the highest and the lowest mean; null when fewer than two have one or all are equal. */
function furthestApart(means: readonly FunctionMean[]): readonly [FunctionMean, FunctionMean] | null {
  const [first] = means
  if (!first) return null
  const highest = means.reduce((most, one) => (one.mean > most.mean ? one : most), first)
  const lowest = means.reduce((least, one) => (one.mean < least.mean ? one : least), first)
  return highest.mean > lowest.mean ? [highest, lowest] : null
}

export function topicSentence(t: Words, { title, min, max, pair }: Topic): string {
  if (pair) return t('talk.pair', { one: pair[0].label, other: pair[1].label, need: title })
  return min === max
    ? t('talk.agreed', { need: title, value: max })
    : t('talk.need', { need: title, min, max })
}

/** What a picture of the round says to those who cannot see it. */
export function chartSentence(t: Words, result: WeightsResult): string {
  const given = result.perNeed.flatMap(({ title, shown, mean, min, max, sd }) =>
    shown === null || mean === null || min === null || max === null
      ? []
      : [{ title, shown, mean, min, max, sd }],
  )
  const first = given.reduce<(typeof given)[number] | null>(
    (most, one) => (most === null || one.mean > most.mean ? one : most),
    null,
  )
  const widest = given.reduce<(typeof given)[number] | null>(
    (most, one) => (most === null || one.max - one.min > most.max - most.min ? one : most),
    null,
  )
  if (!first || !widest) return t('revealed.chartLabelNone')
  return t('revealed.chartLabel', {
    first: first.title,
    mean: first.shown,
    widest: widest.title,
    min: widest.min,
    max: widest.max,
    count: result.n,
  })
}
