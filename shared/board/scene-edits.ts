/** Edits of the scene: what the workshop is about, who else customers look at, and the list of needs. */
import type * as Y from 'yjs'
import { functions, needs, options, scene } from '#shared/board/schema.ts'
import {
  type ChangesOf,
  insertRow,
  readRow,
  readRows,
  removeRow,
  updateRow,
  updateSingle,
} from '#shared/document/collection.ts'
import type { Edit } from '#shared/document/edit.ts'
import { byOrder, place } from '#shared/document/order.ts'

/** More others than these, doing nothing among them, nobody can compare. */
export const MOST_OTHERS = 5

export const changeScene: Edit<ChangesOf<typeof scene>> = (doc, changes) => updateSingle(doc, scene, changes)

/** The key of a record after all others; re-keys those that stand in the way. */
function orderAtEnd(doc: Y.Doc, of: typeof options | typeof functions | typeof needs, id: string): string {
  const all = readRows(doc, of).sort(byOrder)
  const [own, ...others] = place(all, all.length, id)
  for (const other of others) updateRow(doc, of, other.id, { order: other.order })
  return own?.order ?? ''
}

/** Adds a column of the competitor grid at the end; answers its id. */
export const addOption: Edit<{ name: string; kind: 'us' | 'competitor' | 'status_quo' }, string> = (
  doc,
  { name, kind },
  { newId },
) => {
  const id = newId()
  const order = orderAtEnd(doc, options, id)
  insertRow(doc, options, id, { name, kind, order })
  return id
}

export const changeOption: Edit<{ id: string; changes: ChangesOf<typeof options> }, boolean> = (
  doc,
  { id, changes },
) => updateRow(doc, options, id, changes)

export const removeOption: Edit<{ id: string }, boolean> = (doc, { id }) => removeRow(doc, options, id)

/** Adds a function of the room at the end, unless there is one of that name; answers its id. */
export const addFunction: Edit<{ name: string }, string> = (doc, { name }, { newId }) => {
  const all = readRows(doc, functions).sort(byOrder)
  const known = all.find((one) => one.name.toLocaleLowerCase() === name.toLocaleLowerCase())
  if (known) return known.id
  const id = newId()
  const order = orderAtEnd(doc, functions, id)
  insertRow(doc, functions, id, { name, order })
  return id
}

/** Adds a need at the end of the list; answers its id. */
export const addNeed: Edit<{ short: string; values?: ChangesOf<typeof needs> }, string> = (
  doc,
  { short, values },
  { newId },
) => {
  const id = newId()
  const order = orderAtEnd(doc, needs, id)
  insertRow(doc, needs, id, { status: 'active', ...values, short, order })
  return id
}

export const changeNeed: Edit<{ id: string; changes: Omit<ChangesOf<typeof needs>, 'order'> }, boolean> = (
  doc,
  { id, changes },
) => updateRow(doc, needs, id, changes)

/** Moves a need to `index`, counted without the need itself. */
export const moveNeed: Edit<{ id: string; index: number }, boolean> = (doc, { id, index }) => {
  if (!readRow(doc, needs, id)) return false
  const others = readRows(doc, needs)
    .filter((need) => !need.binned && need.id !== id)
    .sort(byOrder)
  for (const { id: rowId, order } of place(others, index, id)) updateRow(doc, needs, rowId, { order })
  return true
}

/** Moves a need to the bin, from where it can be restored. */
export const binNeed: Edit<{ id: string }, boolean> = (doc, { id }, { now, seatId }) =>
  updateRow(doc, needs, id, { binned: { at: now(), seatId } })
