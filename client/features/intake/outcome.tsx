/** What would happen: how many come in, and every problem by row, the first ones here and all of them in a file. */
import { useTranslation } from 'react-i18next'
import { saveAs } from '#client/lib/save-as.ts'
import { Button } from '#client/ui/button.tsx'
import typography from '#client/ui/type.module.css'
import type { IntakeResult } from '#shared/protocol/intake-calls.ts'
import styles from './intake.module.css'

type Problem = IntakeResult['problems'][number]

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
      <Problems title={t('result.problems')} problems={faults} />
      {result.faultyRows > 0 && (
        <div className={styles.acts}>
          <Button onClick={() => void save()}>{t('result.errorFile')}</Button>
        </div>
      )}
      <Problems title={t('result.notices')} problems={notices} />
    </section>
  )
}

const MOST_SHOWN = 100

function Problems({ title, problems }: { readonly title: string; readonly problems: readonly Problem[] }) {
  const { t } = useTranslation('intake')
  if (problems.length === 0) return null
  const more = problems.length - MOST_SHOWN
  return (
    <div className={styles.problems}>
      <h4>{title}</h4>
      <ol>
        {problems.slice(0, MOST_SHOWN).map(({ row, column, message, level }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced as a whole
          <li key={index} className={level === 'fault' ? styles.fault : undefined}>
            <b>{row === null ? t('result.file') : t('result.row', { row })}</b>{' '}
            {column !== null && `${t('result.in', { column })} `}
            {message}
          </li>
        ))}
      </ol>
      {more > 0 && <p className={styles.aside}>{t('result.more', { count: more })}</p>}
    </div>
  )
}
