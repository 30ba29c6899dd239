/** The facilitator's desk: a dark bar at the bottom centre with the round, its state and the one next action. */
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnyRound } from '#client/round/round-of.ts'
import typography from '#client/ui/type.module.css'
import styles from './desk.module.css'

export function Desk(props: {
  readonly round: AnyRound
  /** Over the bar, when something has to be decided first. */
  readonly question?: ReactNode
  readonly problem: string | null
  /** At the right, where it covers nothing that has to be read. */
  readonly isAside?: boolean
  readonly children: ReactNode
}) {
  const { round, question, problem, isAside = false, children } = props
  const { t } = useTranslation('round')
  return (
    <div className={`${styles.place} ${isAside ? styles.aside : ''}`}>
      {question}
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={styles.desk} role="toolbar" aria-label={t('desk.label')}>
        <b className={styles.round}>{t('desk.round', { number: round.number })}</b>
        {round.status !== 'discarded' && (
          <span className={`${styles.state} ${round.status === 'open' ? styles.open : ''}`}>
            {t(`desk.${round.status}`)}
          </span>
        )}
        <span className={styles.line} />
        {children}
      </div>
    </div>
  )
}

/** A question over the desk. Takes the focus, gives it back, and Escape is "not now". */
export function DeskQuestion(props: {
  readonly title: string
  readonly lead: string
  readonly onEscape: () => void
  readonly children: ReactNode
}) {
  const { title, lead, onEscape, children } = props
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement
    box.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <div
      ref={box}
      className={styles.question}
      role="dialog"
      aria-label={title}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onEscape()
      }}
    >
      <h2 className={typography.section}>{title}</h2>
      <p className={styles.lead}>{lead}</p>
      <div className={styles.answers}>{children}</div>
    </div>
  )
}
