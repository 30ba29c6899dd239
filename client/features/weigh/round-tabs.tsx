/** Which round is looked at, when there is more than one. Earlier rounds are never changed by later ones. */
import { useTranslation } from 'react-i18next'
import type { WeightsRound } from '#client/features/weigh/round-of.ts'
import styles from './revealed.module.css'

export function RoundTabs(props: {
  readonly rounds: readonly WeightsRound[]
  readonly shownId: string
  readonly onShow: (id: string) => void
}) {
  const { rounds, shownId, onShow } = props
  const { t } = useTranslation('weigh')
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
