/** Edits of the parking lot (method B10): what is worth a talk, only not now. Nothing in it is lost. */
import { parkingLot } from '#shared/board/schema.ts'
import { insertRow, type RowOf, updateRow } from '#shared/document/collection.ts'
import type { Edit } from '#shared/document/edit.ts'
import { keyAtEnd } from '#shared/document/keyed.ts'

export type Parked = RowOf<typeof parkingLot>
const LONGEST = 300

/** Parks something at the end. Answers its id, or null for empty words. */
export const park: Edit<{ text: string; functionName: string }, string | null> = (
  doc,
  { text, functionName },
  { newId },
) => {
  const words = text.trim().slice(0, LONGEST)
  if (words === '') return null
  const id = newId()
  insertRow(doc, parkingLot, id, { text: words, functionName, order: keyAtEnd(doc, parkingLot, id) })
  return id
}

/** Says what became of it; dropped things stay readable. False if it is gone. */
export const settleParked: Edit<{ id: string; status: Parked['status'] }, boolean> = (doc, { id, status }) =>
  updateRow(doc, parkingLot, id, { status })
