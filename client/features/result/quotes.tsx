/** What customers said, in their words: each with who, by a number and what they are. */
import { useTranslation } from 'react-i18next'
import type { ReportQuote } from '#shared/report/report-map.ts'
import styles from './result.module.css'
import rows from './rows.module.css'

export function Quotes({ quotes }: { readonly quotes: readonly ReportQuote[] }) {
  const { t } = useTranslation('result')
  if (quotes.length === 0) return null
  return (
    <div className={rows.quotes}>
      <p className={styles.label}>{t('inTheirWords')}</p>
      <ul>
        {quotes.map(({ id, text, by }) => (
          <li key={id}>
            <blockquote className={rows.quote}>“{text}”</blockquote>
            {by !== '' && <p className={rows.by}>{by}</p>}
          </li>
        ))}
      </ul>
    </div>
  )
}
