/** One card. It subscribes to its own record, its own figures and its own holders, and renders for nothing else. */
import { memo } from 'react'
import { useBoard, useBoardState, useView } from '#client/features/roadmap/board-context.tsx'
import { CardFace, cardClass, saidBy, shownAs } from '#client/features/roadmap/card-face.tsx'
import { CardWords } from '#client/features/roadmap/card-words.tsx'
import { handCode, readHand } from '#client/features/roadmap/hand-of-card.ts'
import { PresenceTab } from '#client/features/roadmap/presence-tab.tsx'
import { useShownCard } from '#client/features/roadmap/use-shown-cards.ts'
import { useRow, useWhoHas } from '#client/session/hooks.ts'
import { functionColor } from '#client/ui/function-glyph.tsx'
import { cards } from '#shared/board/schema.ts'
import styles from './card.module.css'

export const RoadCard = memo(function RoadCard({ id }: { readonly id: string }) {
  const { control, mayEdit, t } = useBoard()
  const element = useShownCard(id)
  const card = useRow(cards, id)
  const coverage = useView(({ figures }) => figures.coverage.get(id))
  const hand = useBoardState((state) => handCode(state, id))
  const holders = useWhoHas(id)
  if (!card) return null
  const { isTabStop, isEditing, isLifted, isSelected } = readHand(hand)
  const [holder] = holders
  const said = saidBy(card)
  const classes = [cardClass(card, coverage)]
  if (isLifted) classes.push(styles.lifted ?? '')
  if (isSelected) classes.push(styles.selected ?? '')
  if (holder) classes.push(styles.held ?? '', functionColor(holder.functionName))
  const label = [
    t('card.label', { lane: t(`lanes.${card.place.lane}.one`), text: card.text || t('card.empty') }),
    coverage && t(`common:coverage.${shownAs[coverage]}`),
    said > 0 ? t('common:saidBy', { count: said }) : t('common:ourGuess'),
    isSelected && t('board:selection.chosen'),
  ]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a card is no form; it groups its words, figures and button
    <div
      ref={element}
      className={classes.join(' ')}
      data-card={id}
      role="group"
      tabIndex={isTabStop && !isEditing ? 0 : -1}
      aria-label={label.filter(Boolean).join(', ')}
      aria-describedby={mayEdit ? 'roadmap-keys' : undefined}
    >
      {holder && <PresenceTab holder={holder} more={holders.length - 1} />}
      <CardFace card={card} coverage={coverage}>
        {isEditing ? <CardWords id={id} /> : undefined}
      </CardFace>
      {!isEditing && (
        <button
          type="button"
          className={styles.more}
          tabIndex={-1}
          data-more={id}
          aria-label={t('card.open', { text: card.text || t('card.empty') })}
          onClick={() => control.openPanel(id)}
        />
      )}
    </div>
  )
})
