/**
 * Whether the structs of one update can all be placed. A struct may hang on structs of other clients; Yjs places
 * those first. Structs that wait for each other in a ring, or for one that is nowhere, would wait in every browser
 * for ever.
 */
import type { Clocks } from '#server/sync/state-vector.ts'

/** The struct of `client` at `clock` can be placed once `onClient` is placed beyond `onClock`. */
export interface Need {
  readonly client: number
  readonly clock: number
  readonly onClient: number
  readonly onClock: number
}

/** Steps after which an update counts as not placeable: far above anything a client makes, far below a stall. */
const MOST_STEPS = 1_000_000

/** `held` are the clocks before the update, `ends` where its structs would lead. Needs are in order per client. */
export function canBePlaced(needs: readonly Need[], held: Clocks, ends: Clocks): boolean {
  const waiting = new Map<number, Need[]>()
  for (const need of needs) {
    const own = waiting.get(need.client)
    if (own) own.push(need)
    else waiting.set(need.client, [need])
  }
  const next = new Map<number, number>()
  /** How far a client is placed: up to the struct that waits. */
  const placed = (client: number): number => {
    const own = waiting.get(client)
    const need = own?.[next.get(client) ?? 0]
    return need ? need.clock : Math.max(ends.get(client) ?? 0, held.get(client) ?? 0)
  }
  const wokenBy = new Map<number, Set<number>>()
  const ready = [...waiting.keys()]
  let left = needs.length
  for (let step = 0, client = ready.pop(); client !== undefined; client = ready.pop()) {
    const own = waiting.get(client) ?? []
    let at = next.get(client) ?? 0
    const before = at
    for (let need = own[at]; need && placed(need.onClient) > need.onClock; need = own[++at]) {
      next.set(client, at + 1)
      left--
      if (++step > MOST_STEPS) return false
    }
    const blocked = own[at]
    if (blocked) wakers(wokenBy, blocked.onClient).add(client)
    if (at === before) continue
    const woken = wakers(wokenBy, client)
    step += woken.size
    if (step > MOST_STEPS) return false
    ready.push(...woken)
    woken.clear()
  }
  return left === 0
}

function wakers(wokenBy: Map<number, Set<number>>, client: number): Set<number> {
  const found = wokenBy.get(client) ?? new Set()
  wokenBy.set(client, found)
  return found
}
