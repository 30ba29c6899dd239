/** What stands beside every revealed round: why some did not know, and how sure the room was. */
import { useTranslation } from 'react-i18next'
import typography from '#client/ui/type.module.css'
import styles from './side-notes.module.css'

export function SideNotes(props: {
  readonly reasons: readonly string[]
  readonly confidenceMean: number | null
}) {
  const { reasons, confidenceMean } = props
  const { t, i18n } = useTranslation('round')
  const value =
    confidenceMean === null
      ? null
      : new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 }).format(confidenceMean)
  return (
    <>
      {reasons.length > 0 && (
        <section className={styles.block}>
          <h2 className={typography.section}>{t('revealed.reasonsTitle')}</h2>
          <ul className={styles.reasons}>
            {[...new Set(reasons)].map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </section>
      )}
      {value !== null && <p className={typography.meta}>{t('revealed.confidence', { value })}</p>}
    </>
  )
}
