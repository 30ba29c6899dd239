/** The honest line under every grid: only customers who marked both, each with his own points (method C4). */
import { useTranslation } from 'react-i18next'
import type { Competition, OptionTotals } from '#client/features/reality/competition-model.ts'
import { exact } from '#client/features/reality/figures.ts'
import styles from './competition.module.css'

export function PairedLines({ competition }: { readonly competition: Competition }) {
  const { t, i18n } = useTranslation('reality')
  const words = ({ paired, name }: OptionTotals): string | null => {
    if (!paired) return null
    const { n: count, mean, interval } = paired
    if (mean === null || interval === null) return t('competition.pairedFew', { count, name })
    const lead = exact(Math.abs(mean), i18n.language)
    const [low, high] = interval
    return t('competition.paired', {
      count,
      name,
      words: t(mean < 0 ? 'competition.behind' : 'competition.ahead', { lead }),
      from: exact(low, i18n.language),
      to: exact(high, i18n.language),
      settled: t(low > 0 || high < 0 ? 'competition.isSettled' : 'competition.notSettled'),
    })
  }
  return (
    <span className={styles.paired}>
      {competition.options.map((option) => {
        const line = words(option)
        return line && <span key={option.optionId}>{line}</span>
      })}
    </span>
  )
}
