/** Structural sharing: what did not change keeps its identity, so that nothing that shows it renders again. */

/** `next`, built from as much of `before` as is equal to it; `before` itself when all of it is. */
export function keepEqual<T>(before: T | undefined, next: T): T {
  if (Object.is(before, next)) return next
  if (Array.isArray(before) && Array.isArray(next)) return keepList(before, next) as T
  if (before instanceof Map && next instanceof Map) return keepMap(before, next) as T
  if (isPlain(before) && isPlain(next)) return keepPlain(before, next) as T
  return next
}

function keepList(before: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const kept = next.map((value, i) => keepEqual(before[i], value))
  return before.length === kept.length && kept.every((value, i) => Object.is(value, before[i]))
    ? before
    : kept
}

function keepMap(
  before: ReadonlyMap<unknown, unknown>,
  next: ReadonlyMap<unknown, unknown>,
): ReadonlyMap<unknown, unknown> {
  const kept = new Map<unknown, unknown>()
  let same = before.size === next.size
  for (const [key, value] of next) {
    const shared = keepEqual(before.get(key), value)
    kept.set(key, shared)
    same = same && before.has(key) && Object.is(shared, before.get(key))
  }
  return same ? before : kept
}

function keepPlain(before: Record<string, unknown>, next: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {}
  const keys = Object.keys(next)
  let same = keys.length === Object.keys(before).length
  for (const key of keys) {
    kept[key] = keepEqual(before[key], next[key])
    same = same && Object.hasOwn(before, key) && Object.is(kept[key], before[key])
  }
  return same ? before : kept
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
