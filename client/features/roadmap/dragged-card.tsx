/** The card in the hand: a copy of the lifted one, tilted, above everything. */
import type { Ref } from 'react'
import { useBoardState, useView } from '#client/features/roadmap/board-context.tsx'
import { CardFace, cardClass } from '#client/features/roadmap/card-face.tsx'
import { useRow } from '#client/session/hooks.ts'
import { cards } from '#shared/board/schema.ts'
import styles from './card.module.css'

export function DraggedCard({ ref }: { readonly ref: Ref<HTMLDivElement> }) {
  const id = useBoardState(({ lifted }) => (lifted?.by === 'pointer' ? lifted.cardId : ''))
  const card = useRow(cards, id)
  const coverage = useView(({ figures }) => figures.coverage.get(id))
  const many = useBoardState(({ selected }) => (selected.has(id) ? selected.size : 1))
  if (!card) return null
  return (
    <div
      ref={ref}
      className={`${cardClass(card, coverage)} ${styles.dragged}`}
      data-dragged={id}
      aria-hidden="true"
    >
      <CardFace card={card} coverage={coverage} />
      {many > 1 && <span className={styles.many}>{many}</span>}
    </div>
  )
}
