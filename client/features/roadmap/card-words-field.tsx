/**
 * The words of a card in its panel, written by one or several people at once, with the carets of the others. More than
 * the board shows is kept and said, never cut off in silence; a seller's words in a buyer's question get a hint (R086).
 */
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard } from '#client/features/roadmap/board-context.tsx'
import { CardCarets } from '#client/features/roadmap/card-carets.tsx'
import { usePasting } from '#client/features/roadmap/card-pasting.ts'
import { useRow, useSharedText, useSharedWords } from '#client/session/hooks.ts'
import { LONGEST_CARD } from '#shared/board/card-edits.ts'
import { type Card, cards, stages } from '#shared/board/schema.ts'
import { sellerWordsIn } from '#shared/board/seller-words.ts'
import styles from './card-panel.module.css'

/** From how many characters on they are counted. */
const COUNTED_FROM = 240

export function CardWordsField({ card }: { readonly card: Card }) {
  const { t, i18n } = useTranslation('card')
  const { t: roadmap } = useTranslation('roadmap')
  const { state } = useBoard()
  const pasting = usePasting()
  const { id } = card
  const bind = useSharedText(cards, id, 'text')
  const { text } = useSharedWords(cards, id, 'text')
  const [isHere, setHere] = useState(false)
  const isStageGone = useStageGone(card.place.stageId)
  const sellers = card.place.lane === 'question' ? sellerWordsIn(text) : []
  const tell = (isWriting: boolean) => {
    setHere(isWriting)
    const { panel } = state.getState()
    if (panel?.cardId === id) state.setState({ panel: { ...panel, part: isWriting ? 'text' : 'card' } })
  }
  return (
    <div>
      <div className={styles.writing}>
        <textarea
          ref={bind}
          className={`${styles.words} ${styles.field}`}
          dir="auto"
          aria-label={roadmap('card.text')}
          rows={1}
          onFocus={() => tell(true)}
          onBlur={() => tell(false)}
          onPaste={(event) => pasting.intoCard(card, event)}
        />
        <CardCarets id={id} className={styles.words ?? ''} />
      </div>
      {text.length > LONGEST_CARD ? (
        <p className={styles.over} role="status">
          {t('words.over', { length: text.length, most: LONGEST_CARD })}
        </p>
      ) : (
        isHere &&
        text.length > COUNTED_FROM && (
          <p className={styles.writer}>{t('words.length', { length: text.length, most: LONGEST_CARD })}</p>
        )
      )}
      {sellers.length > 0 && (
        <p className={styles.hint} role="note">
          {t('words.sellerWords', {
            count: sellers.length,
            words: new Intl.ListFormat(i18n.language).format(sellers.map((word) => `“${word}”`)),
          })}
        </p>
      )}
      {isStageGone && (
        <p className={styles.over} role="alert">
          {t('words.stageGone')}
        </p>
      )}
    </div>
  )
}

/** True once the card, on a stage when the panel opened, has lost it: somebody deleted the stage. */
function useStageGone(stageId: string): boolean {
  const stage = useRow(stages, stageId)
  const isPlaced = stage !== undefined && stage.binned === null
  const wasPlaced = useRef(isPlaced)
  useEffect(() => {
    if (isPlaced) wasPlaced.current = true
  }, [isPlaced])
  return wasPlaced.current && !isPlaced
}
