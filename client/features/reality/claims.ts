/** "What you can say" of each need: a place only where its band touches no other, else the range of places (design 3.1). */
import { type GapModel, type GapRow, hasPointsOfTheirs } from '#client/features/reality/gap-model.ts'
import { placeWords, type T } from '#client/features/reality/reality-words.ts'
import { MIN_FOR_INTERVAL } from '#shared/statistics/interval.ts'

export interface Claim {
  readonly text: string
  readonly isSettled: boolean
  readonly isUnknown: boolean
}

export function claimOf(t: T, model: GapModel, row: GapRow): Claim {
  const isUnknown = row.places === null
  if (model.isEnough && !hasPointsOfTheirs(row))
    return { text: t('sure.unpointed'), isSettled: false, isUnknown }
  if (row.places === null)
    return { text: t('sure.tooFew', { count: MIN_FOR_INTERVAL - model.n }), isSettled: false, isUnknown }
  const said = (text: string, isSettled = false): Claim => ({ text, isSettled, isUnknown })
  if (row.kind === 'imagined') return said(t(row.givenBy === 0 ? 'sure.imaginedNobody' : 'sure.imagined'))
  if (row.isTooFewToRank) return { ...said(t('sure.tooFewRank')), isUnknown: true }
  const [first, last] = row.places
  const from = capital(placeWords(t, first))
  const to = placeWords(t, last)
  const claim =
    first === last
      ? t(first === 1 ? 'sure.first' : 'sure.exact', { place: from })
      : t(rangeKey(row, model), { from, to })
  return said(row.kind === 'overlooked' ? t('sure.never', { claim }) : claim, first === last)
}

function rangeKey(row: GapRow, { theirs }: GapModel) {
  if (row.guessPlace === 1 && (row.places?.[0] ?? 0) > 1) return 'sure.notFirst'
  const isFirstOfRange = theirs.find((one) => one.places?.[0] === row.places?.[0]) === row
  return isFirstOfRange ? 'sure.range' : 'sure.rangeShort'
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

export type SureTitle =
  | { readonly key: 'titleFew' | 'titleAll' }
  | { readonly key: 'titleNone'; readonly count: number }
  | { readonly key: 'titleSettled'; readonly count: number; readonly rest: number }

/** How many of the first places hold, and how many after them could swap. */
export function sureTitle({ theirs, isEnough }: GapModel): SureTitle {
  if (!isEnough) return { key: 'titleFew' }
  const ranked = theirs.filter(hasPointsOfTheirs)
  const open = ranked.findIndex(({ places }) => places === null || places[0] !== places[1])
  if (open < 0) return { key: 'titleAll' }
  const reach = ranked[open]?.places?.[1] ?? ranked.length
  if (open === 0) return { key: 'titleNone', count: reach }
  return { key: 'titleSettled', count: open, rest: reach - open }
}
