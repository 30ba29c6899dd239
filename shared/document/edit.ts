/** A named change of a document. What it needs of chance and time is passed in. */
import type * as Y from 'yjs'
import { EDIT } from '#shared/document/origins.ts'

export interface EditContext {
  readonly newId: () => string
  /** Epoch ms. */
  readonly now: () => number
  readonly seatId: string
}

export type Edit<Args, Result = void> = (doc: Y.Doc, args: Args, context: EditContext) => Result

/** Runs an edit as one transaction: one update on the wire, one step of undo. */
export function runEdit<Args, Result>(
  doc: Y.Doc,
  edit: Edit<Args, Result>,
  args: Args,
  context: EditContext,
  origin: unknown = EDIT,
): Result {
  return doc.transact(() => edit(doc, args, context), origin)
}
