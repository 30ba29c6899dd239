/** Parts of a workshop that slides, PDF and text hold or leave out. Tables and the workshop file hold everything. */
import type { ExportFormat } from '#shared/protocol/export-formats.ts'

/** In the order in which they stand. `quotes`: all of them, not only those that carry something. */
export const exportParts = [
  'needs',
  'competition',
  'promise',
  'roadmap',
  'plan',
  'decisions',
  'closing',
  'quotes',
] as const
export type ExportPart = (typeof exportParts)[number]

/** Without any choice: all but the quotes that carry nothing. */
export const usualParts = exportParts.filter((part) => part !== 'quotes')

export const partsWord = (parts: readonly ExportPart[]): string => parts.join(',')

/** Names divided by commas; others are refused before. */
export const partsOf = (word: string): ReadonlySet<ExportPart> => {
  const named = word.split(',')
  return new Set(exportParts.filter((part) => named.includes(part)))
}

/** Formats that are read, not computed with: the only ones that leave parts out. */
export const formatsOfParts: readonly ExportFormat[] = ['pptx', 'pdf', 'charts', 'md']
