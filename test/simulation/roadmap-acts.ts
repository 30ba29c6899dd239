/** What somebody does to the roadmap, drawn from plain numbers: the board's named edits, as a session runs them. */
import type * as Y from 'yjs'
import type { UndoSteps } from '#client/session/undo.ts'
import { restoreBinned } from '#shared/board/bin-edits.ts'
import {
  addCard,
  addCards,
  addStage,
  binCard,
  binStage,
  changeCard,
  changeStage,
  moveCard,
  moveStage,
} from '#shared/board/roadmap-edits.ts'
import { cards, lanes, stages } from '#shared/board/schema.ts'
import { readRows, sharedTextOf } from '#shared/document/collection.ts'
import { type Edit, type EditContext, runEdit } from '#shared/document/edit.ts'
import { EDIT } from '#shared/document/origins.ts'

interface Hand {
  readonly doc: Y.Doc
  readonly undo: UndoSteps
  readonly context: EditContext
}

const words = ['', 'a', '😀 b', 'What does it cost?'] as const
const at = <T>(list: readonly T[], n: number): T => list[n % list.length] as T

/** Ids of one live row, as often as not the newest, and of one in the bin. */
function someOf(rows: readonly { id: string; binned: object | null }[], n: number): [string, string] {
  const [live, gone] = [rows.filter(({ binned }) => !binned), rows.filter(({ binned }) => binned)]
  return [(n % 2 ? live.at(-1) : at(live, n / 2))?.id ?? 'none', at(gone, n)?.id ?? 'none']
}

/** One gesture. */
export function act({ doc, undo, context }: Hand, a: number, b: number, c: number): void {
  const run = <Args, Result>(named: Edit<Args, Result>, args: Args) =>
    undo.step(() => runEdit(doc, named, args, context))
  const [id, binnedId] = someOf(readRows(doc, cards), b)
  const [stageId, binnedStageId] = someOf(readRows(doc, stages), c)
  const lane = at(lanes, b + c)
  const text = at(words, b)
  const acts: readonly (() => unknown)[] = [
    () => run(addCard, { stageId, lane, text, index: b % 4 }),
    () => run(addCards, { stageId, lane, texts: [text, 'two'] }),
    () => run(moveCard, { id, stageId, lane, index: c % 4 }),
    () => run(moveCard, { id, stageId, lane: 'question', index: 0 }),
    () => run(moveCard, { id, stageId, lane: 'question', index: 9 }),
    () => run(changeCard, { id, changes: { hurdles: text, text } }),
    () => run(binCard, { id }),
    () => run(restoreBinned, { kind: 'cards', id: binnedId }),
    () => run(addStage, { name: text, index: b % 4 }),
    () => run(changeStage, { id: stageId, changes: { name: text, endsWhen: text } }),
    () => run(moveStage, { id: stageId, index: b % 5 }),
    () => run(binStage, { id: stageId }),
    () => run(restoreBinned, { kind: 'stages', id: binnedStageId }),
  ]
  at(acts, a)()
}

/** One key pressed in a card's words, as its field writes it; what follows within a second is the same step. */
export function type(doc: Y.Doc, a: number, b: number, c: number): void {
  const text = sharedTextOf(doc, cards, someOf(readRows(doc, cards), a)[0], 'text')
  if (!text) return
  const index = b % (text.length + 1)
  doc.transact(() => {
    if (c % 3 === 0) text.delete(index, Math.min(1, text.length - index))
    else text.insert(index, at(['x', 'y', 'é'], c))
  }, EDIT)
}
