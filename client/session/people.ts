/** One person per seat, however many tabs and devices: what the presence states of all clients amount to. */
import type { PersonPresent } from '#client/session/api.ts'
import type { Cursor } from '#shared/protocol/wire.ts'
import type { Seat } from '#shared/record/schema.ts'

/** What one client said last, and when that was news. */
export interface ClientState {
  readonly clientId: number
  readonly changedAt: number
  readonly state: unknown
}

/** People in the order in which they joined. Whoever has no seat in the record is not shown. */
export function peopleOf(
  clients: readonly ClientState[],
  seats: ReadonlyMap<string, Seat>,
): readonly PersonPresent[] {
  const people: { seat: Seat; person: PersonPresent }[] = []
  for (const [seatId, ofSeat] of bySeat(clients)) {
    const seat = seats.get(seatId)
    if (seat && seat.removedAt === null) people.push({ seat, person: personOf(seat, ofSeat) })
  }
  return people
    .sort((a, b) => a.seat.joinedAt - b.seat.joinedAt || (a.seat.id < b.seat.id ? -1 : 1))
    .map(({ person }) => person)
}

/** People by what they have in hand. */
export function byFocus(people: readonly PersonPresent[]): ReadonlyMap<string, readonly PersonPresent[]> {
  const held = new Map<string, PersonPresent[]>()
  for (const person of people) {
    if (person.focus === null || person.away) continue
    held.set(person.focus, [...(held.get(person.focus) ?? []), person])
  }
  return held
}

/** Pointers by seat, of whoever is not away. */
export function cursorsOf(clients: readonly ClientState[]): ReadonlyMap<string, Cursor> {
  const cursors = new Map<string, Cursor>()
  for (const [seatId, ofSeat] of bySeat(clients)) {
    const cursor = cursorIn(newest(ofSeat.filter((client) => !flag(client, 'away'))))
    if (cursor) cursors.set(seatId, cursor)
  }
  return cursors
}

const LONGEST_ANCHOR = 120

function cursorIn(client: ClientState | undefined): Cursor | null {
  const value = field(client, 'cursor')
  if (typeof value !== 'object' || value === null) return null
  const { on, x, y } = value as { readonly [key in keyof Cursor]?: unknown }
  if (typeof on !== 'string' || on.length > LONGEST_ANCHOR || !isShare(x) || !isShare(y)) return null
  return { on, x, y }
}

const isShare = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 1

function bySeat(clients: readonly ClientState[]): Map<string, ClientState[]> {
  const seats = new Map<string, ClientState[]>()
  for (const client of clients) {
    const seatId = text(client, 'seatId')
    if (seatId !== null) seats.set(seatId, [...(seats.get(seatId) ?? []), client])
  }
  return seats
}

/** The tab in use speaks for the person: of those not away the one that changed last. */
function personOf(seat: Seat, clients: readonly ClientState[]): PersonPresent {
  const present = clients.filter((client) => !flag(client, 'away'))
  const active = newest(present.length > 0 ? present : clients)
  return {
    seatId: seat.id,
    name: seat.name,
    functionName: seat.functionName,
    role: seat.role,
    away: present.length === 0,
    activity: text(active, 'activity'),
    focus: text(active, 'focus'),
    editing: flag(active, 'editing'),
    moving: flag(active, 'moving'),
  }
}

const newest = (clients: readonly ClientState[]): ClientState | undefined =>
  [...clients].sort((a, b) => b.changedAt - a.changedAt || b.clientId - a.clientId)[0]

const field = (client: ClientState | undefined, key: string): unknown =>
  typeof client?.state === 'object' && client.state !== null
    ? (client.state as Record<string, unknown>)[key]
    : undefined

const text = (client: ClientState | undefined, key: string): string | null => {
  const value = field(client, key)
  return typeof value === 'string' && value !== '' ? value : null
}

const flag = (client: ClientState | undefined, key: string): boolean => field(client, key) === true
