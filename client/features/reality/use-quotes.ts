/** Customers' own words as the whole room may see them: none that is private, none whose customer did not allow it inside. */
import { useRows } from '#client/session/hooks.ts'
import { useMasked } from '#client/session/use-masked.ts'
import { byOrder } from '#shared/document/order.ts'
import { type Interview, quotes } from '#shared/interviews/schema.ts'

export interface SaidWords {
  readonly id: string
  readonly text: string
  readonly who: string
  readonly needIds: readonly string[]
}

export function useQuotes(held: readonly Interview[]): readonly SaidWords[] {
  const all = useRows(quotes)
  const masked = useMasked()
  const byId = new Map(held.map((one) => [one.id, one]))
  return [...all].sort(byOrder).flatMap((quote) => {
    const interview = byId.get(quote.interviewId)
    const isAllowed = interview && !quote.private && interview.consent.quotesInside !== false
    if (!isAllowed || quote.text.trim() === '') return []
    return [{ id: quote.id, text: masked(quote.text), who: interview.pseudonym, needIds: quote.needIds }]
  })
}
