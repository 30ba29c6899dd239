/**
 * The quotes that the room reads in silence (method B6): every one that may be read aloud, in random order, the same
 * set in the same order on every screen, because it is drawn from the workshop's id alone.
 */
import { ownOrder } from '#client/round/own-order.ts'
import { countedFor } from '#shared/interviews/counted.ts'
import type { Interview, Quote } from '#shared/interviews/schema.ts'

export interface ReadQuote {
  readonly id: string
  readonly text: string
  /** Whom it counts for. */
  readonly interview: Interview
}

export interface Reading {
  readonly quotes: readonly ReadQuote[]
  readonly customers: number
  /** Private ones and those that may not be used inside the firm: left out for everyone, so that all read the same. */
  readonly keptBack: number
}

export function readingOf(
  quotes: readonly Quote[],
  interviews: readonly Interview[],
  workshopId: string,
): Reading {
  const byId = new Map(interviews.map((one) => [one.id, one]))
  const counted = countedFor(interviews)
  const said = quotes.filter(({ text, interviewId }) => text.trim() !== '' && byId.has(interviewId))
  const allowed = said.filter(
    (quote) => !quote.private && byId.get(quote.interviewId)?.consent.quotesInside !== false,
  )
  const inOrder = [...allowed].sort((a, b) => (a.id < b.id ? -1 : 1))
  const read = ownOrder(inOrder, workshopId, 'reading').flatMap(({ id, text, interviewId }) => {
    const interview = byId.get(counted.get(interviewId) ?? interviewId)
    return interview ? [{ id, text, interview }] : []
  })
  return {
    quotes: read,
    customers: new Set(read.map(({ interview }) => interview.id)).size,
    keptBack: said.length - allowed.length,
  }
}
