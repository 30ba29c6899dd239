/** How many customers said it. Ink, because they did; without any there is no chip but "our guess" (`Chip`). */
import { useTranslation } from 'react-i18next'
import styles from './evidence-chip.module.css'

interface EvidenceChipProps {
  readonly count: number
  /** Only the mark and the number, for dense cards. */
  readonly bare?: boolean
}

export function EvidenceChip(props: EvidenceChipProps) {
  const { t } = useTranslation('common')
  return <EvidenceMark {...props} words={t('saidBy', { count: props.count })} />
}

/** The same where the words are known already: of a thousand cards none looks them up by itself. */
export function EvidenceMark(props: EvidenceChipProps & { readonly words: string }) {
  const { count, bare = false, words } = props
  return (
    <span className={bare ? styles.bare : styles.chip}>
      <svg viewBox="0 0 14 10" className={styles.mark} aria-hidden="true">
        <path d="M6 0C2.600.7.500 2.700.500 6a2.700 2.700 0 105.400 0c0-1.500-1-2.500-2.400-2.600C3.700 2.200 4.600 1.300 6 .9zM13.500 0C10.100.7 8 2.700 8 6a2.700 2.700 0 105.400 0c0-1.500-1-2.500-2.400-2.600.2-1.200 1.100-2.100 2.500-2.500z" />
      </svg>
      <span aria-hidden="true">{count}</span>
      <span className={styles.words}>{words}</span>
    </span>
  )
}
