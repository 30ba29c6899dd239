/** What the screen knows of each format: which choices and parts it has. */
import type { ExportFormat } from '#shared/protocol/export-formats.ts'
import { formatsOfParts } from '#shared/protocol/export-parts.ts'

const of =
  (...some: readonly ExportFormat[]) =>
  (format: ExportFormat): boolean =>
    some.includes(format)

export const hasSlides = of('pptx', 'pack')
export const hasLook = of('pptx', 'charts', 'pack')
export const hasFirstPage = of('pdf', 'xlsx', 'md')
export const hasParts = (format: ExportFormat): boolean =>
  format === 'pack' || formatsOfParts.includes(format)
/** Carries a logo. */
export const hasLogo = of('pptx', 'pdf', 'pack')
/** Only what is to be done and looked at again. */
export const holdsTasks = of('ics', 'hubspot', 'salesforce')
export const hasPaper = of('pdf', 'sheets', 'pack')
export const hasState = of('pptx', 'charts', 'pdf', 'sheets', 'xlsx', 'csv', 'md', 'pack')
export const hasExcelTables = of('csv', 'pack')
