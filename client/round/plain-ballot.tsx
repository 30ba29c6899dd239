/** Around the questions of a plain vote: what is asked, how far one is, who will see what, sealing. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BallotFrame } from '#client/round/own-ballot.tsx'
import { Button } from '#client/ui/button.tsx'
import typography from '#client/ui/type.module.css'
import styles from './plain-ballot.module.css'

export function PlainBallot(props: {
  readonly title: string
  readonly lead: string
  readonly frame: BallotFrame
  /** How far one is, or why it cannot be sealed yet. */
  readonly state: string
  readonly maySeal: boolean
  readonly onSeal: () => void
  /** "I do not know", where the kind of round has it. */
  readonly onAbstain?: () => void
  readonly children: ReactNode
}) {
  const { title, lead, frame, state, maySeal, onSeal, onAbstain, children } = props
  const { t } = useTranslation('vote')
  return (
    <section className={styles.ballot} aria-label={title}>
      <h1 className={typography.screen}>{title}</h1>
      <p className={typography.lead}>{lead}</p>
      <div className={styles.questions}>{children}</div>
      <footer className={styles.foot}>
        <p role="status" className={styles.state}>
          {state}
        </p>
        <p className={typography.meta}>
          {t('secrecy')} {frame.draftState}
        </p>
        {frame.problem && (
          <p className={styles.problem} role="alert">
            {frame.problem}
          </p>
        )}
        <div className={styles.buttons}>
          <Button
            kind="primary"
            size="large"
            wide
            notYet={frame.isSealing || (maySeal ? false : state)}
            onClick={onSeal}
          >
            {t(frame.isSealing ? 'sealing' : 'seal')}
          </Button>
          {onAbstain && (
            <Button size="large" wide notYet={frame.isSealing} onClick={onAbstain}>
              {t('abstain')}
            </Button>
          )}
        </div>
      </footer>
    </section>
  )
}
