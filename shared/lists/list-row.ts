/** One row of a list, while it is read and when it is understood. */
import type { Lane } from '#shared/board/schema.ts'
import type { JsonObject } from '#shared/document/fields.ts'
import type { Held } from '#shared/lists/list-field.ts'

/** Where the list says something else than what is here. */
export interface Difference {
  readonly field: string
  readonly header: string
  /** Empty: there was nothing. */
  readonly from: string
  readonly to: string
  /** Whether the list's words are taken; always so where there was nothing. */
  readonly isTaken: boolean
}

export interface ListRow {
  /** As a spreadsheet counts, from 1. */
  readonly row: number
  readonly title: string
  readonly does: 'create' | 'update' | 'same' | 'fault'
  readonly differences: readonly Difference[]
}

/** Everything a row says, as read. */
export interface Draft {
  readonly row: number
  title: string
  id: string
  isFaulty: boolean
  /** What the cells of fields say: for writing, and for showing. */
  readonly told: Map<string, { readonly changes: JsonObject; readonly shown: string; readonly cell: string }>
  /** Of cards: the id of a stage or the ref of a new one; null: not said. */
  stage: string | null
  lane: Lane | null
  /** The record here that it is like. */
  held: Held | null
  /** Its place among rows that say the same. */
  key: string
}
