/** What a decision of the room does to the board, in the same step as it is recorded. */
import type * as Y from 'yjs'
import { actions, type buyingCategories, promiseDrafts, roadmap } from '#shared/board/schema.ts'
import { readRows, updateRow, updateSingle } from '#shared/document/collection.ts'

/** One draft is the promise; the one before it stays, as superseded. */
export function adoptPromise(board: Y.Doc, draftId: string): void {
  for (const { id, status } of readRows(board, promiseDrafts))
    if (status === 'adopted' && id !== draftId) updateRow(board, promiseDrafts, id, { status: 'superseded' })
  updateRow(board, promiseDrafts, draftId, { status: 'adopted' })
}

/** Whether a live action of the plan is there to make this draft true (method B7). */
export const isPromiseKept = (board: Y.Doc, draftId: string): boolean =>
  readRows(board, actions).some(
    ({ links, status, binned }) => !binned && status !== 'dropped' && links.includes(draftId),
  )

/** Filled stages stay as they are; the template of the category is offered for the rest (R067). */
export function adoptCategory(board: Y.Doc, category: (typeof buyingCategories)[number]): void {
  updateSingle(board, roadmap, { category })
}
