/** Sentences of the reality check from its figures; what few customers can say comes from `shared/reality/words.ts`. */
import type { TFunction } from 'i18next'
import type { GapHeading } from '#client/features/reality/gap-heading.ts'
import { type GapModel, type GapRow, hasPointsOfTheirs } from '#client/features/reality/gap-model.ts'
import { countInWords } from '#client/round/wording.ts'
import { gapWords, sampleWords, shareWords, verdictWords } from '#shared/reality/words.ts'

export type T = TFunction<'reality'>

/** "4th". */
export const placeWords = (t: T, place: number): string => t('place', { count: place, ordinal: true })

export const ourPlace = (t: T, row: GapRow): string => {
  if (row.guessPlace === null) return '?'
  const place = placeWords(t, row.guessPlace)
  return row.isGuessJoint ? t('joint', { place }) : place
}

/** "1st to 4th": where bands touch, no single place is claimed. */
export function theirPlace(t: T, { places }: GapRow): string {
  if (!places) return '?'
  const [from, to] = places
  if (from === to) return placeWords(t, from)
  return t('placeRange', { from: placeWords(t, from), to: placeWords(t, to) })
}

/** Single answers, as many as may be shown by themselves. */
export const singleWords = ({ values }: GapRow): string =>
  values.length <= 2 ? sampleWords({ n: values.length, values, halfWidths: [] }) : values.join(', ')

/** The line under a need at the right. */
export function subWords(t: T, row: GapRow, { n, asked }: Pick<GapModel, 'n' | 'asked'>): string {
  const ours = ourPlace(t, row)
  if (row.kind === 'overlooked') return t(overlookedKey(row), { share: shareWords(row.raisedBy, asked) })
  const share = shareWords(row.givenBy, n)
  if (row.kind === 'imagined')
    return t(row.givenBy === 0 ? 'chart.imaginedNobody' : 'chart.imagined', { ours, share })
  if (n === 0) return row.guessPlace === null ? '' : t('chart.subOurs', { ours })
  if (row.places === null) return singleWords(row)
  const verdict = verdictWords(row.verdict)
  if (row.guessPlace === null) return t('chart.subUnknown', { verdict })
  return t('chart.sub', { ours, theirs: theirPlace(t, row), verdict })
}

const overlookedKey = (row: GapRow) => {
  if (row.isTooFewToRank) return 'chart.overlookedFew'
  return hasPointsOfTheirs(row) ? 'chart.overlooked' : 'chart.overlookedNamed'
}

/** What so many calls can say of all needs together. */
export const sampleOf = ({ n, theirs }: GapModel): string =>
  sampleWords({ n, values: [], halfWidths: theirs.flatMap(({ halfWidth }) => halfWidth ?? []) })

export function oursSample(t: T, { comparison }: GapModel): string {
  const { guessed: count, number, abstained } = comparison
  const sample = t('chart.oursSample', { count, number })
  return abstained > 0 ? t('chart.didNotKnow', { sample, count: abstained }) : sample
}

export function theirsSample(t: T, { n, comparison }: GapModel): string {
  const sample = t('chart.theirsSample', { count: n })
  return comparison.declined > 0 ? t('chart.declined', { sample, count: comparison.declined }) : sample
}

export const neverListed = (t: T, words: TFunction<'round'>, count: number): string =>
  t('chart.never', { count, words: countInWords(words, count) })

/** What a line of the heading may name; each uses what it needs. */
export const headingValues = (line: GapHeading['ours'] | GapHeading['theirs']) => ({
  title: '',
  other: '',
  count: 0,
  ...line,
})

const unmarked = (text: string): string => text.replaceAll(/<\/?(guess|hl)>/g, '')

/** Each line without its marks, for pictures and those who listen. */
export function headingText(t: T, { ours, theirs }: GapHeading, sample: string) {
  const said = theirs.key === 'few' ? sample : t(`heading.theirs.${theirs.key}`, headingValues(theirs))
  return { ours: unmarked(t(`heading.ours.${ours.key}`, headingValues(ours))), theirs: unmarked(said) }
}

const NAMED_AT_MOST = 3

/** "A and B cannot be told apart with 9 customers." Null where the first is settled. */
export function notApartWords(t: T, { notApart }: GapHeading, n: number, language: string): string | null {
  if (notApart.length === 0) return null
  const named = notApart.slice(0, NAMED_AT_MOST)
  const more = notApart.length - named.length
  if (more > 0) return t('heading.notApartMore', { titles: named.join(', '), more, count: n })
  const titles = new Intl.ListFormat(language, { type: 'conjunction' }).format(named)
  return t('heading.notApart', { titles, count: n })
}

/** "about 16 points": how large a gap is that may be spoken of; the verdict says which way. */
export function sizeWords({ gap, verdict }: GapRow): string | null {
  const words = gapWords(gap, verdict, 'point')
  return words === null ? null : words.replace(/ too (high|low)$/, '')
}

/** Whole points on the screen; the table has the decimals. */
export const wholePoints = (value: number | null): string =>
  value === null ? '?' : String(Math.round(value))

/** What the arrow keys have come to, for those who listen. */
export function walkWords(t: T, row: GapRow, mark: 'guess' | 'truth', model: GapModel): string {
  const { title } = row
  if (mark === 'guess')
    return row.guess === null
      ? t('chart.walkNoGuess', { title })
      : t('chart.walkGuess', { title, points: wholePoints(row.guess), place: ourPlace(t, row) })
  const { customers, halfWidth } = row
  if (row.kind === 'overlooked' && !hasPointsOfTheirs(row))
    return t('chart.walkSingle', { title, values: subWords(t, row, model) })
  if (customers === null || halfWidth === null)
    return t('chart.walkSingle', {
      title,
      values: row.values.length === 0 ? sampleWords(nobody) : singleWords(row),
    })
  return t('chart.walkTruth', {
    title,
    points: wholePoints(customers),
    count: row.values.length,
    from: Math.max(0, Math.round(customers - halfWidth)),
    to: Math.min(100, Math.round(customers + halfWidth)),
    verdict: verdictWords(row.verdict),
  })
}

const nobody = { n: 0, values: [], halfWidths: [] } as const
