/**
 * How many types lie around each struct: 1 directly in a root, one more in every map, list or text below it. Yjs walks
 * down recursively when it deletes, so what is nested thousands deep would exhaust the stack of everyone who applies
 * the deletion; and a client can get there little by little, with updates that are all harmless by themselves.
 */

/** What lies deeper counts as this deep. */
const DEEPEST = 31
const STEP = DEEPEST + 1

/** Of all that is held: neighbours of one depth are kept as one number, clock and depth together. */
export class Nesting {
  readonly #runs = new Map<number, number[]>()

  /** Of a struct that is held. */
  depthAt(client: number, clock: number): number {
    const runs = this.#runs.get(client)
    if (!runs) return 1
    let low = 0
    let high = runs.length - 1
    // Most of what arrives hangs on what came last.
    if (Math.floor((runs[high] as number) / STEP) <= clock) low = high
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (Math.floor((runs[middle] as number) / STEP) <= clock) low = middle
      else high = middle - 1
    }
    return (runs[low] as number) % STEP
  }

  /** Everything of this client from `clock` on, until the next call. */
  append(client: number, clock: number, depth: number): void {
    const runs = this.#runs.get(client)
    if (!runs) this.#runs.set(client, [clock * STEP + depth])
    else if ((runs[runs.length - 1] as number) % STEP !== depth) runs.push(clock * STEP + depth)
  }
}

/** Where a struct gets its parent from: it lies beside another one, or in it. */
export interface Hold {
  readonly onClient: number
  readonly onClock: number
  readonly isParent: boolean
}

interface Run {
  readonly client: number
  readonly clock: number
  /** Not known yet if it hangs on what comes later in the same update. */
  depth: number | null
  readonly hold: Hold | null
}

/** Of the structs one update would add; to be read in the order of the update. */
export class UpdateNesting {
  readonly #held: Nesting
  #runs: Run[] = []
  /** Positions in `#runs`, first and behind the last. */
  readonly #blocks = new Map<number, { from: number; to: number }>()
  #isOpen = false

  constructor(held: Nesting) {
    this.#held = held
  }

  clear(): void {
    this.#isOpen = false
    if (this.#runs.length === 0) return
    this.#runs = []
    this.#blocks.clear()
  }

  /** The structs of `client` from `clock` on, until the next call. `isHeld` tells what the update need not bring. */
  add(client: number, clock: number, hold: Hold | null, isHeld: (hold: Hold) => boolean): void {
    const depth = hold ? this.#depthBy(hold, isHeld(hold)) : 1
    this.#isOpen ||= depth === null
    const block = this.#blocks.get(client)
    if (block && depth !== null && this.#runs[block.to - 1]?.depth === depth) return
    this.#runs.push({ client, clock, depth, hold: depth === null ? hold : null })
    if (block) block.to++
    else this.#blocks.set(client, { from: this.#runs.length - 1, to: this.#runs.length })
  }

  /** The depth of what lies deepest. Only for an update without gaps. */
  deepest(): number {
    if (this.#isOpen) for (const run of this.#runs) this.#settle(run)
    this.#isOpen = false
    let deepest = 0
    for (const { depth } of this.#runs) if ((depth as number) > deepest) deepest = depth as number
    return deepest
  }

  /** The update is taken. */
  keep(): void {
    for (const { client, clock, depth } of this.#runs) this.#held.append(client, clock, depth as number)
  }

  #depthBy(hold: Hold, isHeld: boolean): number | null {
    const depth = isHeld
      ? this.#held.depthAt(hold.onClient, hold.onClock)
      : (this.#find(hold.onClient, hold.onClock)?.depth ?? null)
    return depth === null ? null : beside(depth, hold)
  }

  /** Follows what it hangs on to something whose depth is known, and comes back the same way. */
  #settle(run: Run): void {
    const way: Run[] = []
    let at: Run | undefined = run
    while (at?.hold && at.depth === null) {
      way.push(at)
      at = this.#find(at.hold.onClient, at.hold.onClock)
    }
    let depth = at?.depth ?? 1
    for (const passed of way.reverse()) {
      depth = beside(depth, passed.hold as Hold)
      passed.depth = depth
    }
  }

  #find(client: number, clock: number): Run | undefined {
    const block = this.#blocks.get(client)
    if (!block) return undefined
    let low = block.from
    let high = block.to - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#runs[middle] as Run).clock <= clock) low = middle
      else high = middle - 1
    }
    return this.#runs[low]
  }
}

const beside = (depth: number, hold: Hold): number => (hold.isParent ? Math.min(depth + 1, DEEPEST) : depth)
