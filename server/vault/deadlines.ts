/**
 * Days on which something of a customer goes by itself: the identity in the vault, and what was said of a recording.
 * Looked for at the start and every hour, by the clock passed in; dates are days of UTC.
 */

import type * as Y from 'yjs'
import type { Chance, Clock } from '#server/chance.ts'
import { loadDoc } from '#server/persistence/load-doc.ts'
import type { Storage } from '#server/persistence/storage.ts'
import { editDocument } from '#server/record/edit-document.ts'
import { deleteIdentities } from '#server/vault/vault.ts'
import { readRow, readRows, updateRow } from '#shared/document/collection.ts'
import { documentName } from '#shared/document/names.ts'
import { type Interview, interviews } from '#shared/interviews/schema.ts'

export interface DeadlineDeps {
  readonly storage: Storage
  readonly clock: Clock
  readonly chance: Chance
}

/** A document that cannot be read or changed keeps no other day from being met; in the end it is said that there was one. */
export async function meetDeadlines(deps: DeadlineDeps): Promise<void> {
  const today = new Date(deps.clock.now()).toISOString().slice(0, 10)
  const failures: unknown[] = []
  const fail = (error: unknown) => failures.push(error)
  await deleteDueIdentities(deps, today, fail)
  const rows = await deps.storage.db
    .selectFrom('docs')
    .select(['id', 'workshop_id'])
    .where('kind', '=', 'interviews')
    .execute()
  for (const { id, workshop_id } of rows) await forgetDueRecordings(deps, id, workshop_id, today).catch(fail)
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} deadlines were not met.`)
}

/** Who somebody is goes on its day also where the document that points to it cannot be changed. */
async function deleteDueIdentities(
  deps: DeadlineDeps,
  today: string,
  fail: (error: unknown) => void,
): Promise<void> {
  const { storage } = deps
  const due = await storage.db
    .selectFrom('identities')
    .select(['workshop_id', 'ref'])
    .where('delete_after', '!=', '')
    .where('delete_after', '<=', today)
    .execute()
  for (const { workshop_id, ref } of due)
    await storage
      .transaction(async (tx) => {
        await editDocument(tx, deps, documentName(workshop_id, 'interviews'), (doc) =>
          changeConsent(doc, ref, { deleteIdentityAfter: '' }, { identityRef: '' }),
        )
        await deleteIdentities(tx, workshop_id, [ref])
      })
      .catch(async (error: unknown) => {
        fail(error)
        await storage.transaction((tx) => deleteIdentities(tx, workshop_id, [ref])).catch(fail)
      })
  if (due.length > 0) await storage.scrub()
}

/** No recording is kept here: what goes is the leave to have one, so that nobody makes or keeps it elsewhere. */
async function forgetDueRecordings(
  deps: DeadlineDeps,
  name: string,
  workshopId: string,
  today: string,
): Promise<void> {
  const dueIn = (doc: Y.Doc) =>
    readRows(doc, interviews).filter(
      ({ consent: { deleteRecordingAfter: day } }) => day !== '' && day <= today,
    )
  const doc = await loadDoc(deps.storage, name)
  if (!doc || dueIn(doc).length === 0) return
  await deps.storage.transaction((tx) =>
    editDocument(tx, deps, documentName(workshopId, 'interviews'), (current) => {
      for (const { id } of dueIn(current))
        changeConsent(current, id, { recording: false, deleteRecordingAfter: '' })
    }),
  )
}

function changeConsent(
  doc: Y.Doc,
  id: string,
  consent: Partial<Interview['consent']>,
  more: { identityRef?: string } = {},
): void {
  const row = readRow(doc, interviews, id)
  if (row) updateRow(doc, interviews, id, { consent: { ...row.consent, ...consent }, ...more })
}
