/** The numbers of a round as lines a spreadsheet takes: those of its table. */
import type { TFunction } from 'i18next'
import { asLines } from '#client/lib/as-lines.ts'
import type { WeightsResult } from '#shared/rounds/weights-result.ts'

/** Tab-separated, a need a line, with the sample in the last line; unknown stays empty, never 0. */
export function numbersAsText(t: TFunction<'weigh'>, result: WeightsResult, sample: string): string {
  const groups = result.byFunction.filter(({ show }) => show !== 'hidden')
  const head = [
    t('table.need'),
    t('table.mean'),
    t('table.low'),
    t('table.high'),
    t('table.apart'),
    t('table.median'),
    t('table.unsure'),
    ...groups.map(({ function: name }) => t('table.ofFunction', { name })),
  ]
  const lines = result.perNeed.map(({ needId, title, shown, min, max, median, unsure }) => [
    title,
    shown,
    min,
    max,
    min === null || max === null ? null : max - min,
    median,
    unsure,
    ...groups.map(({ perNeed }) => perNeed.find((one) => one.needId === needId)?.mean ?? null),
  ])
  return asLines([head, ...lines, [sample]])
}
