/**
 * Board from version 1 to 2: what customers said to a version of the promise was one list in the draft, of which two
 * people who added to it at once lost one. Each becomes a record. It names what it touches itself, for it stays as it is
 * when the schema goes on; done again it finds nothing to do.
 */
import { generateNKeysBetween } from 'fractional-indexing'
import * as Y from 'yjs'

export function reactionsBecomeRecords(board: Y.Doc): void {
  const reactions = board.getMap('promiseReactions')
  for (const [draftId, draft] of board.getMap('promiseDrafts')) {
    if (!(draft instanceof Y.Map) || !draft.has('reactions')) continue
    const said = saidIn(draft.get('reactions'))
    const keys = generateNKeysBetween(null, null, said.length)
    for (const [index, one] of said.entries()) {
      const record = { draftId, ...one, order: keys[index] ?? '' }
      reactions.set(`r${index}-${draftId}`.slice(0, 64), new Y.Map(Object.entries(record)))
    }
    draft.delete('reactions')
  }
}

function saidIn(list: unknown): { readonly interviewId: string; readonly text: string }[] {
  if (!Array.isArray(list)) return []
  return list.flatMap((one: unknown) => {
    const { interviewId, text } = (one ?? {}) as Readonly<Record<string, unknown>>
    return typeof interviewId === 'string' && typeof text === 'string' ? [{ interviewId, text }] : []
  })
}
