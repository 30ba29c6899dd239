/** A shared text of the board as it stands now, with the carets of others in it, for a field to draw over itself. */
import type * as Y from 'yjs'
import type { Caret, Carets } from '#client/session/carets.ts'
import { keepEqual } from '#client/session/keep-equal.ts'
import { type Collection, sharedTextOf } from '#shared/document/collection.ts'

export interface SharedWords {
  readonly text: string
  /** Of others. */
  readonly carets: readonly Caret[]
}

export interface FollowedWords {
  /** The same object until something of it is different. */
  get(): SharedWords
  listen(onChange: () => void): () => void
}

export function followWords(
  doc: Y.Doc,
  carets: Carets,
  { of, id, field }: { readonly of: Collection; readonly id: string; readonly field: string },
): FollowedWords {
  let last: SharedWords | undefined
  return {
    get() {
      const text = sharedTextOf(doc, of, id, field)
      last = keepEqual(last, { text: text?.toString() ?? '', carets: text ? carets.in(text) : [] })
      return last
    },
    listen(onChange) {
      const unlisten = carets.listen(onChange)
      doc.on('afterTransaction', onChange)
      return () => {
        unlisten()
        doc.off('afterTransaction', onChange)
      }
    },
  }
}
