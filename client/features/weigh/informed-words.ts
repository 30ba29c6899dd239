/** Words and numbers of the second look after the answers. Drawn as informed: no verdict, whole points, their n beside. */
import type { TFunction } from 'i18next'
import { asLines } from '#client/lib/as-lines.ts'
import type { LookRow, SecondLook } from '#shared/reality/second-look.ts'
import type { Theirs } from '#shared/reality/theirs.ts'
import { sampleWords } from '#shared/reality/words.ts'

type T = TFunction<'secondLook'>

const STEP = 10
const MANY_STEPS = 6

/** To the tens, as far as any mark reaches; ticks in twenties where they would crowd. */
export function lookAxis({ rows }: SecondLook): { readonly end: number; readonly ticks: readonly number[] } {
  const most = Math.max(
    STEP,
    ...rows.flatMap(({ before, after, theirs: { mean, half, values } }) => [
      before?.mean ?? 0,
      after?.mean ?? 0,
      (mean ?? 0) + (half ?? 0),
      ...(half === null ? values : []),
    ]),
  )
  const end = Math.min(100, Math.ceil(most / STEP) * STEP)
  const step = end / STEP > MANY_STEPS ? 2 * STEP : STEP
  return { end, ticks: Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => index * step) }
}

/** "10 before, 24 now; customers 26". */
export function rowWords(t: T, row: LookRow, n: number): string {
  const { before, after } = row
  const ours =
    before === null
      ? t('informed.isNew', { now: after?.shown ?? '?' })
      : after === null
        ? t('informed.notAsked', { before: before.shown })
        : t('informed.beforeNow', { before: before.shown, now: after.shown })
  return t('informed.oursTheirs', { ours, theirs: theirsWords(t, row, n) })
}

/** What customers gave it, as far as so few can say. */
function theirsWords(t: T, { theirs: { shown, values } }: LookRow, n: number): string {
  if (shown !== null) return t('informed.theirMean', { points: shown })
  if (values.length > 0) return t('informed.theirValues', { values: values.join(', ') })
  return t(n === 0 ? 'informed.theirNobody' : 'informed.theirNone')
}

/** What the arrow keys have come to, for those who listen. */
export function walkedWords(t: T, row: LookRow, mark: 'before' | 'after' | 'theirs', n: number): string {
  const { title, before, after } = row
  if (mark === 'theirs') return t('informed.walkTheirs', { title, theirs: theirsWords(t, row, n) })
  const given = mark === 'before' ? before : after
  if (!given) return t('informed.walkNone', { title })
  return t(mark === 'before' ? 'informed.walkBefore' : 'informed.walkAfter', { title, points: given.shown })
}

/** What so many customers can say of all needs together. */
export const lookSample = ({ n, rows }: SecondLook): string =>
  sampleWords({ n, values: [], halfWidths: rows.flatMap(({ theirs: { half } }) => half ?? []) })

export const lookHeads = (t: T, number: number): string[] => [
  t('moved.need'),
  t('informed.guess', { number }),
  t('informed.now'),
  t('informed.theirs'),
  t('informed.asked'),
]

/** A need a line; what was not asked stays empty. */
export const lookCells = ({ title, before, after, theirs: { half, shown, values } }: LookRow) => [
  title,
  before?.shown ?? null,
  after?.shown ?? null,
  half === null ? values.join(', ') || null : shown,
  values.length,
]

export const lookAsText = (t: T, look: SecondLook, number: number, sample: string): string =>
  asLines([lookHeads(t, number), ...look.rows.map(lookCells), [sample]])

/** "probably 18 to 35", or the single answers: what stands behind a ballot, in words. */
export function behindWords(t: T, { mean, half, shown, values }: Theirs): string | null {
  if (values.length === 0) return null
  if (mean === null || half === null)
    return t('informed.behindFew', { values: values.join(', '), count: values.length })
  return t('informed.behind', {
    points: shown ?? Math.round(mean),
    from: Math.max(0, Math.round(mean - half)),
    to: Math.min(100, Math.round(mean + half)),
    count: values.length,
  })
}
