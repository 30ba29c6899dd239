/** One export, in a thread of its own: the thread that serves people reads no document and writes no file for it. */
import { type ExportInputs, FileMaker } from '#server/exports/make-file.ts'
import { type FileInputs, workshopFile } from '#server/exports/workshop-file.ts'
import { historyEntry } from '#server/history/journal-entry.ts'
import type { JournalRow } from '#server/persistence/tables.ts'
import { answerQuestions } from '#server/persistence/worker-link.ts'
import type { HistoryEntry } from '#shared/exchange/file.ts'
import type { ExportFormat } from '#shared/protocol/export-formats.ts'

export type ExportQuestion =
  /** A page of the journal; the pages come before what is made of them. */
  | { readonly ask: 'history'; readonly rows: readonly JournalRow[] }
  | { readonly ask: 'open'; readonly inputs: ExportInputs }
  | { readonly ask: 'make'; readonly format: ExportFormat }
  /** For the pack that is made after it. */
  | { readonly ask: 'keep'; readonly format: ExportFormat }
  | { readonly ask: 'view' }
  /** The workshop file itself, as JSON. */
  | { readonly ask: 'file'; readonly inputs: FileInputs }

const history: HistoryEntry[] = []
let maker: FileMaker | null = null

answerQuestions((question) => reply(question as ExportQuestion))

async function reply(question: ExportQuestion): Promise<Uint8Array | string | null> {
  if (question.ask === 'history') {
    for (const row of question.rows) history.push(historyEntry(row))
    return null
  }
  if (question.ask === 'file') return Buffer.from(JSON.stringify(workshopFile(question.inputs, history)))
  if (question.ask === 'open') {
    maker = new FileMaker(question.inputs, history)
    return maker.title
  }
  if (!maker) throw new Error('No workshop is open.')
  if (question.ask === 'view') return maker.view()
  const bytes = await maker.make(question.format)
  return question.ask === 'make' ? bytes : null
}
