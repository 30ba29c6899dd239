/** What a workshop holds that a list can name or be like: live records alone, in their order. */
import type { Action } from '#shared/board/action-edits.ts'
import { byPlace, liveStages } from '#shared/board/roadmap-edits.ts'
import type { Card, Need, options, Stage } from '#shared/board/schema.ts'
import type { RowOf } from '#shared/document/collection.ts'
import { byOrder } from '#shared/document/order.ts'

export type Option = RowOf<typeof options>

export interface SeatedName {
  readonly id: string
  readonly name: string
  readonly functionName: string
  readonly role: string
}

export interface ListWorld {
  readonly needs: readonly Need[]
  readonly options: readonly Option[]
  readonly stages: readonly Stage[]
  readonly cards: readonly Card[]
  readonly actions: readonly Action[]
  readonly functions: readonly string[]
  readonly seats: readonly SeatedName[]
  /** ISO day, for "in three weeks". */
  readonly today: string
  readonly isSealed: boolean
}

/** The world of all rows of a board, without what lies in the bin. */
export const listWorld = (rows: ListWorld): ListWorld => ({
  ...rows,
  needs: rows.needs.filter(({ binned }) => !binned).sort(byOrder),
  options: [...rows.options].sort(byOrder),
  stages: liveStages(rows.stages),
  cards: rows.cards.filter(({ binned }) => !binned).sort(byPlace),
  actions: rows.actions.filter(({ binned }) => !binned).sort(byOrder),
})

/** A title as it is compared: case and blanks aside. */
export const titleKey = (title: string): string =>
  title.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
