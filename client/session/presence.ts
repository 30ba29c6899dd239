/**
 * Who is here and what they have in hand, as a store. Sends at most ten changes a second, of the pointer thirty; what is taken in
 * becomes one new state per batch, in which a person nothing happened to keeps identity. Without a line nobody is known
 * to have gone: whoever was here last stays, as away.
 */
import type { Awareness } from 'y-protocols/awareness'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { PersonPresent } from '#client/session/api.ts'
import { type Carets, presenceCarets } from '#client/session/carets.ts'
import { keepEqual } from '#client/session/keep-equal.ts'
import { byFocus, cursorsOf, peopleOf } from '#client/session/people.ts'
import type { Cursor, Presence as WirePresence } from '#shared/protocol/wire.ts'
import type { Seat } from '#shared/record/schema.ts'

type PresenceChange = Partial<Omit<WirePresence, 'seatId'>>

export interface Present {
  readonly people: readonly PersonPresent[]
  /** Who has which card, row or cell in hand. */
  readonly holding: ReadonlyMap<string, readonly PersonPresent[]>
}

export interface Presence {
  readonly store: StoreApi<Present>
  /** Pointers by seat: apart from the rest, because they change far more often. */
  readonly cursors: StoreApi<ReadonlyMap<string, Cursor>>
  /** Where others write in texts of the board. */
  readonly carets: Carets
  set(change: PresenceChange): void
  /** The line came or went. */
  refresh(): void
  stop(): void
}

const SEND_EVERY_MS = 100
/** A little over a thirtieth of a second: no second holds more than thirty. */
const SEND_CURSOR_EVERY_MS = 34

export function openPresence(
  awareness: Awareness,
  seatId: string,
  seats: StoreApi<ReadonlyMap<string, Seat>>,
  now: () => number,
  isOnline: () => boolean,
): Presence {
  const changedAt = new Map<number, number>()
  let lastHere: ReadonlyMap<number, object> = new Map()
  const read = (): readonly [Present, ReadonlyMap<string, Cursor>] => {
    const here = awareness.getStates()
    const known = isOnline() ? here : new Map([...asAway(lastHere), ...here])
    lastHere = new Map(known)
    const clients = [...known].map(([clientId, state]) => ({
      clientId,
      changedAt: changedAt.get(clientId) ?? 0,
      state: state as unknown,
    }))
    const people = peopleOf(clients, seats.getState())
    return [{ people, holding: byFocus(people) }, cursorsOf(clients)]
  }
  const [first, firstCursors] = read()
  const store = createStore<Present>(() => first)
  const cursors = createStore(() => firstCursors)
  const refresh = () => {
    const [present, pointers] = read()
    const next = keepEqual(store.getState(), present)
    if (next !== store.getState()) store.setState(next, true)
    const moved = keepEqual(cursors.getState(), pointers)
    if (moved !== cursors.getState()) cursors.setState(moved, true)
  }
  const onChange = (changes: { added: number[]; updated: number[]; removed: number[] }) => {
    for (const id of [...changes.added, ...changes.updated]) changedAt.set(id, now())
    for (const id of changes.removed) changedAt.delete(id)
    refresh()
  }
  awareness.on('change', onChange)
  const forgetSeats = seats.subscribe(refresh)
  const sender = throttledSender(awareness, seatId)
  return {
    store,
    cursors,
    carets: presenceCarets(awareness, (caret) => sender.set({ caret })),
    set: sender.set,
    refresh,
    stop: () => {
      sender.stop()
      forgetSeats()
      awareness.off('change', onChange)
    },
  }
}

const asAway = (states: ReadonlyMap<number, object>): [number, object][] =>
  [...states].map(([clientId, state]) => [
    clientId,
    { ...state, away: true, focus: null, editing: false, moving: false, cursor: null },
  ])

/** Among the interviews nobody is seen at work: when and where something is written there is sealed. */
function spoken(presence: WirePresence): WirePresence {
  const { focus, editing, moving, caret, cursor, ...rest } = presence
  return presence.activity === 'interviews' ? rest : presence
}

/** The first change goes out at once, later ones gathered; the last one is never left out. */
function throttledSender(awareness: Awareness, seatId: string) {
  let wanted: WirePresence = { seatId }
  let timers: ReturnType<typeof setTimeout>[] = []
  /** What there is to send, and what may be sent at once. */
  const waiting = { any: false, cursor: false }
  const mayGo = { any: true, cursor: true }
  const sendWhatMay = () => {
    if (!(waiting.any && mayGo.any) && !(waiting.cursor && mayGo.cursor)) return
    for (const each of [waiting, mayGo]) Object.assign(each, { any: false, cursor: false })
    awareness.setLocalState({ ...wanted })
    for (const timer of timers) clearTimeout(timer)
    const open = (what: 'any' | 'cursor') => () => {
      mayGo[what] = true
      sendWhatMay()
    }
    timers = [setTimeout(open('cursor'), SEND_CURSOR_EVERY_MS), setTimeout(open('any'), SEND_EVERY_MS)]
  }
  waiting.any = true
  sendWhatMay()
  return {
    set(change: PresenceChange) {
      const next = keepEqual(wanted, spoken({ ...wanted, ...change }))
      if (next === wanted) return
      waiting[next.cursor === wanted.cursor ? 'any' : 'cursor'] = true
      wanted = next
      sendWhatMay()
    },
    stop() {
      for (const timer of timers) clearTimeout(timer)
      Object.assign(mayGo, { any: false, cursor: false })
    },
  }
}
