/** Links into a workshop: one of each kind is in force, each can be renewed alone; the token lies in the fragment. */
import { hashOf, linkToken } from '#server/auth/tokens.ts'
import type { Database, Tx } from '#server/persistence/storage.ts'
import type { LinkRow } from '#server/persistence/tables.ts'
import type { Role } from '#shared/record/schema.ts'

const linkKinds = ['participate', 'watch', 'result', 'facilitator'] as const
export type LinkKind = LinkRow['kind']
export type Links = Record<LinkKind, string>

const roleOfKind: Record<LinkKind, Role> = {
  participate: 'member',
  watch: 'viewer',
  result: 'viewer',
  facilitator: 'facilitator',
}

export const isLinkKind = (kind: string): kind is LinkKind => (linkKinds as readonly string[]).includes(kind)

/** What makes a link's address: where the server is reached and what its tokens are derived from. */
export interface LinkBase {
  readonly origin: string
  readonly secret: Buffer
}

/** The address of a link, made anew whenever it is shown: with its token, it is kept nowhere. */
export const addressOf = (base: LinkBase, workshopId: string, kind: LinkKind, generation: number) =>
  `${base.origin}/w/${workshopId}#t=${linkToken(base.secret, workshopId, kind, generation)}`

export async function makeLinks(tx: Tx, base: LinkBase, workshopId: string): Promise<Links> {
  const made: Partial<Links> = {}
  for (const kind of linkKinds) {
    await makeLink(tx, base, workshopId, kind, 1)
    made[kind] = addressOf(base, workshopId, kind, 1)
  }
  return made as Links
}

async function makeLink(tx: Tx, base: LinkBase, workshopId: string, kind: LinkKind, generation: number) {
  await tx
    .insertInto('links')
    .values({
      workshop_id: workshopId,
      kind,
      generation,
      token_hash: hashOf(linkToken(base.secret, workshopId, kind, generation)),
      revoked_at: null,
      expires_at: null,
    })
    .execute()
}

/** The links in force. One that was made with another secret still opens, but cannot be shown again: it is left out. */
export async function currentLinks(
  db: Database | Tx,
  base: LinkBase,
  workshopId: string,
): Promise<Partial<Links>> {
  const rows = await db
    .selectFrom('links')
    .select(['kind', 'generation', 'token_hash'])
    .where('workshop_id', '=', workshopId)
    .where('revoked_at', 'is', null)
    .execute()
  const shown = rows.filter(
    ({ kind, generation, token_hash }) =>
      hashOf(linkToken(base.secret, workshopId, kind, generation)) === token_hash,
  )
  return Object.fromEntries(
    shown.map(({ kind, generation }) => [kind, addressOf(base, workshopId, kind, generation)]),
  )
}

/** Revokes the link in force and makes the next one; answers its generation. */
export async function renewLink(
  tx: Tx,
  base: LinkBase,
  workshopId: string,
  kind: LinkKind,
  now: number,
): Promise<number> {
  const last = await tx
    .selectFrom('links')
    .select((eb) => eb.fn.max('generation').as('generation'))
    .where('workshop_id', '=', workshopId)
    .where('kind', '=', kind)
    .executeTakeFirst()
  await tx
    .updateTable('links')
    .set({ revoked_at: now })
    .where('workshop_id', '=', workshopId)
    .where('kind', '=', kind)
    .where('revoked_at', 'is', null)
    .execute()
  const generation = Number(last?.generation ?? 0) + 1
  await makeLink(tx, base, workshopId, kind, generation)
  return generation
}

export type LinkLookup =
  | { readonly status: 'valid'; readonly workshopId: string; readonly role: Role }
  | { readonly status: 'revoked' | 'unknown' }

export async function findLink(db: Database | Tx, token: string, now: number): Promise<LinkLookup> {
  const row = await db
    .selectFrom('links')
    .select(['workshop_id', 'kind', 'revoked_at', 'expires_at'])
    .where('token_hash', '=', hashOf(token))
    .executeTakeFirst()
  if (!row) return { status: 'unknown' }
  if (row.revoked_at !== null || (row.expires_at ?? Number.POSITIVE_INFINITY) <= now)
    return { status: 'revoked' }
  return { status: 'valid', workshopId: row.workshop_id, role: roleOfKind[row.kind] }
}
