/** What would happen: how many come in, and every problem by row, the first ones here and all of them in a file. */
import { useTranslation } from 'react-i18next'
import { saveAs } from '#client/lib/save-as.ts'
import { Button } from '#client/ui/button.tsx'
import styles from '#client/ui/file-form.module.css'
import { RowProblems } from '#client/ui/row-problems.tsx'
import typography from '#client/ui/type.module.css'
import type { IntakeResult } from '#shared/protocol/intake-calls.ts'

export function Outcome(props: {
  readonly result: IntakeResult
  readonly errorFile: () => Promise<Blob | null>
}) {
  const { result, errorFile } = props
  const { t } = useTranslation('intake')
  const faults = result.problems.filter(({ level }) => level === 'fault')
  const notices = result.problems.filter(({ level }) => level === 'notice')
  const save = async () => {
    const file = await errorFile()
    if (file) saveAs(file, 'faulty-rows.csv')
  }
  return (
    <section className={styles.section} aria-live="polite">
      <h3 className={typography.section}>{t('result.title')}</h3>
      <ul className={styles.counts}>
        {result.create > 0 && <li>{t('result.create', { count: result.create })}</li>}
        {result.update > 0 && <li>{t('result.update', { count: result.update })}</li>}
        {(result.faultyRows > 0 || faults.length === 0) && (
          <li className={faults.length > 0 ? styles.fault : styles.good}>
            {t('result.faulty', { count: result.faultyRows })}
          </li>
        )}
      </ul>
      <RowProblems title={t('result.problems')} problems={faults} />
      {result.faultyRows > 0 && (
        <div className={styles.acts}>
          <Button onClick={() => void save()}>{t('result.errorFile')}</Button>
        </div>
      )}
      <RowProblems title={t('result.notices')} problems={notices} />
    </section>
  )
}
