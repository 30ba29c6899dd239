/** Who took part, who answered each round, how many customers were asked, and what made the page. */
import { useTranslation } from 'react-i18next'
import { roundName, sealedWords } from '#shared/reality/round-words.ts'
import { askedWords } from '#shared/report/file-words.ts'
import type { ResultView } from '#shared/report/result-view.ts'
import styles from './result.module.css'

export function AskedPart({ view }: { readonly view: ResultView }) {
  const { t, i18n } = useTranslation('result')
  const { closing, responses, customersAsked, meta, overrideReason } = view
  const time = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeStyle: 'short' })
  return (
    <>
      {closing.tookPart.length > 0 && (
        <>
          <h3 className={styles.sub}>{t('tookPart')}</h3>
          <dl className={styles.dated}>
            {closing.tookPart.map(({ functionName, seats }) => (
              <div key={functionName}>
                <dt>{functionName}</dt>
                <dd>{t('seats', { count: seats })}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {responses.length > 0 && (
        <>
          <h3 className={styles.sub}>{t('response')}</h3>
          <dl className={styles.dated}>
            {responses.map(({ kind, number, sealed, expected, informed }) => (
              <div key={`${kind} ${number}`}>
                <dt>
                  {roundName(kind, number)} {informed && <small>({t('informed')})</small>}
                </dt>
                <dd>
                  {sealed === null || expected === null
                    ? t('responseSealed')
                    : t('responseOf', { sealed, expected })}
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <h3 className={styles.sub}>{t('customersAsked')}</h3>
      <p>{askedWords(customersAsked)}</p>
      {overrideReason !== '' && <p className={styles.note}>{sealedWords.override(overrideReason)}</p>}
      <p className={styles.imprint}>
        {t('masked')}{' '}
        {t('madeBy', { version: meta.appVersion, time: time.format(Date.parse(meta.exportedAt)) })}{' '}
        {meta.server !== '' && t('madeOn', { server: meta.server })}
      </p>
    </>
  )
}
