/**
 * Takes out of the change journal, and out of what an imported history left beside it, what a withdrawal covers. Entries
 * of records that are gone go; of fields that were emptied their values go, also where the record is told as a whole.
 */

import type { Tx } from '#server/persistence/storage.ts'
import type { JournalRow } from '#server/persistence/tables.ts'
import type { Taken } from '#server/vault/remove.ts'
import { promiseDrafts, promiseReactions } from '#shared/board/schema.ts'
import type { Json, JsonObject } from '#shared/document/fields.ts'
import { answers, invitations, quotes } from '#shared/interviews/schema.ts'

export interface Cleaning {
  readonly interviewIds: readonly string[]
  readonly isEverything: boolean
  /** Quotes go as a whole. */
  readonly takesQuotes: boolean
  readonly taken: readonly Taken[]
}

type Entry = Pick<JournalRow, 'seq' | 'collection' | 'record_id' | 'field' | 'old_value' | 'new_value'>

export async function cleanJournal(tx: Tx, workshopId: string, cleaning: Cleaning): Promise<void> {
  const entries = await tx
    .selectFrom('journal')
    .select(['seq', 'collection', 'record_id', 'field', 'old_value', 'new_value'])
    .where('workshop_id', '=', workshopId)
    .where((eb) =>
      eb.or([
        eb('doc_kind', '=', 'interviews'),
        eb('collection', 'in', [promiseDrafts.name, promiseReactions.name]),
      ]),
    )
    .execute()
  const taken = new Map(cleaning.taken.map((one) => [`${one.collection}/${one.id}`, one.fields]))
  for (const id of goneBefore(entries, cleaning)) taken.set(id, null)
  for (const entry of entries) await cleanEntry(tx, workshopId, entry, cleaning, taken)
  await forgetImportedExtras(tx, workshopId)
}

/** Records of these interviews that had been deleted before: their entries still tell what they said. */
function goneBefore(
  entries: readonly Entry[],
  { interviewIds, isEverything, takesQuotes }: Cleaning,
): string[] {
  const own = new Set<unknown>(interviewIds)
  const collections = [
    ...(isEverything ? [answers.name, invitations.name, promiseReactions.name] : []),
    ...(isEverything || takesQuotes ? [quotes.name] : []),
  ]
  const isTheirs = (value: string | null, field: string) => {
    const json = parsed(value)
    return own.has(field === 'interviewId' ? json : isRecord(json) ? json.interviewId : undefined)
  }
  return entries
    .filter(
      ({ collection, field }) => collections.includes(collection) && ['', 'interviewId'].includes(field),
    )
    .filter(({ field, old_value, new_value }) => isTheirs(old_value, field) || isTheirs(new_value, field))
    .map(({ collection, record_id }) => `${collection}/${record_id}`)
}

async function cleanEntry(
  tx: Tx,
  workshopId: string,
  entry: Entry,
  { interviewIds }: Cleaning,
  taken: ReadonlyMap<string, readonly string[] | null>,
): Promise<void> {
  const fields = taken.get(`${entry.collection}/${entry.record_id}`)
  const isDraft = entry.collection === promiseDrafts.name
  if (fields === undefined && !isDraft) return
  if (!isDraft && (fields === null || fields?.includes(entry.field))) {
    await tx
      .deleteFrom('journal')
      .where('workshop_id', '=', workshopId)
      .where('seq', '=', entry.seq)
      .execute()
    return
  }
  const clean = (value: string | null) =>
    cleanValue(value, entry.field, (json) =>
      isDraft ? withoutReactions(json, new Set(interviewIds)) : without(json, fields ?? []),
    )
  const [old_value, new_value] = [clean(entry.old_value), clean(entry.new_value)]
  if (old_value === entry.old_value && new_value === entry.new_value) return
  await tx
    .updateTable('journal')
    .set({ old_value, new_value })
    .where('workshop_id', '=', workshopId)
    .where('seq', '=', entry.seq)
    .execute()
}

/** Values of whole records, and of the list of reactions drafts once had, with `change` made to them; others as they are. */
function cleanValue(
  value: string | null,
  field: string,
  change: (record: JsonObject) => JsonObject,
): string | null {
  const json = parsed(value)
  if (field === 'reactions') return value && JSON.stringify(change({ reactions: json }).reactions)
  if (field !== '' || !isRecord(json)) return value
  return JSON.stringify(change(json))
}

const without = (record: JsonObject, fields: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !fields.includes(key)))

function withoutReactions(record: JsonObject, own: ReadonlySet<unknown>): JsonObject {
  const { reactions } = record
  if (!Array.isArray(reactions)) return record
  return {
    ...record,
    reactions: reactions.filter((one: Json) => !(isRecord(one) && own.has(one.interviewId))),
  }
}

/** They are kept by the position of an entry, which no longer fits, and nobody knows what they say. */
async function forgetImportedExtras(tx: Tx, workshopId: string): Promise<void> {
  const row = await tx
    .selectFrom('workshops')
    .select('extras')
    .where('id', '=', workshopId)
    .executeTakeFirst()
  const extras = parsed(row?.extras ?? null)
  if (!isRecord(extras) || extras.history === undefined) return
  const { history, ...rest } = extras
  await tx
    .updateTable('workshops')
    .set({ extras: JSON.stringify(rest) })
    .where('id', '=', workshopId)
    .execute()
}

function parsed(value: string | null): Json {
  try {
    return value === null ? null : (JSON.parse(value) as Json)
  } catch {
    return null
  }
}

const isRecord = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
