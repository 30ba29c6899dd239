/** The numbers of a round as lines a spreadsheet takes, and putting them on the clipboard. */
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

/** False when this browser does not let a page copy. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelecting(text)
  }
}

/** Without https there is no clipboard API; selecting and copying still works. */
function copyBySelecting(text: string): boolean {
  const before = document.activeElement
  const field = document.createElement('textarea')
  field.value = text
  field.style.position = 'fixed'
  field.style.opacity = '0'
  document.body.append(field)
  field.select()
  const isCopied = document.execCommand?.('copy') ?? false
  field.remove()
  if (before instanceof HTMLElement) before.focus()
  return isCopied
}
