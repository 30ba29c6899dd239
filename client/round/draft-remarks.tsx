/** What customers said of a promise, a stage or a card when they were shown the draft (method P5); nothing if nobody did. */
import { useTranslation } from 'react-i18next'
import { useDerived } from '#client/session/hooks.ts'
import { useMasked } from '#client/session/use-masked.ts'
import { InlineTruth } from '#client/ui/inline-marks.tsx'
import { evidence } from '#shared/interviews/schema.ts'
import styles from './draft-remarks.module.css'

export function DraftRemarks({ about }: { readonly about: string }) {
  const { t } = useTranslation('draft')
  const masked = useMasked()
  const all = useDerived(evidence, (rows) =>
    rows
      .filter((one) => one.kind === 'draft_remark' && one.about === about)
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1))
      .map(({ id, text }) => ({ id, text })),
  )
  if (all.length === 0) return null
  return (
    <div className={styles.remarks}>
      <p className={styles.title}>{t('heard', { count: all.length })}</p>
      <ul>
        {all.map(({ id, text }) => (
          <li key={id}>
            <InlineTruth size="0.625rem" />
            <p>“{masked(text)}”</p>
          </li>
        ))}
      </ul>
    </div>
  )
}
