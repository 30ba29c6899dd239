/**
 * Order by fractional keys. Records sort by (key, id); two people who insert at one spot get equal keys, and anybody may
 * write junk, which sorts first. So placing may have to re-key neighbours: it answers with every key that must be written.
 */
import { generateNKeysBetween } from 'fractional-indexing'

export interface Ordered {
  readonly id: string
  readonly order: string
}

/** What the field of a key holds; longer ones would be read cut, and then be equal. */
const LONGEST_READ = 200
/** From here on all keys of the list are written anew, short. */
const LONGEST_WRITTEN = 100
/** More digits before the fraction no list of ours can need; a key at the end of that range could not be extended. */
const MOST_DIGITS = 12

export function byOrder(a: Ordered, b: Ordered): number {
  const [keyA, keyB] = [usable(a.order) ?? '', usable(b.order) ?? '']
  if (keyA !== keyB) return keyA < keyB ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/**
 * Keys that put `id` at `index` among `sorted` (sorted by `byOrder`, without `id` itself).
 * The first entry is always the placed record's; further ones re-key neighbours whose keys were equal or unusable.
 */
export const place = (sorted: readonly Ordered[], index: number, id: string): Ordered[] =>
  placeAll(sorted, index, [id])

/** The same for several records, which come to lie one after the other; their entries come first. */
export function placeAll(sorted: readonly Ordered[], index: number, ids: readonly string[]): Ordered[] {
  const at = Math.max(0, Math.min(index, sorted.length))
  const before = usable(sorted[at - 1]?.order)
  let next = at
  while (next < sorted.length && !isAfter(sorted[next]?.order, before)) next++
  const written = [...ids, ...sorted.slice(at, next).map((row) => row.id)]
  const keys = generateNKeysBetween(before, usable(sorted[next]?.order), written.length)
  return keys.every(mayBeWritten) ? withKeys(written, keys) : rekeyed(sorted, at, ids)
}

/** Short keys for the whole list, the placed records first in the answer. */
function rekeyed(sorted: readonly Ordered[], at: number, ids: readonly string[]): Ordered[] {
  const all = sorted.map((row) => row.id)
  all.splice(at, 0, ...ids)
  const rows = withKeys(all, generateNKeysBetween(null, null, all.length))
  const placed = rows.splice(at, ids.length)
  return [...placed, ...rows]
}

const withKeys = (ids: readonly string[], keys: readonly string[]): Ordered[] =>
  ids.map((id, i) => ({ id, order: keys[i] ?? '' }))

const isAfter = (key: string | undefined, before: string | null): boolean => {
  const own = usable(key)
  return own !== null && (before === null || own > before)
}

const usable = (key: string | undefined): string | null => (key !== undefined && isKey(key) ? key : null)

const mayBeWritten = (key: string): boolean => key.length <= LONGEST_WRITTEN && isKey(key)

/** A key that can be put between others; anything else (junk, other software) sorts first and is never extended. */
export function isKey(key: string): boolean {
  if (key.length > LONGEST_READ || !/^[A-Za-z][0-9A-Za-z]+$/.test(key)) return false
  const head = key.charCodeAt(0)
  const digits = head >= 0x61 ? head - 0x61 + 2 : 0x5a - head + 2
  return digits <= MOST_DIGITS && key.length >= digits && !(key.length > digits && key.endsWith('0'))
}
