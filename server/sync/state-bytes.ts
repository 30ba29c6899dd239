/**
 * A document as encoded bytes: segments, each a merge of many updates, and a tail of recent ones. A segment is
 * merged into the one before it only once it has grown to about its size, so the large ones are seldom touched.
 * Every update has a position, counted from 1 in the order of arrival; nothing here needs a `Y.Doc`.
 */
import * as Y from 'yjs'
import { cutUpdate } from '#server/sync/cut-update.ts'
import { stepTwoFrame, updateFrame } from '#server/sync/frames.ts'
import type { HeldState } from '#server/sync/held-state.ts'
import { joinUpdates, mergeAll } from '#server/sync/join-updates.ts'
import { MERGED_AT_ONCE, type SyncLimits } from '#server/sync/limits.ts'
import { type Clocks, encodeClocks } from '#server/sync/state-vector.ts'
import { unlimited, walkUpdate } from '#server/sync/update-walk.ts'

interface Segment {
  readonly data: Uint8Array
  /** Position of its last update. */
  readonly upto: number
  /** Where its structs end, per client. */
  readonly ends: Clocks
  /** The whole segment as frames, once somebody has needed all of it. */
  frames: readonly Uint8Array[] | null
}

interface TailUpdate {
  readonly data: Uint8Array
  readonly position: number
}

const EMPTY_UPDATE = new Uint8Array([0, 0])

export class StateBytes {
  readonly #limits: SyncLimits
  readonly #segments: Segment[] = []
  #tail: TailUpdate[] = []
  #tailBytes = 0
  /** Cached until the next update. */
  #joinedTail: Uint8Array | null = null
  #deletionsFrame: Uint8Array | null = null

  constructor(limits: SyncLimits) {
    this.#limits = limits
  }

  get bytes(): number {
    return this.#segments.reduce((sum, segment) => sum + segment.data.length, this.#tailBytes)
  }

  push(data: Uint8Array, position: number): void {
    this.#joinedTail = null
    this.#deletionsFrame = null
    this.#tailBytes += data.length
    this.#tail.push({ data, position })
    if (this.#tail.length >= MERGED_AT_ONCE || data.length > this.#limits.pieceBytes) this.#fold()
  }

  /** Drops the content of everything deleted; `position` is that of the last update. Decodes the document once. */
  forgetDeleted(position: number): void {
    const doc = new Y.Doc()
    doc.transact(() => {
      for (const { data } of [...this.#segments, ...this.#tail]) Y.applyUpdate(doc, data)
    })
    const data = Y.encodeStateAsUpdate(doc)
    this.#segments.splice(0, Infinity, { data, upto: position, ends: endsOf(data), frames: null })
    this.#tail = []
    this.#tailBytes = 0
    this.#joinedTail = null
    this.#deletionsFrame = null
  }

  /** What came after a position, as frames; may bring some of what came before once more. */
  since(position: number): readonly Uint8Array[] {
    const frames = this.#segments
      .filter((segment) => segment.upto > position)
      .flatMap((segment) => this.#framesOf(segment))
    const tail = this.#tail.filter((update) => update.position > position).map((update) => update.data)
    return tail.length === 0 ? frames : [...frames, updateFrame(joinUpdates(tail))]
  }

  /** Brings a client that holds `clocks` up to date; the last frame is the step 2. */
  answer(clocks: Clocks, held: HeldState): readonly Uint8Array[] {
    if (clocks.size === 0) return [...this.#wholeSegments(), stepTwoFrame(this.#wholeTail())]
    if (holds(clocks, held.clocks)) return [this.#deletions(held)]
    const vector = encodeClocks(clocks)
    const frames = this.#segments
      .filter(({ ends }) => !holds(clocks, ends))
      .flatMap(({ data }) => this.#cut(Y.diffUpdate(data, vector)))
    const rest = mergeAll([held.deletions(), Y.diffUpdate(this.#wholeTail(), vector)])
    return [...frames, stepTwoFrame(rest)]
  }

  #deletions(held: HeldState): Uint8Array {
    this.#deletionsFrame ??= stepTwoFrame(held.deletions())
    return this.#deletionsFrame
  }

  #wholeSegments(): readonly Uint8Array[] {
    return this.#segments.flatMap((segment) => this.#framesOf(segment))
  }

  #wholeTail(): Uint8Array {
    if (this.#tail.length === 0) return EMPTY_UPDATE
    this.#joinedTail ??= joinUpdates(this.#tail.map((update) => update.data))
    return this.#joinedTail
  }

  #framesOf(segment: Segment): readonly Uint8Array[] {
    segment.frames ??= this.#cut(segment.data)
    return segment.frames
  }

  #cut(update: Uint8Array): readonly Uint8Array[] {
    return cutUpdate(update, this.#limits.pieceBytes).map(updateFrame)
  }

  #fold(): void {
    const last = this.#tail.at(-1)
    if (!last) return
    this.#addSegment(mergeAll(this.#tail.map((update) => update.data)), last.position)
    this.#tail = []
    this.#tailBytes = 0
    this.#joinedTail = null
  }

  #addSegment(data: Uint8Array, upto: number): void {
    const before = this.#segments.at(-1)
    if (before && before.data.length < 2 * data.length) {
      this.#segments.pop()
      this.#addSegment(mergeAll([before.data, data]), upto)
    } else this.#segments.push({ data, upto, ends: endsOf(data), frames: null })
  }
}

/** Where the structs of an update end, per client. */
function endsOf(update: Uint8Array): Clocks {
  const ends = new Map<number, number>()
  walkUpdate(
    update,
    { struct: (client, clock, length, _start, _end, isSkip) => !isSkip && ends.set(client, clock + length) },
    unlimited,
  )
  return ends
}

const holds = (clocks: Clocks, ends: Clocks): boolean => {
  for (const [client, end] of ends) if ((clocks.get(client) ?? 0) < end) return false
  return true
}
