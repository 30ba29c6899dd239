/**
 * From changes to entries of the journal. What one seat types into one field, keystroke after keystroke, is one entry;
 * a choice, a place or a number is an entry each time.
 */
import type { Change } from '#server/history/content-watch.ts'

/** Typing goes on while the pauses are at most this long. */
const TYPING_PAUSE_MS = 5_000

export interface Entry extends Change {
  readonly seatId: string | null
  /** Epoch ms of the last keystroke. */
  readonly at: number
  /** Number in the journal; null: not written yet. */
  readonly seq: number | null
}

/** The entries somebody may still be typing in, by field. */
export type OpenEntries = ReadonlyMap<string, Entry>

interface Planned {
  /** New entries and grown ones, in order. */
  readonly entries: readonly Entry[]
  /** The keys of `entries`, in the same order. */
  readonly keys: readonly string[]
}

/** What is to be written for the changes of some updates, each with its author and time. */
export function planEntries(
  updates: readonly {
    readonly changes: readonly Change[]
    readonly seatId: string | null
    readonly at: number
  }[],
  open: OpenEntries,
): Planned {
  const entries: Entry[] = []
  const keys: string[] = []
  /** Where the newest entry of a field stands in `entries`. */
  const places = new Map<string, number>()
  for (const { changes, seatId, at } of updates) {
    for (const change of changes) {
      const key = JSON.stringify([change.collection, change.recordId, change.field])
      const place = places.get(key)
      const before = place === undefined ? open.get(key) : entries[place]
      if (before && goesOn(before, change, seatId, at)) {
        const grown = { ...before, newValue: change.newValue, at }
        places.set(key, place ?? entries.length)
        if (place === undefined) {
          entries.push(grown)
          keys.push(key)
        } else entries[place] = grown
      } else {
        places.set(key, entries.length)
        entries.push({ ...change, seatId, at, seq: null })
        keys.push(key)
      }
    }
  }
  return { entries, keys }
}

/** Entries somebody may go on typing in after these were written under these numbers. */
export function stillOpen(
  open: OpenEntries,
  { entries, keys }: Planned,
  numbers: readonly number[],
): OpenEntries {
  const next = new Map(open)
  for (const [index, key] of keys.entries()) {
    const entry = entries[index]
    if (entry) next.set(key, { ...entry, seq: numbers[index] ?? entry.seq })
  }
  const at = entries.at(-1)?.at ?? 0
  for (const [key, entry] of next) if (at - entry.at > TYPING_PAUSE_MS) next.delete(key)
  return next
}

const goesOn = (before: Entry, change: Change, seatId: string | null, at: number): boolean =>
  before.isTyped &&
  before.seatId === seatId &&
  at - before.at <= TYPING_PAUSE_MS &&
  before.newValue === change.oldValue &&
  before.newValue !== null &&
  change.newValue !== null
