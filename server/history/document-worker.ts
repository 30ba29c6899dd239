/** Work on whole documents, off the thread that serves people. */
import { mergeNow } from '#server/persistence/merge.ts'
import { answerQuestions } from '#server/persistence/worker-link.ts'

export type DocumentQuestion = { readonly ask: 'merge'; readonly parts: readonly Uint8Array[] }

answerQuestions((question) => mergeNow((question as DocumentQuestion).parts))
