/** The summary of the close: what we know now, what we still do not know, when we look again, and the sponsor's word. */
import { useTranslation } from 'react-i18next'
import { dayWords } from '#client/lib/day-words.ts'
import type { ResultView } from '#shared/report/result-view.ts'
import styles from './result.module.css'

export function NowPart({ view: { closing } }: { readonly view: ResultView }) {
  const { t, i18n } = useTranslation('result')
  const { known, unknown, looks, sponsor, confidence } = closing
  const sponsorLines = [
    [t('sponsorOpening'), sponsor.opening],
    [t('sponsorWord'), sponsor.word],
    [t('sponsorWill'), sponsor.will],
  ].filter(([, said]) => said !== '')
  return (
    <>
      <Lines title={t('known')} lines={known} />
      <Lines title={t('unknown')} lines={unknown} isUnknown />
      {looks.length > 0 && (
        <>
          <h3 className={styles.sub}>{t('looks')}</h3>
          <dl className={styles.dated}>
            {looks.map(({ day, words }) => (
              <div key={`${day} ${words}`}>
                <dt>{day === '' ? t('undated') : dayWords(day, i18n.language)}</dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {sponsorLines.length > 0 && (
        <>
          <h3 className={styles.sub}>{t('sponsor')}</h3>
          <dl className={styles.dated}>
            {sponsorLines.map(([label, said]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{said}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {confidence.length > 0 && (
        <>
          <h3 className={styles.sub}>{t('howSure')}</h3>
          <dl className={styles.dated}>
            {confidence.map(({ label, mean, n }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd className={styles.guess}>{t('sure', { mean: mean.toFixed(1), count: n })}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </>
  )
}

function Lines(props: {
  readonly title: string
  readonly lines: readonly string[]
  readonly isUnknown?: boolean
}) {
  const { title, lines, isUnknown = false } = props
  if (lines.length === 0) return null
  return (
    <>
      <h3 className={styles.sub}>{title}</h3>
      <ul className={isUnknown ? styles.unknownLines : styles.lines}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}
