/**
 * What opening the envelope puts before everyone: proposals and findings of the researchers move to the board under
 * their ids, so that every tag holds, and questions and doubts learn which quotes they come from. Nothing that is on the
 * board already is touched but by such a link. Doing it again moves only what has been added since.
 */
import * as Y from 'yjs'
import { byPlace, liveStages, UNPLACED } from '#shared/board/roadmap-edits.ts'
import { cards, findings, needs, options, type Phase, stages } from '#shared/board/schema.ts'
import {
  type Collection,
  insertRaw,
  insertRow,
  rawRow,
  readRow,
  readRows,
  removeRow,
  updateRow,
} from '#shared/document/collection.ts'
import { cut } from '#shared/document/fields.ts'
import { byOrder, type Ordered, placeAll } from '#shared/document/order.ts'
import { countedFor } from '#shared/interviews/counted.ts'
import { draftFindings, interviews, type Proposal, proposals, quotes } from '#shared/interviews/schema.ts'

const LONGEST_NEED = 60
/** Of a stage and of an option. */
const LONGEST_NAME = 80
const MOST_LINKS = 500

/** Whether there is something that only the interviews hold and that belongs on the board. */
export const hasUnpublished = (doc: Y.Doc): boolean =>
  [proposals, draftFindings].some(({ name }) => doc.getMap(name).size > 0)

/** Moves what is sealed from the interviews to the board. `at` is when, epoch ms. */
export function publish(sealed: Y.Doc, board: Y.Doc, at: number): void {
  board.transact(() => {
    const all = readRows(sealed, proposals).sort(byOrder)
    const ofKind = (kind: Proposal['kind']) => all.filter((one) => one.kind === kind)
    addNeeds(sealed, board, ofKind('need'))
    addStages(board, ofKind('stage'))
    addOptions(board, ofKind('option'))
    for (const lane of ['question', 'skepticism'] as const) addCards(board, lane, ofKind(lane), at)
    addFindings(sealed, board)
    linkQuotes(sealed, board)
  })
  sealed.transact(() => {
    for (const of of [proposals, draftFindings])
      for (const id of [...sealed.getMap(of.name).keys()]) removeRow(sealed, of, id)
  })
}

/** Those that are not on the board yet, each with a key after all that are; neighbours in the way are keyed anew. */
function atEnd<T extends { readonly id: string }>(
  board: Y.Doc,
  of: typeof needs | typeof stages | typeof options | typeof findings,
  wanted: readonly T[],
): readonly (T & Ordered)[] {
  const all: Ordered[] = readRows(board, of).sort(byOrder)
  const known = new Set(all.map(({ id }) => id))
  const fresh = wanted.filter(({ id }) => !known.has(id))
  const keys = placeAll(
    all,
    all.length,
    fresh.map(({ id }) => id),
  )
  for (const { id, order } of keys.slice(fresh.length)) updateRow(board, of as Collection, id, { order })
  return fresh.map((one, index) => ({ ...one, order: keys[index]?.order ?? '' }))
}

function addNeeds(sealed: Y.Doc, board: Y.Doc, wanted: readonly Proposal[]): void {
  const tagged = interviewsBy(sealed, ({ needIds }) => needIds)
  const counted = countedFor(readRows(sealed, interviews))
  const namedBy = ({ id, title }: Proposal) =>
    readRows(sealed, interviews)
      .filter((one) => one.unaidedTopNeedId === id || one.missingNeeds.some((need) => isSame(need, title)))
      .map((one) => counted.get(one.id) ?? one.id)
  for (const need of atEnd(board, needs, wanted)) {
    const { id, title, order } = need
    insertRow(board, needs, id, {
      short: cut(title, LONGEST_NEED),
      statement: title.length > LONGEST_NEED ? title : '',
      source: 'customers',
      status: 'proposed_by_customers',
      mentionedBy: together([...(tagged.get(id) ?? [])], new Set(namedBy(need))),
      order,
    })
  }
}

const isSame = (a: string, b: string): boolean =>
  a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase()

