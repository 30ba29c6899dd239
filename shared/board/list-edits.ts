/**
 * Brings a list in: needs, options, stages, cards or actions, new ones and changes of those that are here, as one edit.
 * What comes of a list is ours: nothing in it says that a customer raised it.
 */
import type * as Y from 'yjs'
import { type ActionValues, changeAction } from '#shared/board/action-edits.ts'
import { writtenWhile } from '#shared/board/card-edits.ts'
import { genericWord } from '#shared/board/generic-need.ts'
import { addStage, byPlace, changeCard, liveStages, moveCard } from '#shared/board/roadmap-edits.ts'
import { actions, cards, type Lane, needs, options, phases, stages } from '#shared/board/schema.ts'
import {
  type ChangesOf,
  type Collection,
  insertRow,
  readRows,
  updateRow,
} from '#shared/document/collection.ts'
import type { Edit, EditContext } from '#shared/document/edit.ts'
import { byOrder, type Ordered, placeAll } from '#shared/document/order.ts'

export const listKinds = ['needs', 'competitors', 'stages', 'cards', 'actions'] as const
export type ListKind = (typeof listKinds)[number]

/** A new record, or changes of the one with that id. */
export interface ListEntry<V> {
  readonly id: string | null
  readonly values: V
}

export type NeedEntry = ListEntry<Pick<ChangesOf<typeof needs>, 'short' | 'statement' | 'kind'>>
export type OptionEntry = ListEntry<Pick<ChangesOf<typeof options>, 'name' | 'kind' | 'note'>>
export type StageEntry = ListEntry<Omit<ChangesOf<typeof stages>, 'order' | 'binned'>>
export type ActionEntry = ListEntry<ActionValues>

export interface CardEntry
  extends ListEntry<
    Omit<ChangesOf<typeof cards>, 'place' | 'raisedBy' | 'quoteIds' | 'foreseenByTeam' | 'settles' | 'binned'>
  > {
  /** By which other entries name it. */
  readonly ref: string
  /** Where it lies: the id of a stage, or the name of one of the new ones. Null: where it is. */
  readonly place: { readonly stage: string; readonly lane: Lane } | null
  /** Ids of cards and refs of entries; null: as it is. */
  readonly settles: readonly string[] | null
}

export type BoardList =
  | { readonly kind: 'needs'; readonly entries: readonly NeedEntry[] }
  | { readonly kind: 'competitors'; readonly entries: readonly OptionEntry[] }
  | { readonly kind: 'stages'; readonly entries: readonly StageEntry[] }
  | { readonly kind: 'actions'; readonly entries: readonly ActionEntry[] }
  | {
      readonly kind: 'cards'
      readonly entries: readonly CardEntry[]
      /** Names of stages that are made for them, each by its ref. */
      readonly newStages: ReadonlyMap<string, string>
      /** No customer was heard yet: questions among them are foresight of the team (method C9). */
      readonly isSealed: boolean
    }

/** All of the list, in its order, behind what is there. */
export const bringInList: Edit<BoardList> = (doc, list, context) => {
  switch (list.kind) {
    case 'needs':
      return addRows(doc, needs, list.entries, context, ({ short = '' }) => ({
        status: 'proposed' as const,
        generic: genericWord(short) !== null,
      }))
    case 'competitors':
      return addRows(doc, options, list.entries, context, () => ({}))
    case 'actions':
      for (const { id, values } of list.entries)
        if (id !== null) changeAction(doc, { id, changes: values }, context)
      return addRows(doc, actions, list.entries.filter(isNew), context, () => ({}))
    case 'stages':
      for (const entry of list.entries) bringInStage(doc, entry, context)
      return
    case 'cards':
      return bringInCards(doc, list, context)
  }
}

const isNew = ({ id }: { readonly id: string | null }): boolean => id === null

type OrderedCollection = typeof needs | typeof options | typeof actions

function addRows<C extends OrderedCollection, V extends ChangesOf<C>>(
  doc: Y.Doc,
  of: C,
  entries: readonly ListEntry<V>[],
  { newId }: EditContext,
  more: (values: V) => ChangesOf<C>,
): void {
  for (const { id, values } of entries) if (id !== null) updateRow(doc, of, id, values)
  const fresh = entries.filter(isNew).map(({ values }) => ({ id: newId(), values }))
  const all = (readRows(doc, of as Collection) as unknown as Ordered[]).sort(byOrder)
  const keys = placeAll(
    all,
    all.length,
    fresh.map(({ id }) => id),
  )
  for (const { id, order } of keys.slice(fresh.length)) updateRow(doc, of, id, { order } as ChangesOf<C>)
  for (const [index, { id, values }] of fresh.entries())
    insertRow(doc, of, id, { ...more(values), ...values, order: keys[index]?.order ?? '' })
}

