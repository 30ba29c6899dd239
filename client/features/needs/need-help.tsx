/** What a need is, for whoever asks: the job that is to be done, and the outcome that tells it is (R014). */
import { Trans, useTranslation } from 'react-i18next'
import styles from './write.module.css'

export function NeedHelp() {
  const { t } = useTranslation('needs')
  return (
    <details className={styles.help}>
      <summary>{t('write.help')}</summary>
      <p>
        <Trans t={t} i18nKey="write.helpJob" components={{ b: <b /> }} />
      </p>
      <p>
        <Trans t={t} i18nKey="write.helpOutcome" components={{ b: <b /> }} />
      </p>
      <p>{t('write.helpNot')}</p>
    </details>
  )
}
