/** The promise with what customers said behind it, and what was promised before. */
import { useTranslation } from 'react-i18next'
import type { Report } from '#shared/report/report.ts'
import type { ResultView } from '#shared/report/result-view.ts'
import { Opening } from './place.tsx'
import { Quotes } from './quotes.tsx'
import styles from './result.module.css'
import rows from './rows.module.css'

export function PromisePart(props: {
  readonly view: ResultView
  readonly promise: NonNullable<Report['promise']>
}) {
  const { promise, view } = props
  const { t } = useTranslation('result')
  const earlier = view.promiseHistory.filter(({ text }) => text !== promise.text)
  const state = promise.quotes.length > 0 ? 'isAdopted' : 'adoptedBare'
  return (
    <>
      <blockquote className={promise.isAdopted ? styles.promise : styles.promiseDraft}>
        {promise.text}
      </blockquote>
      <p className={styles.note}>
        {t(promise.isAdopted ? state : 'notAdopted')} {view.category !== '' && t('category', view)}
      </p>
      {promise.quotes.length > 0 && (
        <Opening name="promise-words" summary={<span className={rows.title}>{t('inTheirWords')}</span>}>
          <Quotes quotes={promise.quotes} />
        </Opening>
      )}
      {earlier.length > 0 && (
        <Opening
          name="promise-before"
          summary={<span className={rows.title}>{t('earlier', { count: earlier.length })}</span>}
        >
          <ul className={styles.lines}>
            {earlier.map(({ text, status, because }) => (
              <li key={text}>
                {text} <small>{[status, because].filter((part) => part !== '').join(': ')}</small>
              </li>
            ))}
          </ul>
        </Opening>
      )}
    </>
  )
}
