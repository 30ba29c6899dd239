/** The columns of the grid as the board has them now, and which one is ours. */
import { useDerived } from '#client/session/hooks.ts'
import { options } from '#shared/board/schema.ts'
import type { RowOf } from '#shared/document/collection.ts'
import { byOrder } from '#shared/document/order.ts'

export type Option = RowOf<typeof options>
export type OptionKind = Option['kind']

/** In the order of the board, our own first. */
export const useOptions = (): readonly Option[] =>
  useDerived(options, (all) => [
    ...all.filter(({ kind }) => kind === 'us').sort(byOrder),
    ...all.filter(({ kind }) => kind !== 'us').sort(byOrder),
  ])

/** What a column of a round is, by its id; a competitor where the board has lost it. */
export function useKinds(): (optionId: string) => OptionKind {
  const all = useOptions()
  return (optionId) => all.find(({ id }) => id === optionId)?.kind ?? 'competitor'
}

/** The column of the company itself in a round, or null. */
export function useUsId(columns: readonly { readonly id: string }[]): string | null {
  const kindOf = useKinds()
  return columns.find(({ id }) => kindOf(id) === 'us')?.id ?? null
}
