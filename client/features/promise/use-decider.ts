/** Evidence for the one thing, over the needs that are weighed; empty while the envelope is sealed. */
import { useHeard } from '#client/round/use-heard.ts'
import { useDerived } from '#client/session/hooks.ts'
import { needs } from '#shared/board/schema.ts'
import { byOrder } from '#shared/document/order.ts'
import { type Decider, deciderOf } from '#shared/reality/decider.ts'

export interface NeedTitle {
  readonly id: string
  readonly title: string
}

export function useDecider(): { readonly decider: Decider; readonly needs: readonly NeedTitle[] } {
  const { all } = useHeard()
  const listed = useDerived(needs, (rows) =>
    rows
      .filter(({ binned, status }) => !binned && status === 'active')
      .sort(byOrder)
      .map(({ id, short, statement }) => ({ id, title: short || statement })),
  )
  return {
    decider: deciderOf(
      all,
      listed.map(({ id }) => id),
    ),
    needs: listed,
  }
}
