/**
 * Counts which components rendered, from outside: React tells its developer tools about every commit, and a fiber
 * that did work carries a flag. Import this module before anything that loads React DOM.
 */
interface Fiber {
  readonly type: unknown
  readonly flags: number
  readonly child: Fiber | null
  readonly sibling: Fiber | null
  readonly alternate: Fiber | null
}

/** `PerformedWork` of React's fiber flags. */
const PERFORMED_WORK = 1
const counts = new Map<string, number>()

Object.assign(globalThis, {
  __REACT_DEVTOOLS_GLOBAL_HOOK__: {
    supportsFiber: true,
    inject: () => 1,
    onCommitFiberUnmount: () => {},
    onCommitFiberRoot: (_: number, root: { current: Fiber }) => walk(root.current, root.current.alternate),
  },
})

/** Renders since the last call, by component name. */
export function takeRenders(): ReadonlyMap<string, number> {
  const taken = new Map(counts)
  counts.clear()
  return taken
}

/** Children that React did not visit in this commit are the very same objects as before. */
function walk(fiber: Fiber, before: Fiber | null): void {
  const name = nameOf(fiber.type)
  const isNew = before === null
  if (name !== null && (isNew || (fiber.flags & PERFORMED_WORK) !== 0)) {
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  if (before !== null && fiber.child === before.child) return
  const known = new Set<Fiber>()
  for (let child = before?.child ?? null; child; child = child.sibling) known.add(child)
  for (let child = fiber.child; child; child = child.sibling) {
    if (!known.has(child))
      walk(child, child.alternate !== null && known.has(child.alternate) ? child.alternate : null)
  }
}

function nameOf(type: unknown): string | null {
  if (typeof type === 'function') return type.name
  if (typeof type === 'object' && type !== null && 'type' in type) return nameOf(type.type)
  return null
}
