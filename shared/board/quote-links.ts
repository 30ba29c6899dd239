/** What customers said about a question or doubt of the roadmap, once the envelope is open. */
import { cards } from '#shared/board/schema.ts'
import { readRow, updateRow } from '#shared/document/collection.ts'
import type { Edit } from '#shared/document/edit.ts'

/** Ties a quote to a card, or unties it; who raised the card stays on record. False if the card is gone. */
export const linkQuote: Edit<
  { cardId: string; quoteId: string; interviewId: string; isOn: boolean },
  boolean
> = (doc, { cardId, quoteId, interviewId, isOn }) => {
  const card = readRow(doc, cards, cardId)
  if (!card) return false
  const others = card.quoteIds.filter((id) => id !== quoteId)
  if (!isOn) return updateRow(doc, cards, cardId, { quoteIds: others })
  return updateRow(doc, cards, cardId, {
    quoteIds: [...others, quoteId],
    raisedBy: [...card.raisedBy.filter((id) => id !== interviewId), interviewId],
  })
}