/** A new stage comes last, in the phase the roadmap ends with; the room moves it to where it belongs. */
function addStages(board: Y.Doc, wanted: readonly Proposal[]): void {
  const phase: Phase = liveStages(readRows(board, stages)).at(-1)?.phase ?? 'early'
  for (const { id, title, order } of atEnd(board, stages, wanted))
    insertRow(board, stages, id, { name: cut(title, LONGEST_NAME), phase, order })
}

function addOptions(board: Y.Doc, wanted: readonly Proposal[]): void {
  for (const { id, title, order } of atEnd(board, options, wanted))
    insertRow(board, options, id, {
      name: cut(title, LONGEST_NAME),
      kind: 'competitor',
      note: title.length > LONGEST_NAME ? title : '',
      order,
    })
}

/** What customers asked or doubted; without a stage that is there, it is not placed yet. */
function addCards(
  board: Y.Doc,
  lane: 'question' | 'skepticism',
  wanted: readonly Proposal[],
  at: number,
): void {
  const stageIds = new Set(readRows(board, stages).map(({ id }) => id))
  const placeOf = ({ stageId }: Proposal) => (stageId !== null && stageIds.has(stageId) ? stageId : UNPLACED)
  const fresh = wanted.filter(({ id }) => !readRow(board, cards, id))
  for (const stageId of new Set(fresh.map(placeOf))) {
    const own = fresh.filter((one) => placeOf(one) === stageId)
    const cell = readRows(board, cards)
      .filter(({ place }) => place.stageId === stageId && place.lane === lane)
      .sort(byPlace)
    const keys = placeAll(
      cell.map(({ id, place }) => ({ id, order: place.order })),
      cell.length,
      own.map(({ id }) => id),
    )
    for (const { id, order } of keys.slice(own.length))
      updateRow(board, cards, id, { place: { stageId, lane, order } })
    for (const [index, { id, title }] of own.entries())
      insertRow(board, cards, id, {
        text: title,
        place: { stageId, lane, order: keys[index]?.order ?? '' },
        createdAt: at,
      })
  }
}

/** With every key they hold, also those this version does not know. */
function addFindings(sealed: Y.Doc, board: Y.Doc): void {
  const drafts = readRows(sealed, draftFindings).sort(byOrder)
  for (const { id, order } of atEnd(board, findings, drafts)) {
    const map = sealed.getMap(draftFindings.name).get(id)
    if (map instanceof Y.Map) insertRaw(board, findings, id, { ...rawRow(map), order })
  }
}

function linkQuotes(sealed: Y.Doc, board: Y.Doc): void {
  const raised = interviewsBy(sealed, ({ cardIds }) => cardIds)
  const quoted = grouped(
    readRows(sealed, quotes).sort(byOrder),
    ({ cardIds }) => cardIds,
    ({ id }) => id,
  )
  for (const [cardId, quoteIds] of quoted) {
    const card = readRow(board, cards, cardId)
    if (!card) continue
    updateRow(board, cards, cardId, {
      quoteIds: together(card.quoteIds, quoteIds),
      raisedBy: together(card.raisedBy, raised.get(cardId) ?? new Set()),
    })
  }
}

const together = (before: readonly string[], more: ReadonlySet<string>): readonly string[] =>
  [...new Set([...before, ...more])].slice(0, MOST_LINKS)

type QuoteRow = ReturnType<typeof readRows<typeof quotes>>[number]

/** The interviews whose words are tagged with something, doubles as the one they count for. */
function interviewsBy(
  sealed: Y.Doc,
  tagsOf: (quote: QuoteRow) => readonly string[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const counted = countedFor(readRows(sealed, interviews))
  const known = readRows(sealed, quotes)
    .filter(({ interviewId }) => counted.has(interviewId))
    .sort(byOrder)
  return grouped(known, tagsOf, ({ interviewId }) => counted.get(interviewId) ?? interviewId)
}

function grouped(
  rows: readonly QuoteRow[],
  keysOf: (row: QuoteRow) => readonly string[],
  entryOf: (row: QuoteRow) => string,
): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, Set<string>>()
  for (const row of rows)
    for (const key of keysOf(row)) groups.set(key, (groups.get(key) ?? new Set()).add(entryOf(row)))
  return groups
}
