/**
 * Who is present in a room, as encoded entries by client id. A client id belongs to the connection that named it
 * first, and its state to that connection's seat: the seat's id is written into it here. What a client says of
 * others' ids (every Yjs client repeats what it hears) is passed over after reading two numbers.
 */
import * as encoding from 'lib0/encoding'
import { ByteReader, Malformed } from '#server/sync/byte-reader.ts'
import type { SyncLimits } from '#server/sync/limits.ts'
import { parseJson } from '#server/sync/update-walk.ts'

export interface Speaker {
  readonly seatId: string
}

interface Entry {
  /** Null: a connection of another process. */
  readonly speaker: Speaker | null
  readonly seatId: string
  /** As sent on. Runs ahead of `announced` after a client came back with a clock it had used before. */
  clock: number
  announced: number
  state: string | null
  heardAt: number
}

interface Change {
  readonly clock: number
  readonly state: string | null
  readonly speaker: Speaker | null
}

interface Departed {
  readonly clock: number
  readonly seatId: string
  readonly at: number
}

export interface PresenceChanges {
  readonly messages: readonly Uint8Array[]
  /** The one connection that made all of them, if it is one. */
  readonly speaker: Speaker | null
  /** Those made in this process, for the others. */
  readonly own: readonly Uint8Array[]
}

export const noChanges: PresenceChanges = { messages: [], speaker: null, own: [] }

export type PresenceVerdict = 'news' | 'echo' | 'malformed' | 'too-large'

const MOST_ENTRIES = 2000
const MOST_DEPARTED = 1000
const DEPARTED_MS = 60_000
/** Other processes repeat theirs every 10 s. */
const REMOTE_MS = 40_000
/** A client sends back what it hears in one message, so what it hears stays well below what it may send. */
const MESSAGE_BYTES = 32 * 1024

export class PresenceBook {
  readonly #limits: SyncLimits
  readonly #entries = new Map<number, Entry>()
  readonly #departed = new Map<number, Departed>()
  readonly #idsOf = new Map<Speaker, Set<number>>()
  #changes = new Map<number, Change>()
  #all: readonly Uint8Array[] | null = null

  constructor(limits: SyncLimits) {
    this.#limits = limits
  }

  get hasChanges(): boolean {
    return this.#changes.size > 0
  }

  /** Entries of a client. `comeback` gets the ids whose clock the client must move on (see `lastWords`). */
  receive(
    speaker: Speaker,
    body: Uint8Array,
    now: number,
    comeback: (message: Uint8Array) => void,
  ): PresenceVerdict {
    const from = new ByteReader(body)
    const count = from.varUint()
    if (count > MOST_ENTRIES) return 'malformed'
    let verdict: PresenceVerdict = 'echo'
    for (let each = 0; each < count; each++) {
      const client = from.varUint()
      const clock = from.varUint()
      const state = from.varBytes()
      const entry = this.#entryOf(speaker, client, clock, now)
      if (entry ? entry.speaker !== speaker : this.#isEchoOfDeparted(speaker, client, clock)) continue
      if (entry && clock < entry.announced) continue
      if (state.length > this.#limits.presenceStateBytes) return 'too-large'
      const isNull = state.length === 4 && Buffer.from(state).toString() === 'null'
      if (entry ? clock === entry.announced && !(isNull && entry.state !== null) : isNull) continue
      if (!entry && this.#idCount(speaker) >= this.#limits.presenceIdsPerConnection) return 'malformed'
      if (!entry) this.#welcome(speaker, client, clock, comeback)
      this.#say(speaker, client, clock, isNull ? null : this.#ofSeat(state, speaker.seatId), now)
      verdict = 'news'
    }
    from.end()
    return verdict
  }

  /** Entries of another process's connections. */
  receiveRemote(body: Uint8Array, now: number): void {
    const from = new ByteReader(body)
    for (let left = from.varUint(); left > 0; left--) {
      const client = from.varUint()
      const clock = from.varUint()
      const text = from.string()
      const entry = this.#entries.get(client)
      if (entry?.speaker) continue
      if (text === 'null') {
        if (entry) this.#remove(client, entry, now)
      } else if (!entry || clock > entry.clock)
        this.#note(client, {
          speaker: null,
          seatId: seatIn(text),
          clock,
          announced: clock,
          state: text,
          heardAt: now,
        })
      else entry.heardAt = now
    }
  }

  leave(speaker: Speaker, now: number): void {
    for (const client of this.#idsOf.get(speaker) ?? []) {
      const entry = this.#entries.get(client)
      if (entry) this.#remove(client, entry, now)
    }
    this.#idsOf.delete(speaker)
  }

  /** What has changed since the last time; the latest state of each client. */
  takeChanges(): PresenceChanges {
    const changes = this.#changes
    this.#changes = new Map()
    const own = new Map([...changes].filter(([, change]) => change.speaker !== null))
    const speakers = new Set([...changes.values()].map((change) => change.speaker))
    const [speaker = null] = speakers
    const messages = encodeEntries(changes)
    return {
      messages,
      speaker: speakers.size === 1 ? speaker : null,
      own: own.size === changes.size ? messages : encodeEntries(own),
    }
  }

  /** Everyone who is present. */
  all(): readonly Uint8Array[] {
    this.#all ??= encodeEntries(new Map([...this.#entries].filter(([, entry]) => entry.state !== null)))
    return this.#all
  }

  /** Everyone who is present in this process. */
  own(): readonly Uint8Array[] {
    return encodeEntries(
      new Map([...this.#entries].filter(([, { speaker, state }]) => speaker !== null && state !== null)),
    )
  }

  /** Forgets connections of processes that have fallen silent, and those who left long ago. */
  expire(now: number): void {
    for (const [client, entry] of this.#entries)
      if (!entry.speaker && now - entry.heardAt > REMOTE_MS) this.#remove(client, entry, now)
    for (const [client, { at }] of this.#departed) if (now - at > DEPARTED_MS) this.#departed.delete(client)
  }

  #idCount(speaker: Speaker): number {
    return this.#idsOf.get(speaker)?.size ?? 0
  }

  /** The entry of a client; one of another process ends here if its client has come over to this process. */
  #entryOf(speaker: Speaker, client: number, clock: number, now: number): Entry | undefined {
    const entry = this.#entries.get(client)
    if (!entry || entry.speaker || entry.seatId !== speaker.seatId) return entry
    if (clock <= entry.clock && this.#idCount(speaker) > 0) return entry
    this.#remove(client, entry, now)
    return undefined
  }

  /** Somebody repeats the state of a client that has left meanwhile. */
  #isEchoOfDeparted(speaker: Speaker, client: number, clock: number): boolean {
    const departed = this.#departed.get(client)
    if (!departed || clock > departed.clock) return false
    return departed.seatId !== speaker.seatId || this.#idCount(speaker) > 0
  }

  #welcome(speaker: Speaker, client: number, clock: number, comeback: (message: Uint8Array) => void): void {
    const departed = this.#departed.get(client)
    if (departed && clock <= departed.clock) {
      // Others would take its state for old. Told that it has left, a Yjs client moves its clock on by itself.
      comeback(encodeEntry(client, departed.clock, null))
      this.#note(client, {
        speaker,
        seatId: speaker.seatId,
        clock: departed.clock,
        announced: -1,
        state: null,
        heardAt: 0,
      })
    }
    this.#departed.delete(client)
    const ids = this.#idsOf.get(speaker) ?? new Set()
    this.#idsOf.set(speaker, ids.add(client))
  }

