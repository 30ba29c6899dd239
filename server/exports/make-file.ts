/** From documents to a file, all of it in the export worker: filtered first, then one report, then each format. */
import type { Logo } from '#server/exports/logo.ts'
import { type FileInputs, workshopFile } from '#server/exports/workshop-file.ts'
import { writeReportCalendar } from '#server/exports/write-calendar.ts'
import { writeHubspot, writeSalesforce } from '#server/exports/write-crm.ts'
import { writeReportCsv } from '#server/exports/write-csv.ts'
import { writeReportMarkdown } from '#server/exports/write-markdown.ts'
import { packed } from '#server/exports/write-pack.ts'
import type { HistoryEntry, WorkshopFile } from '#shared/exchange/file.ts'
import type { ExportSettings } from '#shared/protocol/export-calls.ts'
import { type ExportFormat, formatNames } from '#shared/protocol/export-formats.ts'
import { formatsOfParts, partsOf } from '#shared/protocol/export-parts.ts'
import { buildReport } from '#shared/report/build-report.ts'
import { withParts } from '#shared/report/parts.ts'
import { withoutNames, withoutPrivateWords } from '#shared/report/recognised.ts'
import type { Report } from '#shared/report/report.ts'
import { resultView } from '#shared/report/result-view.ts'

/** What whoever asks may see; the interviews only once the envelope is open. */
export interface ExportInputs extends FileInputs {
  readonly workshopId: string
  readonly withPrivate: boolean
  readonly settings: ExportSettings
  readonly logo: Logo | null
}

/** Formats of the pack, in its order. */
export const packFormats = formatNames.filter((format) => format !== 'pack')

export class FileMaker {
  readonly #report: Report
  #chosen: Report | null = null
  readonly #settings: ExportSettings
  readonly #logo: Logo | null
  readonly #made = new Map<string, Uint8Array>()

  constructor(inputs: ExportInputs, history: readonly HistoryEntry[]) {
    const { settings, workshopId, exportedBy } = inputs
    this.#settings = settings
    this.#logo = inputs.logo
    this.#report = buildReport(fileFor(inputs, history), { workshopId, exportedBy, state: settings.state })
  }

  get title(): string {
    return this.#report.title
  }

  /** What the result page is told, as JSON. */
  view(): Uint8Array {
    return Buffer.from(JSON.stringify(resultView(this.#report)))
  }

  /** One format; kept for a pack. */
  async make(format: ExportFormat): Promise<Uint8Array> {
    const bytes =
      format === 'pack'
        ? packed(this.#report, this.#made)
        : await written(format, this.#reportFor(format), this.#settings, this.#logo)
    this.#made.set(format, bytes)
    return bytes
  }

  /** Whole, or with the parts that are wanted in what is read. */
  #reportFor(format: ExportFormat): Report {
    if (!formatsOfParts.includes(format)) return this.#report
    this.#chosen ??= withParts(this.#report, partsOf(this.#settings.parts))
    return this.#chosen
  }
}

function fileFor(inputs: ExportInputs, history: readonly HistoryEntry[]): WorkshopFile {
  const told = workshopFile(inputs, history)
  const open = inputs.withPrivate ? told : withoutPrivateWords(told)
  return inputs.settings.people === 'names' ? open : withoutNames(open)
}

/** Large libraries are loaded for the formats that need them. */
async function written(
  format: Exclude<ExportFormat, 'pack'>,
  report: Report,
  settings: ExportSettings,
  logo: Logo | null,
): Promise<Uint8Array> {
  switch (format) {
    case 'pptx':
      return (await import('#server/exports/write-pptx.ts')).writeReportPptx(report, settings, logo)
    case 'pdf':
      return (await import('#server/exports/write-pdf.ts')).writeReportPdf(report, settings, logo)
    case 'sheets':
      return (await import('#server/exports/write-sheets.ts')).writeReportSheets(report, settings)
    case 'charts':
      return (await import('#server/exports/write-charts.ts')).writeReportCharts(report, settings)
    case 'xlsx':
      return (await import('#server/exports/write-xlsx.ts')).writeReportXlsx(report)
    case 'csv':
      return writeReportCsv(report, { forExcel: settings.excel === '1' })
    case 'md':
      return Buffer.from(writeReportMarkdown(report))
    case 'json':
      return Buffer.from(JSON.stringify(report.file))
    case 'ics':
      return Buffer.from(writeReportCalendar(report))
    case 'hubspot':
      return writeHubspot(report)
    case 'salesforce':
      return writeSalesforce(report)
  }
}
