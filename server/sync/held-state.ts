/**
 * What a room's document contains, as clocks, depths and deleted ranges, without the content. Judges each update that
 * arrives: what it adds must follow on what is held, without a gap, and only what is new is kept. So stored updates
 * never overlap, and merging them gives the same document in whatever order they are merged.
 */
import * as Y from 'yjs'
import { type Deletion, encodeDeletions } from '#server/sync/deletions.ts'
import { Nesting } from '#server/sync/nesting.ts'
import { canBePlaced } from '#server/sync/placing.ts'
import { RangeSet } from '#server/sync/range-set.ts'
import { type Clocks, encodeClocks } from '#server/sync/state-vector.ts'
import { UpdateScan } from '#server/sync/update-scan.ts'
import { unlimited, type WalkLimits, walkUpdate } from '#server/sync/update-walk.ts'

export type Verdict =
  | { readonly status: 'malformed' }
  /** Something before it is missing; `ends` is how far it would have gone. */
  | { readonly status: 'gap'; readonly ends: Clocks }
  | { readonly status: 'known' }
  | { readonly status: 'too-large' }
  /** `data` is a copy, and holds only what is new. */
  | { readonly status: 'news'; readonly data: Uint8Array }

const NO_STRUCTS = new Uint8Array([0])

export class HeldState {
  readonly #clocks = new Map<number, number>()
  readonly #deleted = new Map<number, RangeSet>()
  readonly #nesting = new Nesting()
  readonly #limits: WalkLimits
  /** Of the update that is being judged. */
  readonly #scan = new UpdateScan(this.#clocks, this.#nesting)

  constructor(limits: WalkLimits) {
    this.#limits = limits
  }

  get clocks(): Clocks {
    return this.#clocks
  }

  /** Takes what is new in a client's update if it fits, or says why not; only `news` changes anything. */
  receive(update: Uint8Array, mostBytes: number): Verdict {
    return this.#receive(update, this.#limits, mostBytes)
  }

  /** The same for an update that was checked before it was stored; those may have been merged into a large one. */
  receiveStored(update: Uint8Array): Verdict {
    return this.#receive(update, unlimited, Number.POSITIVE_INFINITY)
  }

  /** What an update would be, without taking it. */
  judge(update: Uint8Array): Verdict['status'] {
    if (!this.#scan.read(update, this.#limits)) return 'malformed'
    if (this.#leavesGap()) return 'gap'
    if (this.#scan.nesting.deepest() > this.#limits.typeDepth) return 'malformed'
    return this.#scan.hasNewStructs || this.#newDeletions().length > 0 ? 'news' : 'known'
  }

  clockOf(client: number): number {
    return this.#clocks.get(client) ?? 0
  }

  /** How many types lie around what is held at `clock`. */
  depthAt(client: number, clock: number): number {
    return this.#nesting.depthAt(client, clock)
  }

  isDeleted(client: number, from: number, to: number): boolean {
    return this.#deleted.get(client)?.covers(from, to) ?? false
  }

  /** True if everything up to `clocks` is held. */
  reaches(clocks: Clocks): boolean {
    for (const [client, clock] of clocks) if (this.clockOf(client) < clock) return false
    return true
  }

  /** An update that holds all deletions and nothing else. */
  deletions(): Uint8Array {
    const all: Deletion[] = []
    for (const [client, ranges] of this.#deleted)
      for (const [from, to] of ranges.ranges()) all.push({ client, from, to })
    return joined(NO_STRUCTS, encodeDeletions(all))
  }

  #receive(update: Uint8Array, limits: WalkLimits, mostBytes: number): Verdict {
    const scan = this.#scan
    if (!scan.read(update, limits)) return { status: 'malformed' }
    if (this.#leavesGap()) return { status: 'gap', ends: scan.reach() }
    if (scan.nesting.deepest() > limits.typeDepth) return { status: 'malformed' }
    const newDeletions = this.#newDeletions()
    if (!scan.hasNewStructs && newDeletions.length === 0) return { status: 'known' }
    const data = this.#onlyNews(update, newDeletions)
    if (data.length > mostBytes) return { status: 'too-large' }
    this.#add(newDeletions)
    return { status: 'news', data }
  }

  #leavesGap(): boolean {
    const { deletions, ends, hasGap, needs } = this.#scan
    if (hasGap) return true
    for (const { client, to } of deletions) if (to > (ends.get(client) ?? this.clockOf(client))) return true
    return needs.length > 0 && !canBePlaced(needs, this.#clocks, ends)
  }

  #newDeletions(): readonly Deletion[] {
    const { deletions } = this.#scan
    return deletions.filter(({ client, from, to }) => !this.isDeleted(client, from, to))
  }

  #onlyNews(update: Uint8Array, newDeletions: readonly Deletion[]): Uint8Array {
    const { deletesAt, deletions, ends, hasNewStructs, overlaps } = this.#scan
    if (!hasNewStructs) return joined(NO_STRUCTS, encodeDeletions(newDeletions))
    if (!overlaps && newDeletions.length === deletions.length) return update.slice()
    const trimmed = overlaps ? Y.diffUpdate(update, this.#heldOf(ends.keys())) : update
    const trimmedAt = overlaps ? walkUpdate(trimmed, {}, unlimited) : deletesAt
    return joined(trimmed.subarray(0, trimmedAt), encodeDeletions(newDeletions))
  }

  /** State vector of some clients. */
  #heldOf(clients: Iterable<number>): Uint8Array {
    return encodeClocks(new Map([...clients].map((client) => [client, this.clockOf(client)])))
  }

  #add(deletions: readonly Deletion[]): void {
    for (const [client, end] of this.#scan.ends) if (end > 0) this.#clocks.set(client, end)
    this.#scan.nesting.keep()
    for (const { client, from, to } of deletions) {
      const ranges = this.#deleted.get(client) ?? new RangeSet()
      ranges.add(from, to)
      this.#deleted.set(client, ranges)
    }
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}
