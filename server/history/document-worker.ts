/** Work on whole documents, off the thread that serves people: merging, building, following what changes in them. */
import { readCreation, readFile, readPreview, type Unread } from '#server/history/build-file.ts'
import { buildRepeat, type RepeatInputs } from '#server/history/build-repeat.ts'
import { type Change, ContentWatch, type WatchedKind } from '#server/history/content-watch.ts'
import { mergeNow } from '#server/persistence/merge.ts'
import { answerQuestions } from '#server/persistence/worker-link.ts'

export type DocumentQuestion =
  | { readonly ask: 'merge'; readonly parts: readonly Uint8Array[] }
  | {
      readonly ask: 'watch'
      readonly doc: string
      readonly kind: WatchedKind
      readonly base: readonly Uint8Array[]
    }
  | { readonly ask: 'advance'; readonly doc: string; readonly updates: readonly Uint8Array[] }
  | { readonly ask: 'forget'; readonly doc: string }
  | ({ readonly ask: 'file' | 'preview' | 'creation' } & Unread)
  | ({ readonly ask: 'repeat' } & RepeatInputs)

const watches = new Map<string, ContentWatch>()

answerQuestions((question) => answer(question as DocumentQuestion))

function answer(question: DocumentQuestion): unknown {
  switch (question.ask) {
    case 'merge':
      return mergeNow(question.parts)
    case 'watch':
      watches.set(question.doc, new ContentWatch(question.kind, question.base))
      return null
    case 'advance':
      return advance(question.doc, question.updates)
    case 'forget':
      return watches.delete(question.doc)
    case 'file':
      return readFile(question)
    case 'preview':
      return readPreview(question)
    case 'creation':
      return readCreation(question)
    case 'repeat':
      return buildRepeat(question)
  }
}

/** Changes of each update. */
function advance(doc: string, updates: readonly Uint8Array[]): Change[][] {
  const watch = watches.get(doc)
  if (!watch) throw new Error('This document is not watched.')
  return updates.map((update) => watch.apply(update))
}
