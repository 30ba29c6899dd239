/** Who a pseudonym is, and until when that is kept. */
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VaultIdentity } from '#client/features/privacy/use-identity.ts'
import { useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { showToast } from '#client/ui/toast-store.ts'
import typography from '#client/ui/type.module.css'
import { usualIdentityEnd } from '#shared/interviews/consent-edits.ts'
import type { Interview } from '#shared/interviews/schema.ts'
import type { Identity } from '#shared/protocol/interview-calls.ts'
import styles from './privacy.module.css'

const fields = [
  ['name', 120],
  ['firm', 120],
  ['phone', 60],
  ['email', 200],
] as const

export function IdentityForm(props: { readonly interview: Interview; readonly identity: VaultIdentity }) {
  const { interview, identity } = props
  const { t } = useTranslation('privacy')
  return (
    <section className={styles.section} aria-label={t('identity.title')}>
      <div>
        <h3 className={typography.section}>{t('identity.title')}</h3>
        <p className={typography.meta}>{t('identity.lead')}</p>
      </div>
      {identity.status === 'loading' && <p role="status">{t('loading')}</p>}
      {identity.status === 'unreadable' && (
        <div role="alert">
          <p className={styles.problem}>{identity.problem ?? t('identity.unreadable')}</p>
          <Button onClick={identity.again}>{t('identity.again')}</Button>
        </div>
      )}
      {identity.status === 'read' && (
        <Form key={JSON.stringify(identity.known)} interview={interview} identity={identity} />
      )}
    </section>
  )
}

function Form({ interview, identity }: { readonly interview: Interview; readonly identity: VaultIdentity }) {
  const { t } = useTranslation('privacy')
  const session = useSession()
  const [values, setValues] = useState<Identity>(
    () =>
      identity.known ?? {
        name: '',
        firm: '',
        phone: '',
        email: '',
        note: '',
        deleteAfter: usualIdentityEnd(interview.date || dayOf(session.serverNow())),
      },
  )
  const [isBusy, setBusy] = useState(false)
  const set = (change: Partial<Identity>) => setValues((before) => ({ ...before, ...change }))
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const isKept = await identity.put(values)
    setBusy(false)
    if (isKept) showToast({ kind: 'good', text: t('saved') })
  }
  return (
    <form className={styles.section} onSubmit={(event) => void save(event)}>
      <div className={styles.pair}>
        {fields.map(([name, maxLength]) => (
          <TextField
            key={name}
            label={t(`identity.${name}`)}
            value={values[name]}
            maxLength={maxLength}
            autoComplete="off"
            onChange={(value) => set({ [name]: value })}
          />
        ))}
      </div>
      <TextField
        label={t('identity.note')}
        value={values.note}
        maxLength={500}
        autoComplete="off"
        onChange={(note) => set({ note })}
      />
      <TextField
        label={t('identity.deleteAfter')}
        hint={t('identity.deleteAfterHint')}
        type="date"
        value={values.deleteAfter}
        onChange={(deleteAfter) => set({ deleteAfter })}
      />
      {identity.problem && (
        <p className={styles.problem} role="alert">
          {identity.problem}
        </p>
      )}
      <div className={styles.buttons}>
        <Button kind="primary" type="submit" notYet={isBusy}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}

const dayOf = (now: number): string => new Date(now).toISOString().slice(0, 10)
