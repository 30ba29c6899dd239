/** What needs, options and questions are called, those that only the researchers have proposed included. */
import { useMemo } from 'react'
import { useDerived } from '#client/session/hooks.ts'
import { needs, options } from '#shared/board/schema.ts'
import { byOrder } from '#shared/document/order.ts'
import { proposals } from '#shared/interviews/schema.ts'

interface Titled {
  readonly id: string
  readonly title: string
}

/** The needs that are weighed, in their order. */
export const useActiveNeeds = (): readonly Titled[] =>
  useDerived(needs, (all) =>
    all
      .filter(({ binned, status }) => !binned && status === 'active')
      .sort(byOrder)
      .map(({ id, short, statement }) => ({ id, title: short || statement })),
  )

/** Titles by id of needs and options, in their order, also of those no longer listed. */
export function useTitles(): ReadonlyMap<string, string> {
  const needTitles = useDerived(needs, (all) =>
    [...all].sort(byOrder).map(({ id, short, statement }) => ({ id, title: short || statement })),
  )
  const optionTitles = useDerived(options, (all) =>
    [...all].sort(byOrder).map(({ id, name }) => ({ id, title: name })),
  )
  const proposed = useDerived(proposals, (all) =>
    [...all].sort(byOrder).map(({ id, title }) => ({ id, title })),
  )
  return useMemo(
    () => new Map([...needTitles, ...optionTitles, ...proposed].map(({ id, title }) => [id, title])),
    [needTitles, optionTitles, proposed],
  )
}
