/**
 * A collection or singleton of a document as a zustand store of plain rows. One transaction is one new state;
 * a row that did not change keeps its identity, and so does every value in a row that did.
 */
import type * as Y from 'yjs'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { keepEqual } from '#client/session/keep-equal.ts'
import {
  type Collection,
  type RowOf,
  readRow,
  readSingle,
  type Singleton,
} from '#shared/document/collection.ts'

export type Rows<C extends Collection> = ReadonlyMap<string, RowOf<C>>

/** Rows by id, following the document for as long as it lives. */
export function mirror<C extends Collection>(doc: Y.Doc, of: C): StoreApi<Rows<C>> {
  const root = doc.getMap(of.name)
  const store = createStore<Rows<C>>(() => reread(new Map(), root.keys(), doc, of))
  root.observeDeep((events) => {
    const next = reread(store.getState(), changedIds(events), doc, of)
    if (next !== store.getState()) store.setState(next, true)
  })
  return store
}

export function mirrorSingle<C extends Singleton>(doc: Y.Doc, of: C): StoreApi<RowOf<C>> {
  const store = createStore<RowOf<C>>(() => readSingle(doc, of))
  doc.getMap(of.name).observeDeep(() => {
    const next = keepEqual(store.getState(), readSingle(doc, of))
    if (next !== store.getState()) store.setState(next, true)
  })
  return store
}

/** Ids of the rows a transaction touched, at any depth. */
function changedIds(events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): Set<string> {
  const ids = new Set<string>()
  for (const event of events) {
    const [id] = event.path
    if (id !== undefined) ids.add(String(id))
    else for (const key of event.changes.keys.keys()) ids.add(key)
  }
  return ids
}

function reread<C extends Collection>(before: Rows<C>, ids: Iterable<string>, doc: Y.Doc, of: C): Rows<C> {
  let next: Map<string, RowOf<C>> | null = null
  for (const id of ids) {
    const old = before.get(id)
    const read = readRow(doc, of, id)
    const row = read === null ? undefined : keepEqual(old, read)
    if (row === old) continue
    next ??= new Map(before)
    if (row === undefined) next.delete(id)
    else next.set(id, row)
  }
  return next ?? before
}
