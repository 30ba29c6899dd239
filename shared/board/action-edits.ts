/**
 * Edits of the Revenue Growth Action Plan. A change of a date, a target, a measure or a state leaves what there was
 * before, who changed it and when: nothing that was promised moves in silence (method P6).
 */
import type * as Y from 'yjs'
import { addCard } from '#shared/board/roadmap-edits.ts'
import { actionChanges, actions, type Card, cards } from '#shared/board/schema.ts'
import {
  type ChangesOf,
  insertRow,
  type RowOf,
  readRow,
  readRows,
  updateRow,
} from '#shared/document/collection.ts'
import type { Edit, EditContext } from '#shared/document/edit.ts'
import { keyAtEnd } from '#shared/document/keyed.ts'

export type Action = RowOf<typeof actions>
export type ActionChange = RowOf<typeof actionChanges>

export const LONGEST_TITLE = 200

export type ActionValues = Omit<ChangesOf<typeof actions>, 'order' | 'binned'>

/** Adds an action at the end. Answers its id, or null for an empty title. */
export const addAction: Edit<ActionValues & { readonly title: string }, string | null> = (
  doc,
  { title, ...values },
  { newId },
) => {
  const words = title.trim().slice(0, LONGEST_TITLE)
  if (words === '') return null
  const id = newId()
  insertRow(doc, actions, id, { ...values, title: words, order: keyAtEnd(doc, actions, id) })
  return id
}

/** Fields whose changes are kept. */
export const keptFields = ['due', 'target', 'baseline', 'measure', 'latest', 'status'] as const
export type KeptField = (typeof keptFields)[number]

/** What there was before is no change of a promise as long as there was nothing; a state and a reading always count. */
const counts = (field: KeptField, before: string): boolean =>
  before !== '' || field === 'latest' || field === 'status'

/** Changes fields of an action and keeps what they were before. False if it is gone. */
export const changeAction: Edit<{ id: string; changes: ActionValues }, boolean> = (
  doc,
  { id, changes },
  context,
) => {
  const before = readRow(doc, actions, id)
  if (!before) return false
  for (const field of keptFields) {
    const next = changes[field]
    if (next === undefined || next === before[field] || !counts(field, before[field])) continue
    keepChange(doc, { actionId: id, field, from: before[field], to: next }, context)
  }
  const reopened = changes.status !== undefined && changes.status !== 'done' ? { settled: null } : {}
  return updateRow(doc, actions, id, { ...reopened, ...changes })
}

function keepChange(
  doc: Y.Doc,
  change: { actionId: string; field: KeptField; from: string; to: string },
  { newId, now, seatId }: EditContext,
): void {
  insertRow(doc, actionChanges, newId(), { ...change, at: now(), seatId, reason: '' })
}

/** Says why something was changed; afterwards, or better. False if the change is not known. */
export const explainChange: Edit<{ id: string; reason: string }, boolean> = (doc, { id, reason }) =>
  updateRow(doc, actionChanges, id, { reason: reason.trim() })

/** Ties an action to what it closes or rests on, or unties it. False if it is gone. */
export const linkAction: Edit<{ id: string; to: string; isOn: boolean }, boolean> = (
  doc,
  { id, to, isOn },
) => {
  const before = readRow(doc, actions, id)
  if (!before) return false
  const others = before.links.filter((one) => one !== to)
  return updateRow(doc, actions, id, { links: isOn ? [...others, to] : others })
}

/** Moves an action to the bin, from where it can be restored for 30 days. */
export const binAction: Edit<{ id: string }, boolean> = (doc, { id }, { now, seatId }) =>
  updateRow(doc, actions, id, { binned: { at: now(), seatId } })

export const restoreAction: Edit<{ id: string }, boolean> = (doc, { id }) =>
  updateRow(doc, actions, id, { binned: null })

export type Settled = NonNullable<Action['settled']>

/**
 * An action is done; "did it settle the question?". With "yes" or "partly" each of these questions and doubts gets an
 * answer that is live: ours, so it stays dashed until a customer says so. False if the action is gone.
 */
export const finishAction: Edit<
  { id: string; settled: Settled | null; cardIds: readonly string[] },
  boolean
> = (doc, { id, settled, cardIds }, context) => {
  const action = readRow(doc, actions, id)
  if (!action) return false
  if (settled === 'yes' || settled === 'partly') {
    for (const cardId of cardIds) answer(doc, action, cardId, settled, context)
  }
  return changeAction(doc, { id, changes: { status: 'done', settled } }, context)
}

/** The answer is a card of ours that settles the question, or a new one: what customers said is not changed by it. */
function answer(
  doc: Y.Doc,
  action: Action,
  cardId: string,
  settled: 'yes' | 'partly',
  context: EditContext,
): void {
  const asked = readRow(doc, cards, cardId)
  if (!asked || asked.binned) return
  const status = settled === 'yes' ? 'live_convincing' : 'live_weak'
  const own = readRows(doc, cards)
    .filter((card) => isOwnAnswer(card, cardId))
    .sort(
      (a, b) =>
        Number(action.links.includes(b.id)) - Number(action.links.includes(a.id)) || (a.id < b.id ? -1 : 1),
    )[0]
  if (own) {
    const trueToday = own.trueToday === 'no' ? 'unchecked' : own.trueToday
    updateRow(doc, cards, own.id, { status, trueToday })
    return
  }
  const values = { settles: [cardId], status, ownerFunction: action.functionName } as const
  addCard(doc, { stageId: asked.place.stageId, lane: 'answer', text: action.title, values }, context)
}

const isOwnAnswer = ({ place, binned, settles, raisedBy, quoteIds }: Card, cardId: string): boolean =>
  !binned &&
  place.lane === 'answer' &&
  settles.includes(cardId) &&
  raisedBy.length === 0 &&
  quoteIds.length === 0