  #say(speaker: Speaker, client: number, announced: number, state: string | null, now: number): void {
    const entry = this.#entries.get(client)
    const isRepeated = entry !== undefined && announced === entry.clock && state === entry.state
    const isRemoval = state === null && entry?.announced === announced
    if (entry && isRepeated) entry.announced = announced
    else {
      const clock = isRemoval ? entry.clock : Math.max(announced, entry ? entry.clock + 1 : 0)
      this.#note(client, { speaker, seatId: speaker.seatId, clock, announced, state, heardAt: now })
    }
  }

  #note(client: number, entry: Entry): void {
    this.#all = null
    this.#entries.set(client, entry)
    this.#changes.set(client, { clock: entry.clock, state: entry.state, speaker: entry.speaker })
  }

  #remove(client: number, { clock, speaker, seatId }: Entry, now: number): void {
    this.#all = null
    this.#entries.delete(client)
    this.#changes.set(client, { clock, state: null, speaker })
    this.#departed.delete(client)
    this.#departed.set(client, { clock, seatId, at: now })
    const [oldest] = this.#departed.keys()
    if (this.#departed.size > MOST_DEPARTED && oldest !== undefined) this.#departed.delete(oldest)
  }

  #ofSeat(state: Uint8Array, seatId: string): string {
    const text = Buffer.from(state.buffer, state.byteOffset, state.byteLength).toString('utf8')
    const value = parseJson(text, this.#limits.depth)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Malformed()
    return JSON.stringify({ ...value, seatId })
  }
}

/** The seat in a state that another process has written it into. */
function seatIn(state: string): string {
  const { seatId } = JSON.parse(state) as { readonly seatId?: unknown }
  return typeof seatId === 'string' ? seatId : ''
}

type Encodable = ReadonlyMap<number, { readonly clock: number; readonly state: string | null }>

function encodeEntries(entries: Encodable): readonly Uint8Array[] {
  const messages: Uint8Array[] = []
  let body = encoding.createEncoder()
  let count = 0
  for (const [client, { clock, state }] of entries) {
    writeEntry(body, client, clock, state)
    count++
    if (encoding.length(body) < MESSAGE_BYTES) continue
    messages.push(counted(count, body))
    body = encoding.createEncoder()
    count = 0
  }
  if (count > 0) messages.push(counted(count, body))
  return messages
}

function encodeEntry(client: number, clock: number, state: string | null): Uint8Array {
  const body = encoding.createEncoder()
  writeEntry(body, client, clock, state)
  return counted(1, body)
}

function writeEntry(to: encoding.Encoder, client: number, clock: number, state: string | null): void {
  encoding.writeVarUint(to, client)
  encoding.writeVarUint(to, clock)
  encoding.writeVarString(to, state ?? 'null')
}

function counted(count: number, body: encoding.Encoder): Uint8Array {
  const to = encoding.createEncoder()
  encoding.writeVarUint(to, count)
  encoding.writeUint8Array(to, encoding.toUint8Array(body))
  return encoding.toUint8Array(to)
}
