/** "I do not know how they would": a full answer, as large as sealing, with an optional reason (method D4). */
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/button.tsx'
import typography from '#client/ui/type.module.css'
import styles from './abstain.module.css'

const LONGEST_REASON = 200

export function Abstain(props: {
  /** What becomes of the answers given so far. */
  readonly lead: string
  readonly back: string
  readonly isOpen: boolean
  readonly isSealing: boolean
  readonly onOpen: (isOpen: boolean) => void
  readonly onSeal: (reason: string) => void
}) {
  const { lead, back, isOpen, isSealing, onOpen, onSeal } = props
  const { t } = useTranslation('round')
  const [reason, setReason] = useState('')
  const reasonId = useId()
  if (!isOpen) {
    return (
      <Button size="large" wide onClick={() => onOpen(true)}>
        {t('ballot.abstain')}
      </Button>
    )
  }
  return (
    <section className={styles.panel} aria-label={t('ballot.abstain')}>
      <h2 className={typography.section}>{t('ballot.abstainTitle')}</h2>
      <p className={typography.meta}>{lead}</p>
      <label htmlFor={reasonId} className={styles.label}>
        {t('ballot.abstainReason')}
      </label>
      <textarea
        id={reasonId}
        className={styles.reason}
        rows={2}
        maxLength={LONGEST_REASON}
        value={reason}
        // biome-ignore lint/a11y/noAutofocus: the person has just asked for this panel
        autoFocus
        onChange={(event) => setReason(event.target.value)}
      />
      <Button kind="primary" size="large" wide notYet={isSealing} onClick={() => onSeal(reason)}>
        {isSealing ? t('ballot.sealing') : t('ballot.abstainSeal')}
      </Button>
      <Button kind="quiet" wide onClick={() => onOpen(false)}>
        {back}
      </Button>
    </section>
  )
}
