/**
 * The vault: who a pseudonym is. A table of its own, read by researchers alone, one row an interview; in no document,
 * journal, log line, export or kept reply. An identity whose day has come goes by itself.
 */
import type { Database, Tx } from '#server/persistence/storage.ts'
import type { Identity } from '#shared/protocol/interview-calls.ts'

export async function readIdentity(
  db: Database,
  workshopId: string,
  interviewId: string,
): Promise<Identity | null> {
  const row = await db
    .selectFrom('identities')
    .select('data')
    .where('workshop_id', '=', workshopId)
    .where('ref', '=', interviewId)
    .executeTakeFirst()
  return row ? (JSON.parse(row.data) as Identity) : null
}

export async function putIdentity(
  tx: Tx,
  workshopId: string,
  interviewId: string,
  identity: Identity,
): Promise<void> {
  const row = { data: JSON.stringify(identity), delete_after: identity.deleteAfter }
  await tx
    .insertInto('identities')
    .values({ workshop_id: workshopId, ref: interviewId, ...row })
    .onConflict((conflict) => conflict.columns(['workshop_id', 'ref']).doUpdateSet(row))
    .execute()
}

export async function deleteIdentities(
  tx: Tx,
  workshopId: string,
  interviewIds: readonly string[],
): Promise<void> {
  await tx
    .deleteFrom('identities')
    .where('workshop_id', '=', workshopId)
    .where('ref', 'in', interviewIds)
    .execute()
}

/** Everything by which the customers of a workshop could be known, for whoever masks a text. */
export async function identitiesOf(db: Database, workshopId: string): Promise<Identity[]> {
  const rows = await db
    .selectFrom('identities')
    .select('data')
    .where('workshop_id', '=', workshopId)
    .execute()
  return rows.map(({ data }) => JSON.parse(data) as Identity)
}
