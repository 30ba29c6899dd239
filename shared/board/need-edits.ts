/**
 * From notes to needs: putting the notes of an opened wall on the board, grouping them, and choosing the few that are
 * weighed. A need keeps the words it came from (R017); a note is in one need or loose, never gone.
 */
import type * as Y from 'yjs'
import { genericWord } from '#shared/board/generic-need.ts'
import { type Need, needNotes, needs } from '#shared/board/schema.ts'
import { type ChangesOf, insertRow, readRow, readRows, updateRow } from '#shared/document/collection.ts'
import type { Edit } from '#shared/document/edit.ts'
import { cut } from '#shared/document/fields.ts'
import { byOrder, place, placeAll } from '#shared/document/order.ts'

/** More than these make ballots noise (method D3). */
export const MOST_ACTIVE = 7
export const LONGEST_NEED = 60
const MOST_ORIGINS = 50

/** A note as an opened wall has it. */
export interface WrittenNote {
  readonly text: string
  readonly count: number
  readonly functionName: string | null
}

const noteIdOf = (roundId: string, index: number): string => `${roundId}-${index}`

/** Puts the notes of an opened wall on the board. Ids follow from the round: two facilitators at once make one set. */
export const takeNotes: Edit<{ roundId: string; notes: readonly WrittenNote[] }> = (
  doc,
  { roundId, notes },
) => {
  const missing = notes
    .map((note, index) => ({ ...note, id: noteIdOf(roundId, index) }))
    .filter(({ id }) => !readRow(doc, needNotes, id))
  const keys = keysAtEnd(
    doc,
    missing.map(({ id }) => id),
  )
  for (const { id, text, count, functionName } of missing) {
    insertRow(doc, needNotes, id, {
      text,
      count,
      functionName: functionName ?? '',
      roundId,
      genericHint: genericWord(text) !== null,
      mergedInto: null,
      order: keys.get(id) ?? '',
    })
  }
}

/** Adds notes that came after the wall had opened, nameless like the others. */
export const addLateNotes: Edit<{ texts: readonly string[] }> = (doc, { texts }, { newId }) => {
  const late = texts.map((text) => ({ id: newId(), text }))
  const keys = keysAtEnd(
    doc,
    late.map(({ id }) => id),
  )
  for (const { id, text } of late) {
    insertRow(doc, needNotes, id, {
      text,
      count: 1,
      functionName: '',
      genericHint: genericWord(text) !== null,
      mergedInto: null,
      order: keys.get(id) ?? '',
    })
  }
}

function keysAtEnd(doc: Y.Doc, ids: readonly string[]): ReadonlyMap<string, string> {
  const all = readRows(doc, needNotes).sort(byOrder)
  const keys = placeAll(all, all.length, ids)
  for (const { id, order } of keys.slice(ids.length)) updateRow(doc, needNotes, id, { order })
  return new Map(keys.map(({ id, order }) => [id, order]))
}

type NeedValues = Pick<ChangesOf<typeof needs>, 'short' | 'statement' | 'generic' | 'kind'>

/** Makes a need of notes, titled by the first unless said otherwise; answers its id, or null without any note. */
export const groupNotes: Edit<{ noteIds: readonly string[]; values?: NeedValues }, string | null> = (
  doc,
  { noteIds, values },
  { newId },
) => {
  const first = noteIds.map((id) => readRow(doc, needNotes, id)).find((note) => note !== null)
  if (!first) return null
  const id = newId()
  const all = readRows(doc, needs).sort(byOrder)
  const [own, ...others] = place(all, all.length, id)
  for (const other of others) updateRow(doc, needs, other.id, { order: other.order })
  insertRow(doc, needs, id, {
    short: cut(first.text, LONGEST_NEED),
    statement: first.text.length > LONGEST_NEED ? first.text : '',
    status: 'proposed',
    ...values,
    order: own?.order ?? '',
  })
  moveNotes(doc, noteIds, id)
  return id
}

/** Puts notes into a need, out of whichever they were in. */
export const mergeNotes: Edit<{ noteIds: readonly string[]; needId: string }, boolean> = (
  doc,
  { noteIds, needId },
) => {
  const need = readRow(doc, needs, needId)
  if (!need || need.binned) return false
  moveNotes(doc, noteIds, needId)
  return true
}

/** Where a note was: in that need, or loose. */
export interface NotePlace {
  readonly noteId: string
  readonly needId: string | null
}

/**
 * Takes back that notes were put into a need: those still in it go back where they were. A need made for them goes to the
 * bin, unless others put more into it meanwhile.
 */
export const returnNotes: Edit<{ places: readonly NotePlace[]; from: string; isMadeForThem: boolean }> = (
  doc,
  { places, from, isMadeForThem },
  { now, seatId },
) => {
  for (const { noteId, needId } of places) {
    if (readRow(doc, needNotes, noteId)?.mergedInto !== from) continue
    const before = needId === null ? null : readRow(doc, needs, needId)
    moveNotes(doc, [noteId], before && !before.binned ? before.id : null)
  }
  if (isMadeForThem && notesOf(doc, from).length === 0) {
    updateRow(doc, needs, from, { binned: { at: now(), seatId } })
  }
}

