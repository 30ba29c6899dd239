/** What customers said about a card: their words, and those who said so without words of their own. */

import type { Said } from '#client/features/roadmap/evidence-search.ts'
import { type Heard, useHeard } from '#client/round/use-heard.ts'
import type { Card } from '#shared/board/schema.ts'
import { countedFor } from '#shared/interviews/counted.ts'
import type { Interview } from '#shared/interviews/schema.ts'

export interface CardEvidence {
  readonly heard: Heard
  /** Linked words that may be shown, in the order in which they were linked. */
  readonly said: readonly Said[]
  /** Linked, but not for everyone's eyes. */
  readonly keptBack: number
  /** Customers who said it, doubles as one. */
  readonly people: readonly Interview[]
  /** Those of them none of whose words are linked. */
  readonly withoutWords: readonly Interview[]
}

export function useCardEvidence(card: Card): CardEvidence {
  const heard = useHeard()
  const byId = new Map(heard.all.map((one) => [one.id, one]))
  const counted = countedFor(heard.all)
  const quotes = new Map(heard.quotes.map((one) => [one.quote.id, one]))
  const said = card.quoteIds.flatMap((id) => quotes.get(id) ?? [])
  const ids = [
    ...card.raisedBy.map((id) => counted.get(id) ?? id),
    ...said.map(({ interview }) => interview.id),
  ]
  const people = [...new Set(ids)].flatMap((id) => byId.get(id) ?? [])
  const withWords = new Set(said.map(({ interview }) => interview.id))
  return {
    heard,
    said,
    keptBack: heard.isOpen ? card.quoteIds.length - said.length : 0,
    people,
    withoutWords: people.filter(({ id }) => !withWords.has(id)),
  }
}

/** "Heron, maintenance manager, dairy". */
export const whoSaid = ({ pseudonym, customer }: Interview): string =>
  [pseudonym, customer.role, customer.trade].filter(Boolean).join(', ')
