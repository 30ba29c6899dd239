/** Where a list says something else than the board, and what it says of what is new. */
import type { CardCells } from '#shared/lists/card-cells.ts'
import type { Held } from '#shared/lists/list-field.ts'
import type { ListShape } from '#shared/lists/list-fields.ts'
import type { Difference, Draft } from '#shared/lists/list-row.ts'
import { type ListWorld, titleKey } from '#shared/lists/list-world.ts'

export interface Compared {
  readonly shape: ListShape
  readonly world: ListWorld
  readonly cards: CardCells | null
  /** Differences in which the list's words are taken. */
  readonly taken: ReadonlySet<string> | undefined
  headerOf(field: string): string
}

export const takenKey = (row: number, field: string): string => `${row} ${field}`

/** What a new record is told beside what it is. */
export const detailsOf = (draft: Draft, { shape, headerOf }: Compared): Difference[] =>
  [...draft.told].flatMap(([field, { shown }]) =>
    field === shape.main || shown === ''
      ? []
      : [{ field, header: headerOf(field), from: '', to: shown, isTaken: true }],
  )

/** Nothing of ours is given up unless that was chosen; where we have nothing, the list's words come in. */
export function differencesOf(draft: Draft, held: Held, compared: Compared): Difference[] {
  const { shape, world, cards, taken, headerOf } = compared
  return [...draft.told].flatMap(([field, { shown, cell }]): Difference[] => {
    const of = shape.fields.find(({ name }) => name === field)
    const from = cards?.ours(field, held) ?? of?.ours(held, world) ?? ''
    const isSame =
      (field === shape.main && titleKey(from) === titleKey(shown)) ||
      spaced(from) === spaced(shown) ||
      of?.isSame?.(held, cell, world) === true ||
      cards?.isSame(field, draft, held) === true
    if (isSame || shown === '') return []
    const isTaken = from === '' || taken?.has(takenKey(draft.row, field)) === true
    return [{ field, header: headerOf(field), from, to: shown, isTaken }]
  })
}

export const RAISED = 'customers raised it: the words of the list would stand there as what they asked'

/** Whether what customers raised gets other words. */
export const takesTheirWords = (held: Held, main: string, differences: readonly Difference[]): boolean =>
  Array.isArray(held.raisedBy) &&
  held.raisedBy.length > 0 &&
  differences.some(({ field, isTaken }) => field === main && isTaken)

const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim()
