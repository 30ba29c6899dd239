/** A finding as it always stands on a screen: its sentence, and how many customers are behind it (R058, D9). */
import { useTranslation } from 'react-i18next'
import { type FindingRow, useCoding } from '#client/features/coding/use-coding.ts'
import { useMasked } from '#client/session/use-masked.ts'
import { customersWords } from '#shared/reality/saturation-words.ts'
import styles from './side.module.css'

export function FindingText({ finding }: { readonly finding: FindingRow }) {
  const { t } = useTranslation('coding')
  const { customers } = useCoding()
  const masked = useMasked()
  return (
    <p className={styles.finding}>
      {masked(finding.text)}{' '}
      <b className={finding.customers.length > 0 ? styles.said : styles.unsaid}>
        {customersWords(finding.customers.length, customers.length)}
        {finding.lost.length > 0 && ` ${t('themes.lost', { count: finding.lost.length })}`}
      </b>
    </p>
  )
}
