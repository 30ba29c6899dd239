/** The open question, put before any list is shown (method D8). */
import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/button.tsx'
import styles from './ask.module.css'
import type { PartProps } from './ask-page.tsx'
import { LongField } from './long-field.tsx'

export function FirstQuestion({ draft, form, edit, onNext }: PartProps) {
  const { t } = useTranslation('ask')
  const isEmpty = draft.unaided.trim() === ''
  return (
    <>
      <div className={styles.body}>
        <p className={styles.lead}>{t('lead')}</p>
        <LongField
          label={form.question}
          hint={t('first.hint')}
          value={draft.unaided}
          max={2000}
          rows={5}
          onChange={(unaided) => edit({ unaided })}
        />
        <p className={styles.hint}>{t('kept')}</p>
      </div>
      <div className={styles.foot}>
        {isEmpty && (
          <Button kind="quiet" onClick={onNext}>
            {t('first.skip')}
          </Button>
        )}
        <Button kind="primary" size="large" notYet={isEmpty && t('first.missing')} onClick={onNext}>
          {t('next')}
        </Button>
      </div>
    </>
  )
}
