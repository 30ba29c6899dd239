/** What moved between two revealed rounds, need by need (AN-6a). No person can be followed from one to the other. */
import type { TFunction } from 'i18next'
import { asLines } from '#client/lib/as-lines.ts'
import type { WeightsResult } from '#shared/rounds/weights-result.ts'

export interface Standing {
  readonly mean: number
  /** Whole points; those of all needs of the round add up to 100. */
  readonly shown: number
  readonly min: number
  readonly max: number
  readonly values: readonly number[]
}

export interface MovedRow {
  readonly needId: string
  readonly title: string
  /** Null where the need was not asked, or nobody gave points. */
  readonly before: Standing | null
  readonly after: Standing | null
  /** By how many points lowest and highest are further apart than before; below 0: closer. Null without both. */
  readonly apartBy: number | null
}

/** In the order of the later averages; needs that were only asked before come last. */
export function movedRows(before: WeightsResult, after: WeightsResult): MovedRow[] {
  const then = standings(before)
  const now = standings(after)
  const titles = new Map([...before.perNeed, ...after.perNeed].map(({ needId, title }) => [needId, title]))
  return [...titles]
    .map(([needId, title]) => {
      const [first, second] = [then.get(needId) ?? null, now.get(needId) ?? null]
      const apartBy = first && second ? second.max - second.min - (first.max - first.min) : null
      return { needId, title, before: first, after: second, apartBy }
    })
    .sort((a, b) => (b.after?.mean ?? -1) - (a.after?.mean ?? -1))
}

const standings = ({ perNeed }: WeightsResult): Map<string, Standing> =>
  new Map(
    perNeed.flatMap(({ needId, mean, shown, min, max, values }) =>
      mean === null || shown === null || min === null || max === null
        ? []
        : [[needId, { mean, shown, min, max, values: values.map(({ value }) => value) }]],
    ),
  )

/** The axis of both columns: to 50, or as far as the highest guess of either round needs. */
export function movedAxisEnd(rows: readonly MovedRow[]): number {
  const highest = Math.max(0, ...rows.flatMap(({ before, after }) => [before?.max ?? 0, after?.max ?? 0]))
  return Math.max(50, Math.ceil(highest / 10) * 10)
}

/** For a spreadsheet, a need a line; what was not asked stays empty. */
export function movedAsText(
  t: TFunction<'secondLook'>,
  rows: readonly MovedRow[],
  about: { readonly before: number; readonly after: number; readonly sample: string },
): string {
  const heads = [about.before, about.after].flatMap((number) => {
    const round = t('moved.round', { number })
    return [t('moved.meanOf', { round }), t('moved.lowOf', { round }), t('moved.highOf', { round })]
  })
  const figures = (standing: Standing | null) => [standing?.shown, standing?.min, standing?.max]
  return asLines([
    [t('moved.need'), ...heads],
    ...rows.map(({ title, before, after }) => [title, ...figures(before), ...figures(after)]),
    [about.sample],
  ])
}
