/**
 * The report that a file would be written from, made of the documents as they stand on this device and made again when
 * they change. What the vault knows is not here; the server masks it in the file.
 */
import type * as Y from 'yjs'
import { readSingle } from '#shared/document/collection.ts'
import type { DocumentKind } from '#shared/document/names.ts'
import { exportWorkshop } from '#shared/exchange/export.ts'
import { rowsOf } from '#shared/exchange/file.ts'
import { masked } from '#shared/exchange/masked.ts'
import { nobodyKnown } from '#shared/interviews/mask.ts'
import type { WorkshopView } from '#shared/protocol/calls.ts'
import { envelope } from '#shared/record/schema.ts'
import { buildReport } from '#shared/report/build-report.ts'
import { withoutNames, withoutPrivateWords } from '#shared/report/recognised.ts'
import type { Report } from '#shared/report/report.ts'

export interface Recognised {
  readonly people: 'functions' | 'names'
  readonly masked: '1' | '0'
  readonly private: '0' | '1'
}

export interface ReportShown {
  readonly report: Report
  /** Quotes that the customers or the researchers keep back. */
  readonly quotesKept: number
}

type Docs = Readonly<Record<DocumentKind, Y.Doc>>

/** Changes come in bursts; a large workshop takes a moment. */
const AFTER_CHANGE_MS = 800

export function followReport(
  { docs, view, now }: { readonly docs: Docs; readonly view: WorkshopView; readonly now: () => number },
  recognised: Recognised,
  tell: (shown: ReportShown) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  const make = () => {
    timer = null
    tell(reportOf(docs, view, now(), recognised))
  }
  const later = () => {
    timer ??= setTimeout(make, AFTER_CHANGE_MS)
  }
  timer = setTimeout(make)
  const all = Object.values(docs)
  for (const doc of all) doc.on('update', later)
  return () => {
    for (const doc of all) doc.off('update', later)
    if (timer !== null) clearTimeout(timer)
  }
}

function reportOf(docs: Docs, view: WorkshopView, now: number, recognised: Recognised): ReportShown {
  const { role, name } = view.seat
  const isOpen = readSingle(docs.record, envelope).openedAt !== null
  const whole = exportWorkshop({
    board: docs.board,
    record: docs.record,
    interviews: isOpen ? docs.interviews : null,
    seniority: null,
    history: [],
    extras: {},
    exportedAt: new Date(now).toISOString(),
    appVersion: '',
  })
  const isFull = recognised.masked === '1' || role === 'viewer'
  const shown = isFull ? masked(whole, { known: nobodyKnown, isFull }) : whole
  const withPrivate = recognised.private === '1' && role === 'researcher'
  const open = withPrivate ? shown : withoutPrivateWords(shown)
  const file = recognised.people === 'names' ? open : withoutNames(open)
  const report = buildReport(file, { workshopId: view.workshopId, exportedBy: name, state: 'draft' })
  const quotesIn = (one: typeof file) => rowsOf(one.workshop.interviews ?? {}, 'quotes').length
  return { report, quotesKept: quotesIn(whole) - quotesIn(file) }
}
