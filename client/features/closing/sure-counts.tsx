/** How many said each of the five. */
import { useTranslation } from 'react-i18next'
import typography from '#client/ui/type.module.css'
import type { ConfidenceResult } from '#shared/rounds/confidence-result.ts'
import styles from './closing.module.css'

const LOWEST = 1

export function SureCounts({ n, counts }: Pick<ConfidenceResult, 'n' | 'counts'>) {
  const { t } = useTranslation('closing')
  const most = Math.max(1, ...counts)
  return (
    <div className={styles.counts}>
      <p className={typography.meta}>{t('sure.counts')}</p>
      <ol>
        {counts.map((count, index) => {
          const level = index + LOWEST
          return (
            <li key={level} aria-label={t('sure.countOf', { level, count, n })}>
              <span aria-hidden="true">{level}</span>
              <i style={{ width: `${(100 * count) / most}%` }} aria-hidden="true" />
              <b aria-hidden="true">{count}</b>
            </li>
          )
        })}
      </ol>
    </div>
  )
}
