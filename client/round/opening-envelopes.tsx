/** First beat of the reveal: the sealed envelopes lift and open from left to right, and nothing is in sight yet. */
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { SealedEnvelope } from '#client/ui/sealed-envelope.tsx'
import styles from './opening-envelopes.module.css'

/** Beyond this many, the words say it alone. */
const MOST_DRAWN = 40

export function OpeningEnvelopes({
  count,
  isArriving,
}: {
  readonly count: number
  readonly isArriving: boolean
}) {
  const { t } = useTranslation('round')
  return (
    <div
      className={`${styles.envelopes} ${isArriving ? styles.arriving : ''}`}
      role="img"
      aria-label={t('beats.opened', { count })}
    >
      {Array.from({ length: Math.min(count, MOST_DRAWN) }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an envelope has no identity but its place
        <span key={index} className={styles.envelope} style={{ '--index': index } as CSSProperties}>
          <span className={styles.sealed}>
            <SealedEnvelope sealed width="100%" />
          </span>
          <span className={styles.open}>
            <SealedEnvelope sealed={false} width="100%" />
          </span>
        </span>
      ))}
    </div>
  )
}
