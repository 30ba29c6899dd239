/**
 * The bin of the board: what was thrown away, put back, or deleted for good, at the latest after thirty days.
 * Questions of the guide are never deleted: interviews in which they were asked still show them.
 */
import type * as Y from 'yjs'
import { actions, cards, knowledgeGaps, needs, stages } from '#shared/board/schema.ts'
import { readRow, readRows, removeRow, updateRow } from '#shared/document/collection.ts'
import type { Edit } from '#shared/document/edit.ts'

export const BIN_DAYS = 30
const DAY_MS = 24 * 3600 * 1000

export const binnable = { cards, stages, needs, knowledgeGaps, actions } as const
export type BinKind = keyof typeof binnable

/** When and by whom something was thrown away. */
export interface Binned {
  readonly at: number
  readonly seatId: string
}

/** When it is deleted for good, epoch ms. */
export const leavesAt = ({ at }: Binned): number => at + BIN_DAYS * DAY_MS

export const isDue = (binned: Binned, now: number): boolean => leavesAt(binned) <= now

/** Whole days left, at least 1 until it is gone. */
export const daysLeft = (binned: Binned, now: number): number =>
  Math.min(BIN_DAYS, Math.max(1, Math.ceil((leavesAt(binned) - now) / DAY_MS)))

/**
 * Takes something out of the bin, to where it was. A card whose stage is gone lies in "Unplaced"; the stage, once put
 * back, has its cards again. False if it is not in the bin any more.
 */
export const restoreBinned: Edit<{ kind: BinKind; id: string }, boolean> = (doc, { kind, id }) =>
  Boolean(binnedOf(doc, kind, id)) && updateRow(doc, binnable[kind], id, { binned: null })

/** Deletes something in the bin for good. False if it is not in the bin any more. */
export const deleteBinned: Edit<{ kind: BinKind; id: string }, boolean> = (doc, { kind, id }) =>
  Boolean(binnedOf(doc, kind, id)) && removeRow(doc, binnable[kind], id)

/** Deletes what has been in the bin for thirty days; answers how many records. Doing it twice, or at two places, is doing it once. */
export function emptyBin(doc: Y.Doc, now: number): number {
  const due = dueIn(doc, now)
  for (const { kind, id } of due) removeRow(doc, binnable[kind], id)
  return due.length
}

export const hasDue = (doc: Y.Doc, now: number): boolean => dueIn(doc, now).length > 0

function dueIn(doc: Y.Doc, now: number): { kind: BinKind; id: string }[] {
  return (Object.keys(binnable) as BinKind[]).flatMap((kind) =>
    readRows(doc, binnable[kind]).flatMap(({ id, binned }) =>
      binned && isDue(binned, now) ? [{ kind, id }] : [],
    ),
  )
}

const binnedOf = (doc: Y.Doc, kind: BinKind, id: string): Binned | null =>
  readRow(doc, binnable[kind], id)?.binned ?? null
