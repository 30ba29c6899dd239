/** Seats: who sits in a workshop, found by the token of their cookie. A removed seat is nobody. */

import { hashOf } from '#server/auth/tokens.ts'
import type { Chance, Clock } from '#server/chance.ts'
import { newId, newToken } from '#server/chance.ts'
import type { Database, Tx } from '#server/persistence/storage.ts'
import type { SeatRow } from '#server/persistence/tables.ts'
import { cut } from '#shared/document/fields.ts'
import type { Role } from '#shared/record/schema.ts'

/** A row of the table whose role is known to be one of ours. */
export type Seated = SeatRow & { readonly role: Role }

const MAX_NAME = 60

/** The seat behind a token in this workshop; null when there is none or it was removed. */
export async function seatOfToken(
  db: Database | Tx,
  workshopId: string,
  token: string | null,
): Promise<Seated | null> {
  if (token === null) return null
  const row = await db
    .selectFrom('seats')
    .innerJoin('seat_tokens', 'seat_tokens.seat_id', 'seats.id')
    .selectAll('seats')
    .where('seat_tokens.token_hash', '=', hashOf(token))
    .where('seats.workshop_id', '=', workshopId)
    .where('seats.removed_at', 'is', null)
    .executeTakeFirst()
  return (row as Seated | undefined) ?? null
}

/** A seat of this workshop by its id, unless it was removed. */
export async function currentSeat(
  db: Database | Tx,
  workshopId: string,
  seatId: string,
): Promise<Seated | null> {
  const row = await db
    .selectFrom('seats')
    .selectAll()
    .where('id', '=', seatId)
    .where('workshop_id', '=', workshopId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return (row as Seated | undefined) ?? null
}

export async function seatsOf(db: Database | Tx, workshopId: string): Promise<Seated[]> {
  const rows = await db
    .selectFrom('seats')
    .selectAll()
    .where('workshop_id', '=', workshopId)
    .orderBy('joined_at')
    .orderBy('id')
    .execute()
  return rows as Seated[]
}

/** True for a seat that a browser can sit in. */
export async function hasDevice(db: Database | Tx, seatId: string): Promise<boolean> {
  const token = await db
    .selectFrom('seat_tokens')
    .select('seat_id')
    .where('seat_id', '=', seatId)
    .limit(1)
    .executeTakeFirst()
  return token !== undefined
}

/** Seats of a workshop that a browser can sit in. */
export async function seatsWithDevice(db: Database | Tx, workshopId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('seat_tokens')
    .innerJoin('seats', 'seats.id', 'seat_tokens.seat_id')
    .select('seat_tokens.seat_id')
    .distinct()
    .where('seats.workshop_id', '=', workshopId)
    .execute()
  return new Set(rows.map(({ seat_id }) => seat_id))
}

export interface NewSeat {
  readonly workshopId: string
  readonly name: string
  readonly functionName: string
  readonly role: Role
}

/**
 * A new seat's row; a name that is taken gets the next free number ("Ana 2"). Who comes once the envelope is open has
 * customers' answers before them (R049).
 */
export function newSeat(
  wanted: NewSeat,
  others: readonly Seated[],
  chance: Chance,
  clock: Clock,
  isEnvelopeOpen = false,
): Seated {
  const taken = others.filter((seat) => seat.removed_at === null).map((seat) => seat.name)
  return {
    id: newId(chance),
    workshop_id: wanted.workshopId,
    name: freeName(wanted.name, taken),
    title: '',
    function_name: wanted.functionName,
    role: wanted.role,
    seniority: null,
    proxy: 0,
    has_seen_results: isEnvelopeOpen ? 1 : 0,
    note: '',
    joined_at: clock.now(),
    removed_at: null,
  }
}

/** Gives a seat to a browser: answers the token for its cookie, which is kept nowhere. */
export async function grantToken(tx: Tx, seatId: string, chance: Chance, clock: Clock): Promise<string> {
  const token = newToken(chance)
  await tx
    .insertInto('seat_tokens')
    .values({ token_hash: hashOf(token), seat_id: seatId, created_at: clock.now() })
    .execute()
  return token
}

/** The name itself, or with the lowest number that makes it different from all others (JN-6b). */
export function freeName(wanted: string, taken: readonly string[]): string {
  const used = new Set(taken.map(comparable))
  if (!used.has(comparable(wanted))) return wanted
  for (let number = 2; ; number++) {
    const ending = ` ${number}`
    const name = cut(wanted, MAX_NAME - ending.length) + ending
    if (!used.has(comparable(name))) return name
  }
}

const comparable = (name: string) => name.normalize('NFKC').toLocaleLowerCase('en')
