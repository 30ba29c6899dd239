/** What is wrong in a file, or to be known, row by row: the first ones here, all of them in a file. */
import { useTranslation } from 'react-i18next'
import styles from './file-form.module.css'

export interface RowProblem {
  /** Null: the file as a whole. */
  readonly row: number | null
  readonly column: string | null
  readonly level: 'fault' | 'notice'
  readonly message: string
}

const MOST_SHOWN = 100

export function RowProblems({
  title,
  problems,
}: {
  readonly title: string
  readonly problems: readonly RowProblem[]
}) {
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
