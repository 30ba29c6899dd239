/**
 * Who is here and what they have in hand, as a store. Sends at most ten changes a second; what is taken in
 * becomes one new state per batch, in which a person nothing happened to keeps identity. Without a line nobody is known
 * to have gone: whoever was here last stays, as away.
 */
import type { Awareness } from 'y-protocols/awareness'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { PersonPresent } from '#client/session/api.ts'
import { keepEqual } from '#client/session/keep-equal.ts'
import { byFocus, peopleOf } from '#client/session/people.ts'
import type { Presence as WirePresence } from '#shared/protocol/wire.ts'
import type { Seat } from '#shared/record/schema.ts'

type PresenceChange = Partial<Omit<WirePresence, 'seatId'>>

export interface Present {
  readonly people: readonly PersonPresent[]
  /** Who has which card, row or cell in hand. */
  readonly holding: ReadonlyMap<string, readonly PersonPresent[]>
}

export interface Presence {
  readonly store: StoreApi<Present>
  set(change: PresenceChange): void
  /** The line came or went. */
  refresh(): void
  stop(): void
}

const SEND_EVERY_MS = 100

export function openPresence(
  awareness: Awareness,
  seatId: string,
  seats: StoreApi<ReadonlyMap<string, Seat>>,
  now: () => number,
  isOnline: () => boolean,
): Presence {
  const changedAt = new Map<number, number>()
  let lastHere: ReadonlyMap<number, object> = new Map()
  const read = (): Present => {
    const here = awareness.getStates()
    const known = isOnline() ? here : new Map([...asAway(lastHere), ...here])
    lastHere = new Map(known)
    const clients = [...known].map(([clientId, state]) => ({
      clientId,
      changedAt: changedAt.get(clientId) ?? 0,
      state: state as unknown,
    }))
    const people = peopleOf(clients, seats.getState())
    return { people, holding: byFocus(people) }
  }
  const store = createStore<Present>(read)
  const refresh = () => {
    const next = keepEqual(store.getState(), read())
    if (next !== store.getState()) store.setState(next, true)
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
    { ...state, away: true, focus: null, editing: false, moving: false },
  ])

/** Among the interviews nobody is seen at work: when and where something is written there is sealed. */
function spoken(presence: WirePresence): WirePresence {
  const { focus, editing, moving, ...rest } = presence
  return presence.activity === 'interviews' ? rest : presence
}

/** The first change goes out at once, later ones gathered; the last one is never left out. */
function throttledSender(awareness: Awareness, seatId: string) {
  let wanted: WirePresence = { seatId }
  let timer: ReturnType<typeof setTimeout> | null = null
  let isWaiting = false
  const send = () => {
    isWaiting = false
    awareness.setLocalState({ ...wanted })
    timer = setTimeout(() => {
      timer = null
      if (isWaiting) send()
    }, SEND_EVERY_MS)
  }
  send()
  return {
    set(change: PresenceChange) {
      const next = keepEqual(wanted, spoken({ ...wanted, ...change }))
      if (next === wanted) return
      wanted = next
      isWaiting = true
      if (timer === null) send()
    },
    stop() {
      if (timer !== null) clearTimeout(timer)
      isWaiting = false
    },
  }
}
