/** How much of the ballot is marked, without scolding for the rest, and what a mark means. */
import { useTranslation } from 'react-i18next'
import typography from '#client/ui/type.module.css'
import styles from './marked.module.css'

export interface Counted {
  readonly marked: number
  readonly unknown: number
  readonly all: number
}

export function Marked({ counted }: { readonly counted: Counted }) {
  const { t } = useTranslation('mark')
  const { marked, unknown, all } = counted
  return (
    <div>
      <h2 className={typography.section}>{t('ballot.marked', { marked, all })}</h2>
      <div className={styles.bar} aria-hidden="true">
        <i style={{ width: `${all === 0 ? 0 : (100 * marked) / all}%` }} />
      </div>
      <p className={typography.meta}>{t('ballot.unknownNote', { count: unknown })}</p>
    </div>
  )
}

export function MarkMeaning() {
  const { t } = useTranslation('mark')
  return (
    <>
      <h2 className={typography.section}>{t('ballot.meaning')}</h2>
      <dl className={styles.meaning}>
        <dt>10</dt>
        <dd>{t('ballot.ten')}</dd>
        <dt>5</dt>
        <dd>{t('ballot.five')}</dd>
        <dt>0</dt>
        <dd>{t('ballot.zero')}</dd>
      </dl>
    </>
  )
}
