/** Which round is looked at, when there is more than one. Earlier rounds are never changed by later ones. */
import { useTranslation } from 'react-i18next'
import type { AnyRound } from '#client/round/round-of.ts'
import styles from '#client/ui/segments.module.css'

export function RoundTabs(props: {
  readonly rounds: readonly AnyRound[]
  readonly shownId: string
  readonly onShow: (id: string) => void
  /** A further tab after the rounds, with an id of its own. */
  readonly also: { readonly id: string; readonly label: string } | null
}) {
  const { rounds, shownId, onShow, also } = props
  const { t } = useTranslation('round')
  return (
    <nav className={styles.segments} aria-label={t('revealed.tabs')}>
      {rounds.map(({ id, number, status }) => (
        <button
          key={id}
          type="button"
          className={styles.segment}
          aria-current={id === shownId ? 'true' : undefined}
          onClick={() => onShow(id)}
        >
          {t(status === 'revealed' ? 'revealed.round' : 'revealed.roundOpen', { number })}
        </button>
      ))}
      {also && (
        <button
          type="button"
          className={styles.segment}
          aria-current={also.id === shownId ? 'true' : undefined}
          onClick={() => onShow(also.id)}
        >
          {also.label}
        </button>
      )}
    </nav>
  )
}
