/** The numbers of a round as lines a spreadsheet takes. */
import type { TFunction } from 'i18next'
import type { WeightsResult } from '#shared/rounds/weights-result.ts'

/** Tab-separated, a need a line, with the sample in the last line; unknown stays empty, never 0. */
export function numbersAsText(t: TFunction<'weigh'>, result: WeightsResult, sample: string): string {
  const head = [
    t('table.need'),
    t('table.mean'),
    t('table.low'),
    t('table.high'),
    t('table.median'),
    t('table.unsure'),
  ]
  const lines = result.perNeed.map(({ title, shown, min, max, median, unsure }) => [
    title.replaceAll(/\s+/gu, ' '),
    shown ?? '',
    min ?? '',
    max ?? '',
    median ?? '',
    unsure,
  ])
  return [head, ...lines, [sample]].map((cells) => cells.join('\t')).join('\n')
}
