/** One export, in a thread of its own: the thread that serves people reads no document and writes no file for it. */
import { type ExportInputs, FileMaker } from '#server/exports/make-file.ts'
import { answerQuestions } from '#server/persistence/worker-link.ts'
import type { ExportFormat } from '#shared/protocol/export-formats.ts'

export type ExportQuestion =
  | { readonly ask: 'open'; readonly inputs: ExportInputs }
  | { readonly ask: 'make'; readonly format: ExportFormat }
  | { readonly ask: 'view' }

let maker: FileMaker | null = null

answerQuestions((question) => reply(question as ExportQuestion))

function reply(question: ExportQuestion): Promise<Uint8Array> | Uint8Array | string {
  if (question.ask === 'open') {
    maker = new FileMaker(question.inputs)
    return maker.title
  }
  if (!maker) throw new Error('No workshop is open.')
  return question.ask === 'view' ? maker.view() : maker.make(question.format)
}
