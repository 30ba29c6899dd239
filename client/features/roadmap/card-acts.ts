/** The letter keys of a card: `E` to its evidence, `S` to its state, which an answer has of its own and steps through. */
import type { BoardGround, BoardParts } from '#client/features/roadmap/board-ground.ts'
import type { PanelPart } from '#client/features/roadmap/board-state.ts'
import { changeCard } from '#shared/board/roadmap-edits.ts'
import { answerStatuses, type Card } from '#shared/board/schema.ts'

export function makeCardActs({ session, state }: BoardParts, { card, say }: BoardGround) {
  const openPanel = (cardId: string, part: PanelPart = 'card') =>
    state.setState({ panel: { cardId, part }, editing: null })
  return {
    openPanel,
    /** A question's state follows from its answers: the panel opens at those. */
    stepState: (cardId: string, wordsFor: (status: Card['status']) => string) => {
      const one = card(cardId)
      if (one?.place.lane !== 'answer' || !session.mayEditBoard) return openPanel(cardId, 'status')
      const status =
        answerStatuses[(answerStatuses.indexOf(one.status) + 1) % answerStatuses.length] ?? 'none'
      session.edit(changeCard, { id: cardId, changes: { status } })
      say(wordsFor(status))
    },
  }
}