/** Takes notes out of their needs, back on the wall. */
export const releaseNotes: Edit<{ noteIds: readonly string[] }> = (doc, { noteIds }) =>
  moveNotes(doc, noteIds, null)

function moveNotes(doc: Y.Doc, noteIds: readonly string[], to: string | null): void {
  for (const id of noteIds) {
    const note = readRow(doc, needNotes, id)
    if (!note || note.mergedInto === to) continue
    if (note.mergedInto !== null)
      changeOrigins(doc, note.mergedInto, (words) => words.filter((one) => one !== note.text))
    updateRow(doc, needNotes, id, { mergedInto: to })
    if (to !== null) changeOrigins(doc, to, (words) => [...words, note.text])
  }
}

/** A need keeps the words it came from, each once. */
function changeOrigins(
  doc: Y.Doc,
  needId: string,
  change: (words: readonly string[]) => readonly string[],
): void {
  const need = readRow(doc, needs, needId)
  if (!need) return
  const sharpenedFrom = [...new Set(change(need.sharpenedFrom))].slice(0, MOST_ORIGINS)
  updateRow(doc, needs, needId, { sharpenedFrom })
}

const notesOf = (doc: Y.Doc, needId: string): string[] =>
  readRows(doc, needNotes)
    .filter(({ mergedInto }) => mergedInto === needId)
    .sort(byOrder)
    .map(({ id }) => id)

/** Undoes a group: its notes are loose again, the need goes to the bin. */
export const ungroupNeed: Edit<{ id: string }> = (doc, { id }, { now, seatId }) => {
  for (const noteId of notesOf(doc, id)) updateRow(doc, needNotes, noteId, { mergedInto: null })
  updateRow(doc, needs, id, { binned: { at: now(), seatId } })
}

/** Joins one need to another, which keeps its title and gets the notes and the words of both. */
export const mergeNeed: Edit<{ id: string; into: string }, boolean> = (
  doc,
  { id, into },
  { now, seatId },
) => {
  const from = readRow(doc, needs, id)
  const to = readRow(doc, needs, into)
  if (!from || !to || to.binned || id === into) return false
  const words = from.short === '' ? from.sharpenedFrom : [...from.sharpenedFrom, from.short]
  moveNotes(doc, notesOf(doc, id), into)
  changeOrigins(doc, into, (own) => [...own, ...words])
  updateRow(doc, needs, id, { binned: { at: now(), seatId } })
  return true
}

const isLive = (need: Need): boolean => need.binned === null

const activeOf = (doc: Y.Doc): Need[] =>
  readRows(doc, needs)
    .filter((need) => isLive(need) && need.status === 'active')
    .sort(byOrder)

/** Puts a need on the shortlist at `index`; false when seven are there already. */
export const shortlistNeed: Edit<{ id: string; index: number }, boolean> = (doc, { id, index }) => {
  const need = readRow(doc, needs, id)
  if (!need || need.binned) return false
  const others = activeOf(doc).filter((one) => one.id !== id)
  if (others.length >= MOST_ACTIVE) return false
  updateRow(doc, needs, id, { status: 'active' })
  const all = readRows(doc, needs)
    .filter((one) => one.id !== id)
    .sort(byOrder)
  const next = others[index]
  const last = others.at(-1)
  if (!last) return true
  const at = all.findIndex((one) => one.id === (next ?? last).id) + (next ? 0 : 1)
  for (const { id: rowId, order } of place(all, at, id)) updateRow(doc, needs, rowId, { order })
  return true
}

/** Takes a need off the shortlist; it is kept, and can be put back. */
export const parkNeed: Edit<{ id: string }, boolean> = (doc, { id }) =>
  updateRow(doc, needs, id, { status: 'parked' })

/** What a cutting vote decided: these are weighed, in this order, all others of the team are kept aside. */
export const applyCut: Edit<{ chosen: readonly string[] }> = (doc, { chosen }) => {
  const ids = chosen.filter((id) => readRow(doc, needs, id)?.binned === null).slice(0, MOST_ACTIVE)
  parkAllBut(doc, ids)
  const others = readRows(doc, needs)
    .filter(({ id }) => !ids.includes(id))
    .sort(byOrder)
  for (const { id, order } of placeAll(others, 0, ids)) updateRow(doc, needs, id, { order })
  for (const id of ids) updateRow(doc, needs, id, { status: 'active' })
}

/** The shortlist stands: what is not on it is parked. */
export const agreeShortlist: Edit<null> = (doc) =>
  parkAllBut(
    doc,
    activeOf(doc).map(({ id }) => id),
  )

/** Needs that customers named stay proposals of theirs. */
function parkAllBut(doc: Y.Doc, ids: readonly string[]): void {
  for (const need of readRows(doc, needs)) {
    const isTheTeams = need.status === 'proposed' || need.status === 'active'
    if (isLive(need) && isTheTeams && !ids.includes(need.id)) {
      updateRow(doc, needs, need.id, { status: 'parked' })
    }
  }
}
