/** What one update would bring to clocks that are held. One object reads one update after the other. */
import { Malformed } from '#server/sync/byte-reader.ts'
import type { Deletion } from '#server/sync/deletions.ts'
import { type Hold, type Nesting, UpdateNesting } from '#server/sync/nesting.ts'
import type { Need } from '#server/sync/placing.ts'
import type { Clocks } from '#server/sync/state-vector.ts'
import { type UpdateVisitor, type WalkLimits, walkUpdate } from '#server/sync/update-walk.ts'

export class UpdateScan implements UpdateVisitor {
  readonly #held: Clocks
  /** Where the structs would lead, per client they name. */
  readonly ends = new Map<number, number>()
  /** Structs that hang on others this update would have to bring. */
  needs: Need[] = []
  deletions: Deletion[] = []
  deletesAt = 0
  hasGap = false
  hasNewStructs = false
  /** Some of the structs are held already, or are holes. */
  overlaps = false
  readonly nesting: UpdateNesting
  /** Of the struct that comes next. */
  #hold: Hold | null = null

  constructor(held: Clocks, nesting: Nesting) {
    this.#held = held
    this.nesting = new UpdateNesting(nesting)
  }

  /** False if the update cannot be read. */
  read(update: Uint8Array, limits: WalkLimits): boolean {
    this.ends.clear()
    this.needs = []
    this.deletions = []
    this.hasGap = false
    this.hasNewStructs = false
    this.overlaps = false
    this.nesting.clear()
    this.#hold = null
    try {
      this.deletesAt = walkUpdate(update, this, limits)
      return true
    } catch (error) {
      if (error instanceof Malformed) return false
      throw error
    }
  }

  /** How far the update goes, deletions included. */
  reach(): Clocks {
    const reach = new Map(this.ends)
    for (const { client, to } of this.deletions) reach.set(client, Math.max(reach.get(client) ?? 0, to))
    return reach
  }

  struct(client: number, clock: number, length: number, _start: number, _end: number, isSkip: boolean): void {
    const held = this.#held.get(client) ?? 0
    const before = this.ends.get(client) ?? held
    const after = isSkip ? before : Math.max(before, clock + length)
    if (isSkip || clock < held) this.overlaps = true
    if (!isSkip && clock > before) this.hasGap = true
    if (after > before) this.hasNewStructs = true
    this.ends.set(client, after)
    if (after > before) this.#nest(client, clock, held)
    this.#hold = null
  }

  need(client: number, clock: number, onClient: number, onClock: number): void {
    if (onClock >= (this.#held.get(onClient) ?? 0)) this.needs.push({ client, clock, onClient, onClock })
  }

  deleted(client: number, from: number, to: number): void {
    this.deletions.push({ client, from, to })
  }

  hangs(onClient: number, onClock: number, isParent: boolean): void {
    this.#hold = { onClient, onClock, isParent }
  }

  #nest(client: number, clock: number, held: number): void {
    // Of a struct that is held in part the rest follows on that part.
    if (clock < held)
      this.nesting.add(client, held, { onClient: client, onClock: held - 1, isParent: false }, this.#isHeld)
    else this.nesting.add(client, clock, this.#hold, this.#isHeld)
  }

  readonly #isHeld = ({ onClient, onClock }: Hold): boolean => onClock < (this.#held.get(onClient) ?? 0)
}
