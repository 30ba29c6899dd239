/**
 * Order by fractional keys. Records sort by (key, id); two people who insert at one spot get equal keys,
 * so placing may have to re-key the equals that follow: it answers with every key that must be written.
 */
import { generateNKeysBetween } from 'fractional-indexing'

export interface Ordered {
  readonly id: string
  readonly order: string
}

export function byOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/**
 * Keys that put `id` at `index` among `sorted` (sorted by `byOrder`, without `id` itself).
 * The first entry is always the placed record's; further ones re-key neighbours whose keys were equal or unusable.
 */
export function place(sorted: readonly Ordered[], index: number, id: string): Ordered[] {
  const at = Math.max(0, Math.min(index, sorted.length))
  const before = at > 0 ? (sorted[at - 1]?.order ?? null) : null
  let next = at
  while (next < sorted.length && !isAfter(sorted[next]?.order, before)) next++
  const after = sorted[next]?.order ?? null
  const rekeyed = sorted.slice(at, next)
  const keys = keysBetween(usable(before), usable(after), rekeyed.length + 1)
  return [id, ...rekeyed.map((row) => row.id)].map((rowId, i) => ({ id: rowId, order: keys[i] ?? '' }))
}

/** `count` keys after everything in `sorted`, in order. */
export function keysAtEnd(sorted: readonly Ordered[], count: number): string[] {
  return keysBetween(usable(sorted.at(-1)?.order ?? null), null, count)
}

const isAfter = (key: string | undefined, before: string | null) =>
  key !== undefined && isKey(key) && (before === null || !isKey(before) || key > before)

const usable = (key: string | null) => (key !== null && isKey(key) ? key : null)

function keysBetween(before: string | null, after: string | null, count: number): string[] {
  return generateNKeysBetween(before, after, count)
}

/** Keys written by this module; anything else (junk, other software) sorts but is never extended. */
function isKey(key: string): boolean {
  try {
    generateNKeysBetween(key, null, 1)
    return true
  } catch {
    return false
  }
}
