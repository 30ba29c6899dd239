/** What else there is to say, what may be done with the answers, and handing them in. */
import { useTranslation } from 'react-i18next'
import type { CommandProblem } from '#client/session/api.ts'
import { Button } from '#client/ui/button.tsx'
import { Switch } from '#client/ui/switch.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import styles from './ask.module.css'
import type { PartProps } from './ask-page.tsx'
import { saysSomething } from './draft.ts'
import { isPassing } from './link-states.tsx'
import { LongField } from './long-field.tsx'
import { Refused } from './refused.tsx'

const leaves = ['notes', 'quotesInside', 'quotesOutside'] as const

export function LastPart(props: PartProps & { readonly problem: CommandProblem | null }) {
  const { draft, form, edit, back, problem } = props
  const { t } = useTranslation('ask')
  const missing = !saysSomething(draft, form)
    ? t('last.nothing')
    : draft.consent.notes
      ? ''
      : t('last.notesMissing')
  return (
    <>
      <div className={styles.body}>
        <LongField
          label={t('last.remarks')}
          value={draft.remarks}
          max={2000}
          onChange={(remarks) => edit({ remarks })}
        />
        <TextField
          label={t('last.role')}
          value={draft.role}
          maxLength={120}
          onChange={(role) => edit({ role })}
        />
        <fieldset className={styles.consent}>
          <legend className={styles.label}>{t('last.consent')}</legend>
          {leaves.map((name) => (
            <Switch
              key={name}
              checked={draft.consent[name]}
              onChange={(isGiven) => edit({ consent: { ...draft.consent, [name]: isGiven } })}
              label={t(`last.${name}`)}
            />
          ))}
          <p className={styles.hint}>{t('last.withdraw')}</p>
        </fieldset>
      </div>
      <div className={styles.foot}>
        {missing !== '' && <p className={styles.hint}>{missing}</p>}
        {problem && !isPassing(problem) && <Refused problem={problem} />}
        {back}
        <Button kind="primary" size="large" notYet={missing} onClick={() => edit({ status: 'sending' })}>
          {t('last.send')}
        </Button>
      </div>
    </>
  )
}
