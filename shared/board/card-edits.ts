/**
 * Edits of what belongs to a card: its answers and tools, who said it, and the question to customers that comes of it.
 * Two people who do the same at one moment do it once where an id can follow from the card.
 */
import { addQuestion, changeQuestion, GAP_THEME, restoreQuestion } from '#shared/board/guide-edits.ts'
import { addCard } from '#shared/board/roadmap-edits.ts'
import { type Card, cards, guideQuestions, type Lane } from '#shared/board/schema.ts'
import { readRow, updateRow } from '#shared/document/collection.ts'
import type { Edit } from '#shared/document/edit.ts'

/** As much of a card's words as the board shows; people who type at once may write more. */
export const LONGEST_CARD = 300
/** As many cards as one card may name. */
const MOST_LINKS = 500

/** The six short tests of an answer (R087), by the names under which they are kept. */
export const answerChecks = [
  'about_the_customer',
  'relevant_to_their_situation',
  'easy_to_read',
  'plain_words',
  'believable',
  'complete_enough_to_go_on',
] as const
export type AnswerCheck = (typeof answerChecks)[number]

/** Lanes of what buyers feel, do and say; questions and doubts among them are settled by answers. */
export const isSettled = (lane: Lane): boolean => lane === 'question' || lane === 'skepticism'

/**
 * What a new card of a lane remembers of when it was written: as long as the envelope is sealed, before anybody had heard
 * a customer ask it (method C9). Later that changes no more.
 */
export const writtenWhile = (lane: Lane, isSealed: boolean): { readonly foreseenByTeam?: boolean } =>
  lane === 'answer' || lane === 'tool' ? {} : { foreseenByTeam: isSealed }

/** Whether the card of one lane may settle the card of another: answers settle questions and doubts, tools answers. */
export const maySettle = (from: Lane, to: Lane): boolean =>
  (from === 'answer' && isSettled(to)) || (from === 'tool' && to === 'answer')

/** Adds an answer to a question or doubt, or a tool to an answer, in its stage. Answers its id; null if that is gone. */
export const settleWith: Edit<{ cardId: string; text: string }, string | null> = (
  doc,
  { cardId, text },
  context,
) => {
  const card = readRow(doc, cards, cardId)
  if (!card || card.binned) return null
  const lane = card.place.lane === 'answer' ? 'tool' : 'answer'
  if (!maySettle(lane, card.place.lane)) return null
  const { stageId } = card.place
  return addCard(doc, { stageId, lane, text, values: { settles: [cardId] } }, context)
}

/** Says that a card settles another, or takes it back. False if one is gone, or the two lanes have no such tie. */
export const settle: Edit<{ id: string; cardId: string; isOn: boolean }, boolean> = (
  doc,
  { id, cardId, isOn },
) => {
  const card = readRow(doc, cards, id)
  const settled = readRow(doc, cards, cardId)
  if (!card) return false
  if (isOn && (!settled || !maySettle(card.place.lane, settled.place.lane))) return false
  return updateRow(doc, cards, id, { settles: toggled(card.settles, cardId, isOn) })
}

/** Says that a customer raised a card, or takes it back together with that customer's quotes. False if it is gone. */
export const raise: Edit<
  { cardId: string; interviewId: string; quoteIds: readonly string[]; isOn: boolean },
  boolean
> = (doc, { cardId, interviewId, quoteIds, isOn }) => {
  const card = readRow(doc, cards, cardId)
  if (!card) return false
  return updateRow(doc, cards, cardId, {
    raisedBy: toggled(card.raisedBy, interviewId, isOn),
    ...(!isOn && { quoteIds: card.quoteIds.filter((id) => !quoteIds.includes(id)) }),
  })
}

/** Ticks one of the six tests of an answer, or says that it fails. False if the answer is gone. */
export const check: Edit<{ id: string; check: AnswerCheck; isOn: boolean }, boolean> = (
  doc,
  { id, check: name, isOn },
) => {
  const card = readRow(doc, cards, id)
  return card !== null && updateRow(doc, cards, id, { checks: { ...card.checks, [name]: isOn } })
}

/** Id of the question in the interview guide that comes of a card. */
export const askedForCard = (cardId: string): string => `ask-card-${cardId}`

/** Puts a question about a card on the interview guide, in other words if it is there. Answers its id. */
export const askAboutCard: Edit<{ cardId: string; question: string }, string> = (
  doc,
  { cardId, question },
  context,
) => {
  const id = askedForCard(cardId)
  const known = readRow(doc, guideQuestions, id)
  if (!known) return addQuestion(doc, { id, text: question, theme: GAP_THEME }, context)
  if (known.binned) restoreQuestion(doc, { id }, context)
  changeQuestion(doc, { id, text: question }, context)
  return id
}

function toggled(ids: Card['settles'], id: string, isOn: boolean): readonly string[] {
  const others = ids.filter((one) => one !== id)
  return isOn ? [...others, id].slice(-MOST_LINKS) : others
}
