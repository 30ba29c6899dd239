/** Pure arithmetic of concurrent typing: what a field's change was, and where it lies after changes by others. */

export type Delta = readonly {
  readonly retain?: number | undefined
  readonly insert?: unknown
  readonly delete?: number | undefined
}[]

/** Remove `remove` units at `index`, then insert `insert` there. */
export interface Change {
  readonly index: number
  readonly remove: number
  readonly insert: string
}

/** From `start` up to, not including, `end`. */
export interface Range {
  readonly start: number
  readonly end: number
}

/**
 * The one change that makes `next` out of `before`, nearest to the caret behind it; null if they are equal.
 * Never splits a surrogate pair.
 */
export function changeBetween(before: string, next: string, caret: number): Change | null {
  if (before === next) return null
  const shorter = Math.min(before.length, next.length)
  const longestEnd = Math.min(shorter, Math.max(0, next.length - caret))
  let end = 0
  while (end < longestEnd && before[before.length - 1 - end] === next[next.length - 1 - end]) end++
  if (end > 0 && isLowSurrogate(before, before.length - end)) end--
  let start = 0
  while (start < shorter - end && before[start] === next[start]) start++
  if (start > 0 && isHighSurrogate(before, start - 1)) start--
  return { index: start, remove: before.length - start - end, insert: next.slice(start, next.length - end) }
}

/** Where index `i` lies after `delta`; text inserted exactly at `i` comes after it when `stay` is true. */
export function mapIndex(delta: Delta, i: number, stay: boolean): number {
  let old = 0
  let out = i
  for (const op of delta) {
    if (op.retain !== undefined) old += op.retain
    else if (op.delete !== undefined) {
      if (old < i) out -= Math.min(op.delete, i - old)
      old += op.delete
    } else if (typeof op.insert === 'string' && (old < i || (old === i && !stay))) out += op.insert.length
    if (old > i) break
  }
  return out
}

/** What is left of `ranges` after `delta`: without what was deleted, and around what was inserted inside. */
export function mapRanges(delta: Delta, ranges: readonly Range[]): Range[] {
  const left: Range[] = []
  let old = 0
  let out = 0
  const keep = (length: number) => {
    for (const range of ranges) {
      const start = Math.max(range.start, old)
      const end = Math.min(range.end, old + length)
      if (start < end) left.push({ start: start + out - old, end: end + out - old })
    }
    old += length
    out += length
  }
  for (const op of delta) {
    if (op.retain !== undefined) keep(op.retain)
    else if (op.delete !== undefined) old += op.delete
    else if (typeof op.insert === 'string') out += op.insert.length
  }
  keep(Number.MAX_SAFE_INTEGER / 2)
  return left
}

/**
 * Index in `text` of each unit that a field shows of it, and of its end: fields drop carriage returns, single-line
 * ones every line break.
 */
export function shownIndices(text: string, shown: string): (index: number) => number {
  if (text === shown) return (index) => index
  const indices: number[] = []
  let at = 0
  for (const unit of shown.split('')) {
    while (at < text.length && !isShownAs(text, at, unit)) at++
    indices.push(at++)
  }
  return (index) => indices[index] ?? text.length
}

const isShownAs = (text: string, at: number, unit: string) =>
  text[at] === unit || (text[at] === '\r' && unit === '\n' && text[at + 1] !== '\n')

const isHighSurrogate = (text: string, at: number) => (text.charCodeAt(at) & 0xfc00) === 0xd800
const isLowSurrogate = (text: string, at: number) => (text.charCodeAt(at) & 0xfc00) === 0xdc00
