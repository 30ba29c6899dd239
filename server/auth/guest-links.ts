/**
 * Links by which customers answer by themselves. A link counts its answers in the same statement that checks whether
 * it may take one more, so that one for a single answer is used once, whoever comes at the same moment.
 */
import { createHmac } from 'node:crypto'
import type { LinkBase } from '#server/auth/links.ts'
import { hashOf } from '#server/auth/tokens.ts'
import { type Chance, newId } from '#server/chance.ts'
import type { Database, Tx } from '#server/persistence/storage.ts'
import type { GuestLinkRow } from '#server/persistence/tables.ts'
import { AppError } from '#server/problem.ts'
import { type GuestLink, MOST_ANSWERS, type ShownDraft, shownDraft } from '#shared/protocol/guest-calls.ts'

/** Most links a workshop has at a time. */
const MOST_LINKS = 500
const DAY_MS = 24 * 3600 * 1000

const tokenOf = ({ secret }: LinkBase, linkId: string): string =>
  createHmac('sha256', secret).update(`guest|${linkId}`).digest('base64url')

interface NewLink {
  readonly workshopId: string
  readonly seatId: string
  readonly label: string
  readonly forMany: boolean
  readonly days: number
  /** What of the draft it shows; undefined: it asks questions. */
  readonly draft?: ShownDraft | undefined
}

/** Answers the id of the new link. */
export async function makeGuestLink(
  tx: Tx,
  base: LinkBase,
  chance: Chance,
  wanted: NewLink,
  now: number,
): Promise<string> {
  const { workshopId, seatId, label, forMany, days, draft } = wanted
  const { count } = await tx
    .selectFrom('guest_links')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('workshop_id', '=', workshopId)
    .executeTakeFirstOrThrow()
  if (Number(count) >= MOST_LINKS)
    throw new AppError('too-large', { title: 'This workshop has as many links as it can have.' })
  const id = newId(chance)
  const row = {
    id,
    workshop_id: workshopId,
    token_hash: hashOf(tokenOf(base, id)),
    label,
    max_uses: forMany ? MOST_ANSWERS : 1,
    used: 0,
    created_by: seatId,
    created_at: now,
    expires_at: now + days * DAY_MS,
    revoked_at: null,
    shows: draft ? JSON.stringify(draft) : null,
  }
  await tx.insertInto('guest_links').values(row).execute()
  return id
}

export async function guestLinksOf(
  db: Database,
  base: LinkBase,
  workshopId: string,
  now: number,
): Promise<GuestLink[]> {
  const rows = await db
    .selectFrom('guest_links')
    .selectAll()
    .where('workshop_id', '=', workshopId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => shown(base, row, now))
}

/** The address of a link that was made with another secret cannot be shown again; it still opens. */
function shown(base: LinkBase, row: GuestLinkRow, now: number): GuestLink {
  const state = stateOf(row, now)
  const token = tokenOf(base, row.id)
  const draft = draftShownBy(row)
  return {
    linkId: row.id,
    label: row.label,
    forMany: row.max_uses > 1,
    used: row.used,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    state,
    link:
      state === 'open' && hashOf(token) === row.token_hash
        ? `${base.origin}/${draft ? 'draft' : 'ask'}#t=${token}`
        : null,
    draft,
  }
}

function stateOf(row: GuestLinkRow, now: number): GuestLink['state'] {
  if (row.revoked_at !== null) return 'revoked'
  if (row.used >= row.max_uses) return 'used'
  return row.expires_at <= now ? 'expired' : 'open'
}

/** False if there is no such link in this workshop. */
export async function revokeGuestLink(tx: Tx, workshopId: string, id: string, now: number): Promise<boolean> {
  const done = await tx
    .updateTable('guest_links')
    .set((eb) => ({ revoked_at: eb.fn.coalesce('revoked_at', eb.val(now)) }))
    .where('workshop_id', '=', workshopId)
    .where('id', '=', id)
    .executeTakeFirst()
  return Number(done.numUpdatedRows) > 0
}

/** What a link shows of the draft; null when it asks questions. */
export const draftShownBy = ({ shows }: GuestLinkRow): ShownDraft | null =>
  shows === null ? null : shownDraft.parse(JSON.parse(shows))

/** The link of a token, in whatever state: one that asks, or one that shows a draft. */
export async function findGuestLink(
  db: Database | Tx,
  token: string,
  kind: 'asks' | 'shows',
): Promise<GuestLinkRow> {
  const row = await db
    .selectFrom('guest_links')
    .selectAll()
    .where('token_hash', '=', hashOf(token))
    .where('shows', kind === 'asks' ? 'is' : 'is not', null)
    .executeTakeFirst()
  if (!row) throw new AppError('no-such-guest-link')
  return row
}

/** Says why a link takes no answer, if it does not. */
export function insistOpen(row: GuestLinkRow, now: number): void {
  const state = stateOf(row, now)
  if (state === 'used') throw new AppError('guest-link-used')
  if (state !== 'open') throw new AppError('guest-link-over')
}

/** Has this guest handed in already? */
export async function hasAnswered(db: Database | Tx, linkId: string, guest: string): Promise<boolean> {
  const known = await db
    .selectFrom('guest_answers')
    .select('at')
    .where('link_id', '=', linkId)
    .where('guest_hash', '=', hashOf(guest))
    .executeTakeFirst()
  return known !== undefined
}

/** Takes one answer off the link; false if this guest has handed in before. Refuses when the link takes no more. */
export async function useGuestLink(tx: Tx, row: GuestLinkRow, guest: string, now: number): Promise<boolean> {
  const first = await tx
    .insertInto('guest_answers')
    .values({ link_id: row.id, guest_hash: hashOf(guest), at: now })
    .onConflict((conflict) => conflict.columns(['link_id', 'guest_hash']).doNothing())
    .executeTakeFirst()
  if (Number(first.numInsertedOrUpdatedRows) === 0) return false
  const taken = await tx
    .updateTable('guest_links')
    .set((eb) => ({ used: eb('used', '+', 1) }))
    .where('id', '=', row.id)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .whereRef('used', '<', 'max_uses')
    .executeTakeFirst()
  if (Number(taken.numUpdatedRows) > 0) return true
  const current = await tx.selectFrom('guest_links').selectAll().where('id', '=', row.id).executeTakeFirst()
  if (current) insistOpen(current, now)
  throw new AppError('guest-link-over')
}
