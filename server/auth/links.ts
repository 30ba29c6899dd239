/** Links into a workshop: one of each kind is in force, each can be renewed or ended alone; the token lies in the fragment. */
import { hashOf, linkToken } from '#server/auth/tokens.ts'
import type { Database, Tx } from '#server/persistence/storage.ts'
import type { LinkRow } from '#server/persistence/tables.ts'
import { type LinkKind, linkKinds } from '#shared/protocol/link-calls.ts'
import type { Role } from '#shared/record/schema.ts'

export type Links = Record<LinkKind, string>

const DAY_MS = 24 * 3600 * 1000

/** Null: it leads to no seat. */
const roleOfKind: Record<LinkKind, Role | null> = {
  participate: 'member',
  watch: 'viewer',
  result: null,
  facilitator: 'facilitator',
}

export const isLinkKind = (kind: string): kind is LinkKind => (linkKinds as readonly string[]).includes(kind)

/** What makes a link's address: where the server is reached and what its tokens are derived from. */
export interface LinkBase {
  readonly origin: string
  readonly secret: Buffer
}

/** The address of a link, made anew whenever it is shown: with its token, it is kept nowhere. */
export const addressOf = (
  { origin, secret }: LinkBase,
  workshopId: string,
  kind: LinkKind,
  generation: number,
): string =>
  `${origin}/${kind === 'result' ? 'r' : `w/${workshopId}`}#t=${linkToken(secret, workshopId, kind, generation)}`

export interface LinkMaker {
  readonly seatId: string | null
  readonly now: number
}

export async function makeLinks(
  tx: Tx,
  base: LinkBase,
  workshopId: string,
  maker: LinkMaker,
): Promise<Links> {
  const made: Partial<Links> = {}
  for (const kind of linkKinds) {
    await makeLink(tx, base, { workshopId, kind, generation: 1, days: null, ...maker })
    made[kind] = addressOf(base, workshopId, kind, 1)
  }
  return made as Links
}

interface NewLink extends LinkMaker {
  readonly workshopId: string
  readonly kind: LinkKind
  readonly generation: number
  readonly days: number | null
}

async function makeLink(tx: Tx, { secret }: LinkBase, wanted: NewLink): Promise<void> {
  const { workshopId, kind, generation, days, seatId, now } = wanted
  await tx
    .insertInto('links')
    .values({
      workshop_id: workshopId,
      kind,
      generation,
      token_hash: hashOf(linkToken(secret, workshopId, kind, generation)),
      revoked_at: null,
      expires_at: lastMoment(days, now),
      made_at: now,
      made_by: seatId,
    })
    .execute()
}

const lastMoment = (days: number | null, now: number): number | null =>
  days === null ? null : now + days * DAY_MS

const isExpired = ({ expires_at }: Pick<LinkRow, 'expires_at'>, now: number): boolean =>
  (expires_at ?? Number.POSITIVE_INFINITY) <= now

/** The newest link of each kind, in force or over. */
export async function newestLinks(db: Database | Tx, workshopId: string): Promise<LinkRow[]> {
  const rows = await db
    .selectFrom('links')
    .selectAll()
    .where('workshop_id', '=', workshopId)
    .orderBy('generation', 'desc')
    .execute()
  return linkKinds.flatMap((kind) => rows.find((row) => row.kind === kind) ?? [])
}

export function stateOf(row: LinkRow, now: number): 'open' | 'expired' | 'ended' {
  if (row.revoked_at !== null) return 'ended'
  return isExpired(row, now) ? 'expired' : 'open'
}

/** Null for a link that is over, or was made with another secret: that one still opens, but cannot be shown again. */
export function shownAddress(base: LinkBase, row: LinkRow, now: number): string | null {
  const { workshop_id, kind, generation, token_hash } = row
  const isOurs = hashOf(linkToken(base.secret, workshop_id, kind, generation)) === token_hash
  return isOurs && stateOf(row, now) === 'open' ? addressOf(base, workshop_id, kind, generation) : null
}

/** The addresses that can be handed on. */
export async function currentLinks(
  db: Database | Tx,
  base: LinkBase,
  workshopId: string,
  now: number,
): Promise<Partial<Links>> {
  const rows = await newestLinks(db, workshopId)
  return Object.fromEntries(
    rows.flatMap((row) => {
      const address = shownAddress(base, row, now)
      return address === null ? [] : [[row.kind, address]]
    }),
  )
}

/** Whether somebody may come in by the link to take part, and so by the code. */
export async function mayTakePart(db: Database | Tx, workshopId: string, now: number): Promise<boolean> {
  const row = (await newestLinks(db, workshopId)).find(({ kind }) => kind === 'participate')
  return row !== undefined && stateOf(row, now) === 'open'
}

/** Ends the link in force, if there is one, and makes the next one; answers its generation. */
export async function renewLink(
  tx: Tx,
  base: LinkBase,
  wanted: Omit<NewLink, 'generation'>,
): Promise<number> {
  const { workshopId, kind, now } = wanted
  const last = (await newestLinks(tx, workshopId)).find((row) => row.kind === kind)
  await endLink(tx, workshopId, kind, now)
  const generation = (last?.generation ?? 0) + 1
  await makeLink(tx, base, { ...wanted, generation })
  return generation
}

export async function endLink(tx: Tx, workshopId: string, kind: LinkKind, now: number): Promise<void> {
  await tx
    .updateTable('links')
    .set({ revoked_at: now })
    .where('workshop_id', '=', workshopId)
    .where('kind', '=', kind)
    .where('revoked_at', 'is', null)
    .execute()
}

/** Says how long the link that was not ended runs from now; false if there is none. One that has run out runs again. */
export async function letRun(
  tx: Tx,
  workshopId: string,
  kind: LinkKind,
  days: number | null,
  now: number,
): Promise<boolean> {
  const done = await tx
    .updateTable('links')
    .set({ expires_at: lastMoment(days, now) })
    .where('workshop_id', '=', workshopId)
    .where('kind', '=', kind)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return Number(done.numUpdatedRows) > 0
}

export type LinkLookup =
  | {
      readonly status: 'valid'
      readonly workshopId: string
      readonly generation: number
      /** Null: a link to the result. */
      readonly role: Role | null
    }
  | { readonly status: 'revoked' | 'expired' | 'unknown' }

export async function findLink(db: Database | Tx, token: string, now: number): Promise<LinkLookup> {
  const row = await db
    .selectFrom('links')
    .selectAll()
    .where('token_hash', '=', hashOf(token))
    .executeTakeFirst()
  if (!row) return { status: 'unknown' }
  const state = stateOf(row, now)
  if (state !== 'open') return { status: state === 'ended' ? 'revoked' : 'expired' }
  return {
    status: 'valid',
    workshopId: row.workshop_id,
    generation: row.generation,
    role: roleOfKind[row.kind],
  }
}