/** A new stage comes before the first one of a later phase. */
function bringInStage(doc: Y.Doc, { id, values }: StageEntry, context: EditContext): void {
  if (id !== null) {
    updateRow(doc, stages, id, values)
    return
  }
  const live = liveStages(readRows(doc, stages))
  const phase = values.phase ?? live.at(-1)?.phase ?? 'early'
  const later = live.findIndex((stage) => phases.indexOf(stage.phase) > phases.indexOf(phase))
  const at = later < 0 ? {} : { index: later }
  addStage(doc, { name: values.name ?? '', values: { ...values, phase }, ...at }, context)
}

type CardList = Extract<BoardList, { kind: 'cards' }>

function bringInCards(doc: Y.Doc, { entries, newStages, isSealed }: CardList, context: EditContext): void {
  const stageIds = new Map<string, string>()
  for (const [ref, name] of newStages) {
    const phase = liveStages(readRows(doc, stages)).at(-1)?.phase ?? 'early'
    stageIds.set(ref, addStage(doc, { name, values: { phase } }, context))
  }
  const ids = new Map(entries.map(({ ref, id }) => [ref, id ?? context.newId()]))
  const idOf = (ref: string) => ids.get(ref) ?? ref
  const all = readRows(doc, cards)
  const now = context.now()
  const cells = new Map<string, CardEntry[]>()
  for (const entry of entries) {
    const { id, values, place, settles, ref } = entry
    if (id === null && place) {
      const cell = `${place.stage} ${place.lane}`
      const others = cells.get(cell)
      if (others) others.push(entry)
      else cells.set(cell, [entry])
    }
    if (id === null) continue
    changeCard(doc, { id, changes: { ...values, ...(settles && { settles: settles.map(idOf) }) } }, context)
    const stageId = place && (stageIds.get(place.stage) ?? place.stage)
    if (place && stageId !== null)
      moveCard(doc, { id: idOf(ref), stageId, lane: place.lane, index: all.length }, context)
  }
  for (const fresh of cells.values()) {
    const { stage, lane } = fresh[0]?.place ?? { stage: '', lane: 'question' as const }
    const stageId = stageIds.get(stage) ?? stage
    const there = all
      .filter((card) => !card.binned && card.place.stageId === stageId && card.place.lane === lane)
      .sort(byPlace)
      .map(({ id, place }) => ({ id, order: place.order }))
    const keys = placeAll(
      there,
      there.length,
      fresh.map(({ ref }) => idOf(ref)),
    )
    for (const { id, order } of keys.slice(fresh.length))
      updateRow(doc, cards, id, { place: { stageId, lane, order } })
    for (const [index, { ref, values, settles }] of fresh.entries())
      insertRow(doc, cards, idOf(ref), {
        ...writtenWhile(lane, isSealed),
        ...values,
        ...(settles && { settles: settles.map(idOf) }),
        place: { stageId, lane, order: keys[index]?.order ?? '' },
        createdAt: now,
      })
  }
}

/** More than this the server takes in no single step. */
export const MOST_STEP_BYTES = 900 * 1024
/** What a record takes besides its values: its id, its order, of a card its place and when it was made. */
const BYTES_OF_ROW = 100
const BYTES_OF_PLACE = 170
const BYTES_OF_FIELD = 14

/** How much the list takes as one step, reckoned on the safe side. */
export function stepBytes({ kind, entries }: BoardList): number {
  let bytes = 0
  for (const entry of entries) {
    bytes += BYTES_OF_ROW + (kind === 'cards' ? BYTES_OF_PLACE : 0)
    const settles = 'settles' in entry ? entry.settles : null
    for (const [key, value] of Object.entries({ ...entry.values, settles }))
      if (value !== null && value !== undefined)
        bytes += BYTES_OF_FIELD + key.length + utf8Bytes(JSON.stringify(value))
  }
  return bytes
}

/** At least as many as in UTF-8. */
function utf8Bytes(text: string): number {
  let bytes = text.length
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) bytes += 2
  return bytes
}
