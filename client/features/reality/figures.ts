/** Every figure of the gap as it is printed: two decimals in the table and in what is copied, as method C6 has them. */
import { type GapModel, type GapRow, hasPointsOfTheirs } from '#client/features/reality/gap-model.ts'
import type { T } from '#client/features/reality/reality-words.ts'
import { asLines } from '#client/lib/as-lines.ts'
import { verdictWords } from '#shared/reality/words.ts'
import { MIN_FOR_INTERVAL } from '#shared/statistics/interval.ts'

/** 23.5 and 22.22: what is there, two decimals at most. */
export const exact = (value: number, language: string): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value)

export const signed = (value: number, language: string): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 2, signDisplay: 'exceptZero' }).format(value)

/** Marks and totals: one decimal, always. */
export const oneDecimal = (value: number, language: string): string =>
  new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value)

export const columns = [
  'guess',
  'customers',
  'n',
  'sd',
  'gap',
  'half',
  'wide',
  'verdict',
  'above',
  'below',
] as const
export type Column = (typeof columns)[number]

/** Null where so few answers say nothing: then single answers stand there. */
export function cellOf(row: GapRow, column: Column, language: string): string | null {
  const number = (value: number | null) => (value === null ? null : exact(value, language))
  switch (column) {
    case 'guess':
      return number(row.guess)
    case 'customers':
      return number(row.customers)
    case 'n':
      return String(row.values.length)
    case 'sd':
      return number(row.sd)
    case 'gap':
      return row.gap === null ? null : signed(row.gap, language)
    case 'half':
      return number(row.halfWidth)
    case 'wide':
      return number(row.simultaneousHalfWidth)
    case 'verdict':
      return row.kind === 'overlooked' ? null : verdictWords(row.verdict)
    case 'above':
      return row.guess === null ? null : String(row.above)
    case 'below':
      return row.guess === null ? null : String(row.below)
  }
}

/** Why a cell has no figure: not on our list, no points of theirs, or too few. */
export function missingOf(row: GapRow, column: Column): 'none' | 'unpointed' | 'few' {
  const isOfTheirs = column === 'customers' || column === 'sd' || column === 'half' || column === 'wide'
  if (!isOfTheirs && row.guess === null) return 'none'
  return row.kind === 'overlooked' && !hasPointsOfTheirs(row) ? 'unpointed' : 'few'
}

export const hasSingles = ({ n }: GapModel): boolean => n > 0 && n < MIN_FOR_INTERVAL

/** Tab-separated, a need a line, with what it rests on in the last line. */
export function numbersAsText(t: T, model: GapModel, sample: string): string {
  const withSingles = hasSingles(model)
  const head = [
    t('table.need'),
    ...columns.map((column) => t(`table.${column}`)),
    ...(withSingles ? [t('table.values')] : []),
  ]
  const lines = model.theirs.map((row) => [
    row.title,
    ...columns.map((column) => cellOf(row, column, 'en')),
    ...(withSingles ? [row.values.join(', ')] : []),
  ])
  return asLines([head, ...lines, [sample]])
}
