/**
 * What a customer is shown of a draft: the chosen promises and stages in the buyer's words (method P5). Nothing else of
 * the board is read, so that no name, guess, figure or margin can be among it.
 */
import type * as Y from 'yjs'
import { cards, lanes, promiseDrafts, scene, stages } from '#shared/board/schema.ts'
import { insertRow, readRows, readSingle } from '#shared/document/collection.ts'
import type { Edit } from '#shared/document/edit.ts'
import { byOrder } from '#shared/document/order.ts'
import { type KnownIdentities, maskKnown } from '#shared/interviews/mask.ts'
import { evidence } from '#shared/interviews/schema.ts'
import type { DraftView, ShownDraft } from '#shared/protocol/guest-calls.ts'

/**
 * The draft as it is now; what was binned since the link was made is no longer shown. Whoever the vault knows is masked:
 * one customer reads what was written about others.
 */
export function draftView(
  board: Y.Doc,
  { promiseIds, stageIds, saidOnly }: ShownDraft,
  known: KnownIdentities,
): DraftView {
  const masked = (text: string) => maskKnown(text, known)
  const { product, company } = readSingle(board, scene)
  const live = readRows(board, cards).filter(({ text, binned }) => binned === null && text.trim() !== '')
  const isSaid = ({ raisedBy }: (typeof live)[number]) => raisedBy.length > 0
  const asked = new Set(live.filter((card) => !saidOnly || isSaid(card)).map(({ id }) => id))
  // An answer is ours, not a guess of theirs: it is shown once it is written, beside what it answers.
  const isAnswer = ({ place, status, settles }: (typeof live)[number]) =>
    place.lane === 'answer' && status !== 'none' && (!saidOnly || settles.some((one) => asked.has(one)))
  const answers = new Set(live.filter(isAnswer).map(({ id }) => id))
  const isShown = (card: (typeof live)[number]) => {
    if (card.place.lane === 'answer') return answers.has(card.id)
    if (card.place.lane === 'tool') return !saidOnly || card.settles.some((one) => answers.has(one))
    return asked.has(card.id)
  }
  const shown = live.filter(isShown).map((card) => ({ ...card, order: card.place.order }))
  return {
    title: masked(product || company),
    promises: readRows(board, promiseDrafts)
      .filter(({ id, text }) => promiseIds.includes(id) && text.trim() !== '')
      .sort(byOrder)
      .map(({ id, text }) => ({ id, text: masked(text) })),
    stages: readRows(board, stages)
      .filter(({ id, binned }) => stageIds.includes(id) && binned === null)
      .sort(byOrder)
      .map(({ id, name, endsWhen }) => ({
        id,
        name: masked(name),
        endsWhen: masked(endsWhen),
        lanes: lanes
          .map((lane) => ({
            lane,
            cards: shown
              .filter(({ place }) => place.stageId === id && place.lane === lane)
              .sort(byOrder)
              .map((card) => ({ id: card.id, text: masked(card.text) })),
          }))
          .filter((one) => one.cards.length > 0),
      })),
  }
}

interface Remark {
  /** Promise draft, stage or card; null: all of it. */
  readonly about: string | null
  readonly text: string
}

/**
 * Adds what a customer said of a draft. What it was about may have been binned while they wrote: the remark stays.
 * `source` is the label of the link, `day` the server's date.
 */
export const addRemarks: Edit<{ remarks: readonly Remark[]; source: string; day: string }, void> = (
  doc,
  { remarks, source, day },
  context,
) => {
  for (const { about, text } of remarks)
    insertRow(doc, evidence, context.newId(), { kind: 'draft_remark', text, source, date: day, about })
}
