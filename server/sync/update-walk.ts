/**
 * Walks an encoded Yjs update (version 1) struct by struct, without making any of them, and refuses what a Yjs
 * client could not decode or would choke on: a bad update must never reach the log. Subdocuments are refused too.
 */
import { ByteReader, Malformed, utf16Length } from '#server/sync/byte-reader.ts'

export interface UpdateVisitor {
  /** A struct with these clocks, encoded between two places; `isSkip` if it is only a hole. */
  struct?(client: number, clock: number, length: number, start: number, end: number, isSkip: boolean): void
  /** The struct at `clock` can only be placed once another client's struct is there. Said before `struct` is. */
  need?(client: number, clock: number, onClient: number, onClock: number): void
  /** The next struct lies in another one, or beside it; not said of what lies in a root. Said before `struct` is. */
  hangs?(onClient: number, onClock: number, isParent: boolean): void
  deleted?(client: number, from: number, to: number): void
}

export interface WalkLimits {
  readonly clientsPerUpdate: number
  readonly depth: number
  readonly typeDepth: number
}

/** For updates that are merges of many that were checked one by one. */
export const unlimited: WalkLimits = {
  clientsPerUpdate: Number.POSITIVE_INFINITY,
  depth: Number.POSITIVE_INFINITY,
  typeDepth: Number.POSITIVE_INFINITY,
}

const GC = 0
const SKIP = 10
const HAS_ORIGIN = 0x80
const HAS_RIGHT_ORIGIN = 0x40
const HAS_PARENT_KEY = 0x20
/** What a struct that an item names tells of where the item lies. */
const NEITHER = 0
const BESIDE = 1
const WITHIN = 2
/** Type references 0 to 6; elements and hooks carry a name. */
const LAST_TYPE = 6
const NAMED_TYPES = [3, 5]
/** A clock counts single operations; nobody makes two billion. */
const LAST_CLOCK = 0x7fffffff

/** Throws `Malformed`. Answers where the delete set begins. */
export function walkUpdate(update: Uint8Array, visit: UpdateVisitor, limits: WalkLimits): number {
  const from = new ByteReader(update)
  const blocks = from.varUint()
  if (blocks > limits.clientsPerUpdate) throw new Malformed()
  let client = Number.POSITIVE_INFINITY
  for (let block = 0; block < blocks; block++) client = walkBlock(from, visit, limits, client)
  const deletesAt = from.at
  walkDeletes(from, visit)
  from.end()
  return deletesAt
}

/** Answers the block's client. */
function walkBlock(from: ByteReader, visit: UpdateVisitor, limits: WalkLimits, before: number): number {
  const count = from.varUint()
  const client = from.varUint()
  let clock = from.varUint()
  // Merging goes by falling client ids, and would lose what stands elsewhere.
  if (count === 0 || client >= before) throw new Malformed()
  for (let struct = 0; struct < count; struct++) {
    const start = from.at
    const info = from.byte()
    const isPlain = (info & 31) === GC || info === SKIP
    const length = isPlain ? from.varUint() : walkItem(from, info, client, clock, visit, limits)
    if (length === 0 || clock + length > LAST_CLOCK) throw new Malformed()
    visit.struct?.(client, clock, length, start, from.at, info === SKIP)
    clock += length
  }
  return client
}

/** Answers the item's length. */
function walkItem(
  from: ByteReader,
  info: number,
  client: number,
  clock: number,
  visit: UpdateVisitor,
  limits: WalkLimits,
): number {
  // Yjs takes the parent from the left neighbour if there is one.
  if (info & HAS_ORIGIN) walkId(from, client, clock, visit, BESIDE)
  if (info & HAS_RIGHT_ORIGIN) walkId(from, client, clock, visit, info & HAS_ORIGIN ? NEITHER : BESIDE)
  if ((info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) === 0) {
    if (from.varUint() === 1) from.utf8()
    else walkId(from, client, clock, visit, WITHIN)
    if (info & HAS_PARENT_KEY) from.utf8()
  }
  return walkContent(from, info & 31, limits.depth)
}

