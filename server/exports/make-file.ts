/** From documents to a file, all of it in the export worker: filtered first, then one report, then each format. */
import * as Y from 'yjs'
import type { Logo } from '#server/exports/logo.ts'
import { writeReportCalendar } from '#server/exports/write-calendar.ts'
import { writeHubspot, writeSalesforce } from '#server/exports/write-crm.ts'
import { writeReportCsv } from '#server/exports/write-csv.ts'
import { writeReportMarkdown } from '#server/exports/write-markdown.ts'
import { packed } from '#server/exports/write-pack.ts'
import type { Json } from '#shared/document/fields.ts'
import { exportWorkshop } from '#shared/exchange/export.ts'
import type { HistoryEntry, WorkshopFile } from '#shared/exchange/file.ts'
import { masked } from '#shared/exchange/masked.ts'
import type { KnownIdentities } from '#shared/interviews/mask.ts'
import type { ExportSettings } from '#shared/protocol/export-calls.ts'
import { type ExportFormat, formatNames } from '#shared/protocol/export-formats.ts'
import { formatsOfParts, partsOf } from '#shared/protocol/export-parts.ts'
import { buildReport } from '#shared/report/build-report.ts'
import { withParts } from '#shared/report/parts.ts'
import { withoutActivity, withoutNames, withoutPrivateWords } from '#shared/report/recognised.ts'
import type { Report } from '#shared/report/report.ts'
import { resultView } from '#shared/report/result-view.ts'

type Parts = readonly Uint8Array[]

/** What whoever asks may see; the interviews only once the envelope is open. */
export interface ExportInputs {
  readonly workshopId: string
  readonly board: Parts
  readonly record: Parts
  readonly interviews: Parts | null
  readonly history: readonly HistoryEntry[]
  /** As JSON. */
  readonly extras: string
  /** Null: what the vault knows stays as it is. */
  readonly known: KnownIdentities | null
  readonly isFullyMasked: boolean
  readonly withPrivate: boolean
  /** Whether it may be told who changed what. */
  readonly isActivityTold: boolean
  readonly exportedAt: string
  readonly exportedBy: string
  readonly appVersion: string
  readonly server: string
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

  constructor(inputs: ExportInputs) {
    const { settings, workshopId, exportedBy } = inputs
    this.#settings = settings
    this.#logo = inputs.logo
    this.#report = buildReport(fileFor(inputs), { workshopId, exportedBy, state: settings.state })
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

function fileFor(inputs: ExportInputs): WorkshopFile {
  const { interviews, known, settings } = inputs
  const whole = exportWorkshop({
    board: docOf(inputs.board),
    record: docOf(inputs.record),
    interviews: interviews && docOf(interviews),
    seniority: null,
    history: inputs.history,
    extras: JSON.parse(inputs.extras) as Json,
    exportedAt: inputs.exportedAt,
    appVersion: inputs.appVersion,
    server: inputs.server,
  })
  const shown = known ? masked(whole, { known, isFull: inputs.isFullyMasked }) : whole
  const told = withoutActivity(shown, inputs.isActivityTold)
  const open = inputs.withPrivate ? told : withoutPrivateWords(told)
  return settings.people === 'names' ? open : withoutNames(open)
}

function docOf(parts: Parts): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const part of parts) Y.applyUpdate(doc, part)
  })
  return doc
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
