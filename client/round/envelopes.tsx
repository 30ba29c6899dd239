/** How many have sealed: a row of envelopes that belong to nobody. Never who, never how far anyone is. */
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { SealedEnvelope } from '#client/ui/sealed-envelope.tsx'
import styles from './envelopes.module.css'

/** Beyond this many, the count says it alone. */
const MOST_DRAWN = 40
const MOST_IN_A_ROW = 10

export interface Progress {
  readonly sealed: number
  readonly expected: number
}

export function Envelopes({ sealed, expected, size }: Progress & { readonly size: 'small' | 'row' | 'big' }) {
  const { t } = useTranslation('round')
  const total = Math.max(sealed, expected)
  if (total === 0 || total > MOST_DRAWN) return null
  return (
    <div
      className={`${styles.envelopes} ${styles[size]}`}
      style={{ '--columns': Math.min(total, MOST_IN_A_ROW) } as CSSProperties}
      role="img"
      aria-label={t('progress.envelopes', { sealed, open: total - sealed })}
    >
      {Array.from({ length: total }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an envelope has no identity but its place
        <SealedEnvelope key={index} sealed={index < sealed} width="100%" />
      ))}
    </div>
  )
}
