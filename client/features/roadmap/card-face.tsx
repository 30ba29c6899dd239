/** What a card looks like, whoever holds it: nothing is solid or ink blue unless a customer said it [U1]. */

import type { ReactNode } from 'react'
import { useBoard } from '#client/features/roadmap/board-context.tsx'
import type { Coverage as Status } from '#client/ui/coverage.tsx'
import { StatusGlyph } from '#client/ui/coverage.tsx'
import { EvidenceMark } from '#client/ui/evidence-chip.tsx'
import type { Card } from '#shared/board/schema.ts'
import type { Coverage } from '#shared/statistics/coverage.ts'
import styles from './card.module.css'

export const shownAs: Readonly<Record<Coverage, Status>> = {
  answered: 'answered',
  weak: 'partly',
  open: 'unanswered',
}

/** How many customers said it; 0: it is our guess. */
export const saidBy = (card: Card): number => card.raisedBy.length || card.quoteIds.length

/** Classes of a card's box. `coverage` only for questions and doubts. */
export function cardClass(card: Card, coverage: Coverage | undefined): string {
  const classes = [styles.card]
  if (saidBy(card) === 0) classes.push(styles.guess)
  if (coverage === 'open') classes.push(styles.open)
  return classes.join(' ')
}

export function CardFace(props: {
  readonly card: Card
  readonly coverage: Coverage | undefined
  /** In place of the words, while they are written. */
  readonly children?: ReactNode
}) {
  const { card, coverage, children } = props
  const { t } = useBoard()
  const said = saidBy(card)
  const count =
    said > 0 ? (
      <EvidenceMark count={said} bare words={t('common:saidBy', { count: said })} />
    ) : (
      <span className={styles.ourGuess}>{t('common:ourGuess')}</span>
    )
  const words = card.text || <span className={styles.empty}>{t('card.empty')}</span>
  const isInline = coverage === undefined && said > 0 && children === undefined
  return (
    <>
      {children ?? (
        <span className={styles.words}>
          {words}
          {isInline && <> {count}</>}
        </span>
      )}
      {!isInline && (
        <span className={styles.foot}>
          {coverage && (
            <>
              <StatusGlyph status={shownAs[coverage]} silent />
              <span className={styles.status}>{t(`common:coverage.${shownAs[coverage]}`)}</span>
            </>
          )}
          <span className={styles.count}>{count}</span>
        </span>
      )}
    </>
  )
}
