/** Which round is looked at, when there is more than one. Earlier rounds are never changed by later ones. */
import { useTranslation } from 'react-i18next'
import type { AnyRound } from '#client/round/round-of.ts'
import styles from '#client/ui/segments.module.css'

export function RoundTabs(props: {
  readonly rounds: readonly AnyRound[]
  readonly shownId: string
  readonly onShow: (id: string) => void
}) {
  const { rounds, shownId, onShow } = props
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
    </nav>
  )
}
