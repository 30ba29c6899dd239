/** The four things a customer may allow, each with its day. */
import { useTranslation } from 'react-i18next'
import { useSession } from '#client/session/hooks.ts'
import { TextField } from '#client/ui/text-field.tsx'
import typography from '#client/ui/type.module.css'
import {
  type ConsentName,
  consentNames,
  setConsent,
  setRecordingEnd,
} from '#shared/interviews/consent-edits.ts'
import type { Interview } from '#shared/interviews/schema.ts'
import { withdrawalScopes } from '#shared/protocol/interview-calls.ts'
import styles from './privacy.module.css'

const answersTo = [
  ['yes', true],
  ['no', false],
  ['notAsked', null],
] as const

export function Consents({ interview }: { readonly interview: Interview }) {
  const { t } = useTranslation('privacy')
  const session = useSession()
  const { id, consent } = interview
  const withdrawn = withdrawalScopes.filter((scope) => consent.withdrawnScope.includes(scope))
  return (
    <section className={styles.section} aria-label={t('consent.title')}>
      <h3 className={typography.section}>{t('consent.title')}</h3>
      <div className={styles.consents}>
        {consentNames.map((name) => (
          <Consent key={name} name={name} interview={interview} />
        ))}
      </div>
      {consent.recording === true && (
        <TextField
          label={t('consent.recordingEnd')}
          hint={t('consent.recordingHint')}
          type="date"
          value={consent.deleteRecordingAfter}
          onChange={(day) => session.editInterviews(setRecordingEnd, { id, day })}
        />
      )}
      {withdrawn.length > 0 && (
        <p className={typography.meta}>
          {t('consent.withdrawn', {
            day: consent.withdrawnOn,
            what: withdrawn.map((scope) => t(`withdraw.${scope}`)).join(', '),
          })}
        </p>
      )}
    </section>
  )
}

function Consent({ name, interview }: { readonly name: ConsentName; readonly interview: Interview }) {
  const { t } = useTranslation('privacy')
  const session = useSession()
  const { id, consent } = interview
  const since = consent[name] === true ? consent.datesGiven[name] || consent.givenOn : ''
  const day = new Date(session.serverNow()).toISOString().slice(0, 10)
  return (
    <fieldset className={styles.consent}>
      <legend>
        {t(`consent.${name}`)}
        {since !== '' && <span className={styles.since}>{t('consent.since', { day: since })}</span>}
      </legend>
      {answersTo.map(([word, isGiven]) => (
        <label key={word} className={styles.choice}>
          <input
            type="radio"
            name={`consent-${name}`}
            checked={consent[name] === isGiven}
            onChange={() => session.editInterviews(setConsent, { id, name, isGiven, day })}
          />
          {t(`consent.${word}`)}
        </label>
      ))}
    </fieldset>
  )
}
