/** The order key of a record among the others of its collection; neighbours whose keys stand in the way get new ones. */
import type * as Y from 'yjs'
import { type Collection, readRows, updateRow } from '#shared/document/collection.ts'
import type { Field, Shape } from '#shared/document/fields.ts'
import { byOrder, place } from '#shared/document/order.ts'

type OrderedCollection = Collection<Shape & { readonly order: Field<string> }>

/** Key that puts `id` before the record `before`, or after all others without one; re-keys others where it must. */
export function keyBefore(doc: Y.Doc, of: OrderedCollection, id: string, before: string | null): string {
  const others = readRows(doc, of)
    .filter((row) => row.id !== id)
    .sort(byOrder)
  const at = others.findIndex((row) => row.id === before)
  const [own, ...rekeyed] = place(others, at < 0 ? others.length : at, id)
  for (const { id: other, order } of rekeyed) updateRow(doc, of, other, { order })
  return own?.order ?? ''
}

export const keyAtEnd = (doc: Y.Doc, of: OrderedCollection, id: string): string =>
  keyBefore(doc, of, id, null)
