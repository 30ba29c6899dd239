/** Which of the three documents a collection lies in, by its name, so that no screen has to say it. */
import { boardCollections, boardSingles } from '#shared/board/schema.ts'
import type { Collection, Singleton } from '#shared/document/collection.ts'
import type { DocumentKind } from '#shared/document/names.ts'
import { interviewCollections } from '#shared/interviews/schema.ts'
import { recordCollections, recordSingles } from '#shared/record/schema.ts'

const kindOfName = new Map<string, DocumentKind>()
const know = (kind: DocumentKind, defined: Readonly<Record<string, Collection | Singleton>>) => {
  for (const { name } of Object.values(defined)) kindOfName.set(name, kind)
}
know('board', boardCollections)
know('board', boardSingles)
know('record', recordCollections)
know('record', recordSingles)
know('interviews', interviewCollections)

export function documentOf(of: Collection | Singleton): DocumentKind {
  const kind = kindOfName.get(of.name)
  if (!kind) throw new Error(`The collection ${of.name} belongs to no document.`)
  return kind
}
