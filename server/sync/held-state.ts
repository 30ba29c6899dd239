/**
 * What a room's document contains, as clocks and deleted ranges, without the content. Judges each update that
 * arrives: what it adds must follow on what is held, without a gap, and only what is new is kept. So stored updates
 * never overlap, and merging them gives the same document in whatever order they are merged.
 */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { Malformed } from '#server/sync/byte-reader.ts'
import { MERGED_AT_ONCE } from '#server/sync/limits.ts'
import { canBePlaced, type Need } from '#server/sync/placing.ts'
import { RangeSet } from '#server/sync/range-set.ts'
import { unlimited, type WalkLimits, walkUpdate } from '#server/sync/update-walk.ts'

export type Clocks = ReadonlyMap<number, number>

export type Verdict =
  | { readonly status: 'malformed' }
  /** Something before it is missing; `ends` is how far it would have gone. */
  | { readonly status: 'gap'; readonly ends: Clocks }
  | { readonly status: 'known' }
  | { readonly status: 'too-large' }
  /** `data` is a copy, and holds only what is new. */
  | { readonly status: 'news'; readonly data: Uint8Array }

interface Deletion {
  readonly client: number
  readonly from: number
  readonly to: number
}

interface Scan {
  /** Per client where the structs would lead; the clocks held if they add nothing. */
  readonly ends: Map<number, number>
  readonly needs: Need[]
  readonly deletions: Deletion[]
  readonly deletesAt: number
  hasGap: boolean
  hasNewStructs: boolean
  /** Some of the structs are held already. */
  overlaps: boolean
}

const NO_STRUCTS = new Uint8Array([0])

export class HeldState {
  readonly #clocks = new Map<number, number>()
  readonly #deleted = new Map<number, RangeSet>()
  readonly #limits: WalkLimits

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
    const scan = this.#scan(update, this.#limits)
    if (!scan) return 'malformed'
    if (this.#leavesGap(scan)) return 'gap'
    const bringsDeletions = scan.deletions.some(({ client, from, to }) => !this.isDeleted(client, from, to))
    return scan.hasNewStructs || bringsDeletions ? 'news' : 'known'
  }

  clockOf(client: number): number {
    return this.#clocks.get(client) ?? 0
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
    const scan = this.#scan(update, limits)
    if (!scan) return { status: 'malformed' }
    if (this.#leavesGap(scan)) return { status: 'gap', ends: endsWithDeletions(scan) }
    const newDeletions = scan.deletions.filter(({ client, from, to }) => !this.isDeleted(client, from, to))
    if (!scan.hasNewStructs && newDeletions.length === 0) return { status: 'known' }
    const data = this.#onlyNews(update, scan, newDeletions)
    if (data.length > mostBytes) return { status: 'too-large' }
    this.#add(scan.ends, newDeletions)
    return { status: 'news', data }
  }

  #scan(update: Uint8Array, limits: WalkLimits): Scan | null {
    const scan: Omit<Scan, 'deletesAt'> = {
      ends: new Map(),
      needs: [],
      deletions: [],
      hasGap: false,
      hasNewStructs: false,
      overlaps: false,
    }
    try {
      const deletesAt = walkUpdate(
        update,
        {
          struct: (client, clock, length, _start, _end, isSkip) => {
            const held = scan.ends.get(client) ?? this.clockOf(client)
            const end = isSkip ? held : clock + length
            if (!isSkip && clock > held) scan.hasGap = true
            if (!isSkip && clock < this.clockOf(client)) scan.overlaps = true
            if (end > held) scan.hasNewStructs = true
            scan.ends.set(client, Math.max(held, end))
          },
          need: (client, clock, end, onClient, onClock) => {
            if (end > this.clockOf(client) && onClock >= this.clockOf(onClient))
              scan.needs.push({ client, clock, onClient, onClock })
          },
          deleted: (client, from, to) => scan.deletions.push({ client, from, to }),
        },
        limits,
      )
      return { ...scan, deletesAt }
    } catch (error) {
      if (error instanceof Malformed) return null
      throw error
    }
  }

  #leavesGap({ hasGap, needs, ends, deletions }: Scan): boolean {
    if (hasGap) return true
    if (deletions.some(({ client, to }) => to > (ends.get(client) ?? this.clockOf(client)))) return true
    return needs.length > 0 && !canBePlaced(needs, this.#clocks, ends)
  }

  #onlyNews(update: Uint8Array, scan: Scan, newDeletions: readonly Deletion[]): Uint8Array {
    const hasOldDeletions = newDeletions.length < scan.deletions.length
    if (!scan.hasNewStructs) return joined(NO_STRUCTS, encodeDeletions(newDeletions))
    if (!scan.overlaps && !hasOldDeletions) return update.slice()
    const trimmed = scan.overlaps ? Y.diffUpdate(update, this.#heldOf(scan.ends.keys())) : update
    const deletesAt = scan.overlaps ? walkUpdate(trimmed, {}, unlimited) : scan.deletesAt
    return joined(trimmed.subarray(0, deletesAt), encodeDeletions(newDeletions))
  }

  /** State vector of some clients. */
  #heldOf(clients: Iterable<number>): Uint8Array {
    return encodeClocks(new Map([...clients].map((client) => [client, this.clockOf(client)])))
  }

  #add(ends: Clocks, deletions: readonly Deletion[]): void {
    for (const [client, end] of ends) if (end > 0) this.#clocks.set(client, end)
    for (const { client, from, to } of deletions) {
      const ranges = this.#deleted.get(client) ?? new RangeSet()
      ranges.add(from, to)
      this.#deleted.set(client, ranges)
    }
  }
}

function endsWithDeletions({ ends, deletions }: Scan): Clocks {
  const all = new Map(ends)
  for (const { client, to } of deletions) all.set(client, Math.max(all.get(client) ?? 0, to))
  return all
}

/** Merges any number of updates, few at a time. */
export function mergeAll(updates: readonly Uint8Array[]): Uint8Array {
  if (updates.length <= MERGED_AT_ONCE) return Y.mergeUpdates([...updates])
  const merged: Uint8Array[] = []
  for (let from = 0; from < updates.length; from += MERGED_AT_ONCE)
    merged.push(Y.mergeUpdates(updates.slice(from, from + MERGED_AT_ONCE)))
  return mergeAll(merged)
}

export function encodeClocks(clocks: Clocks): Uint8Array {
  const to = encoding.createEncoder()
  encoding.writeVarUint(to, clocks.size)
  for (const [client, clock] of clocks) {
    encoding.writeVarUint(to, client)
    encoding.writeVarUint(to, clock)
  }
  return encoding.toUint8Array(to)
}

function encodeDeletions(deletions: readonly Deletion[]): Uint8Array {
  const byClient = new Map<number, Deletion[]>()
  for (const deletion of deletions) {
    const own = byClient.get(deletion.client)
    if (own) own.push(deletion)
    else byClient.set(deletion.client, [deletion])
  }
  const to = encoding.createEncoder()
  encoding.writeVarUint(to, byClient.size)
  for (const [client, own] of byClient) {
    encoding.writeVarUint(to, client)
    encoding.writeVarUint(to, own.length)
    for (const { from, to: end } of own) {
      encoding.writeVarUint(to, from)
      encoding.writeVarUint(to, end - from)
    }
  }
  return encoding.toUint8Array(to)
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}
