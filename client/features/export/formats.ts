/** What the screen knows of each format: which choices and parts it has. */
import type { ExportFormat } from '#shared/protocol/export-formats.ts'

const of =
  (...some: readonly ExportFormat[]) =>
  (format: ExportFormat): boolean =>
    some.includes(format)

export const hasFirstPage = of('pptx', 'pdf', 'xlsx', 'md', 'pack')
/** Only what is to be done and looked at again. */
export const holdsTasks = of('ics', 'hubspot', 'salesforce')
export const hasLook = of('pptx', 'pack')
export const hasPaper = of('pdf', 'sheets', 'pack')
export const hasState = of('pptx', 'pdf', 'sheets', 'xlsx', 'csv', 'md', 'pack')
export const hasExcelTables = of('csv', 'pack')
