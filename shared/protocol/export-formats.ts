/** The formats a workshop leaves in, in the order in which they are offered; the pack holds all the others. */

/** Media type and ending by format. */
export const exportFormats = {
  pptx: {
    media: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    ending: 'pptx',
  },
  pdf: { media: 'application/pdf', ending: 'pdf' },
  sheets: { media: 'application/pdf', ending: 'sheets.pdf' },
  charts: { media: 'application/zip', ending: 'charts.zip' },
  xlsx: { media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ending: 'xlsx' },
  csv: { media: 'application/zip', ending: 'csv.zip' },
  md: { media: 'text/markdown; charset=utf-8', ending: 'md' },
  json: { media: 'application/json; charset=utf-8', ending: 'json' },
  ics: { media: 'text/calendar; charset=utf-8', ending: 'ics' },
  hubspot: { media: 'application/zip', ending: 'hubspot.zip' },
  salesforce: { media: 'application/zip', ending: 'salesforce.zip' },
  pack: { media: 'application/zip', ending: 'zip' },
} as const
export type ExportFormat = keyof typeof exportFormats

export const isExportFormat = (name: string): name is ExportFormat => Object.hasOwn(exportFormats, name)

export const formatNames = Object.keys(exportFormats) as readonly ExportFormat[]
