/** The demo, or any imported workshop, as content of a session that is rendered without a network. */

import type * as Y from 'yjs'
import { boardCollections, boardSingles } from '#shared/board/schema.ts'
import { type Collection, readRows, readSingle, type Singleton } from '#shared/document/collection.ts'
import { interviewCollections } from '#shared/interviews/schema.ts'
import { recordCollections, recordSingles } from '#shared/record/schema.ts'
import { demoFile, type Imported, imported } from '#test/support/demo-file.ts'
import type { SessionContent } from '#test/support/render-session.tsx'

export function contentOf({ docs }: Imported): SessionContent {
  return {
    board: { ...rowsOf(docs.board, boardCollections), ...singlesOf(docs.board, boardSingles) },
    record: { ...rowsOf(docs.record, recordCollections), ...singlesOf(docs.record, recordSingles) },
    interviews: rowsOf(docs.interviews, interviewCollections),
  } as SessionContent
}

export const demoContent = (): SessionContent => contentOf(imported(demoFile()))

const rowsOf = (doc: Y.Doc, all: Readonly<Record<string, Collection>>) =>
  Object.fromEntries(
    Object.entries(all).map(([name, of]) => [
      name,
      Object.fromEntries(readRows(doc, of).map(({ id, ...values }) => [id, values])),
    ]),
  )

const singlesOf = (doc: Y.Doc, all: Readonly<Record<string, Singleton>>) =>
  Object.fromEntries(Object.entries(all).map(([name, of]) => [name, readSingle(doc, of)]))