function walkId(
  from: ByteReader,
  client: number,
  clock: number,
  visit: UpdateVisitor,
  relation: typeof NEITHER | typeof BESIDE | typeof WITHIN,
): void {
  const onClient = from.varUint()
  const onClock = from.varUint()
  if (relation !== NEITHER) visit.hangs?.(onClient, onClock, relation === WITHIN)
  if (onClient !== client) visit.need?.(client, clock, onClient, onClock)
  // An item that hangs on a later one of the same client makes a Yjs client throw, and again at every load.
  else if (onClock >= clock) throw new Malformed()
}

function walkContent(from: ByteReader, kind: number, depth: number): number {
  switch (kind) {
    case 1: // deleted
      return from.varUint()
    case 2: // JSON values
      return times(from.varUint(), () => walkJson(from, depth, true))
    case 3: // binary
      from.varBytes()
      return 1
    case 4: // string
      return utf16Length(from.utf8())
    case 5: // embed
      walkJson(from, depth, false)
      return 1
    case 6: // format
      from.utf8()
      walkJson(from, depth, false)
      return 1
    case 7: // type
      walkType(from)
      return 1
    case 8: // any values
      return times(from.varUint(), () => walkAny(from, depth))
    default:
      throw new Malformed()
  }
}

function times(count: number, walk: () => void): number {
  for (let done = 0; done < count; done++) walk()
  return count
}

function walkType(from: ByteReader): void {
  const type = from.varUint()
  if (type > LAST_TYPE) throw new Malformed()
  if (NAMED_TYPES.includes(type)) from.utf8()
}

function walkJson(from: ByteReader, depth: number, mayBeUndefined: boolean): void {
  const text = from.string()
  if (!(mayBeUndefined && text === 'undefined')) parseJson(text, depth)
}

/** Throws `Malformed` for what is no JSON, or nested deeper than `depth`. */
export function parseJson(text: string, depth: number): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Malformed()
  }
  checkDepth(value, depth)
  return value
}

function checkDepth(value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) return
  if (depth === 0) throw new Malformed()
  for (const inner of Object.values(value)) checkDepth(inner, depth - 1)
}

/** One value as lib0's `writeAny` encodes it. */
function walkAny(from: ByteReader, depth: number): void {
  const tag = from.byte()
  switch (tag) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return
    case 125: // integer
      walkVarInt(from)
      return
    case 124: // float 32
      from.skip(4)
      return
    case 123: // float 64
    case 122: // bigint
      from.skip(8)
      return
    case 119: // string
      from.utf8()
      return
    case 116: // bytes
      from.varBytes()
      return
    case 118: // object
    case 117: // array
      walkNested(from, tag === 118, depth)
      return
    default:
      throw new Malformed()
  }
}

function walkNested(from: ByteReader, hasKeys: boolean, depth: number): void {
  if (depth === 0) throw new Malformed()
  times(from.varUint(), () => {
    if (hasKeys) from.utf8()
    walkAny(from, depth - 1)
  })
}

function walkVarInt(from: ByteReader): void {
  let byte = from.byte()
  let value = byte & 63
  let factor = 64
  while (byte >= 128) {
    byte = from.byte()
    value += (byte & 127) * factor
    factor *= 128
    if (value > Number.MAX_SAFE_INTEGER || factor > 2 ** 62) throw new Malformed()
  }
}

function walkDeletes(from: ByteReader, visit: UpdateVisitor): void {
  const clients = from.varUint()
  for (let each = 0; each < clients; each++) {
    const client = from.varUint()
    const ranges = from.varUint()
    for (let range = 0; range < ranges; range++) {
      const clock = from.varUint()
      const length = from.varUint()
      if (length === 0 || clock + length > LAST_CLOCK) throw new Malformed()
      visit.deleted?.(client, clock, clock + length)
    }
  }
}
