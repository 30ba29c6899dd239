/** Edits of evidence that is no interview: colleagues, groups, posts, documents. It never counts as a customer (R046). */
import { type ChangesOf, insertRow, removeRow, updateRow } from '#shared/document/collection.ts'
import type { Edit } from '#shared/document/edit.ts'
import { evidence } from '#shared/interviews/schema.ts'

type Values = Omit<ChangesOf<typeof evidence>, 'seatId'>

/** Adds evidence under the name of whoever writes it down. Answers its id. */
export const noteEvidence: Edit<Values, string> = (doc, values, { newId, seatId }) => {
  const id = newId()
  insertRow(doc, evidence, id, { ...values, seatId })
  return id
}

/** False if it is gone. */
export const changeEvidence: Edit<{ id: string; changes: Values }, boolean> = (doc, { id, changes }) =>
  updateRow(doc, evidence, id, changes)

export const removeEvidence: Edit<{ id: string }, boolean> = (doc, { id }) => removeRow(doc, evidence, id)
