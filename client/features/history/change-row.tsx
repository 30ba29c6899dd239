/** One change; whoever made it, or a facilitator, can say why in one line, afterwards. */
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { agoOrDay } from '#client/features/history/when.ts'
import { firstName } from '#client/lib/first-name.ts'
import { useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import typography from '#client/ui/type.module.css'
import type { ChangeEntry } from '#shared/protocol/history-calls.ts'
import { changeWords, type Titles } from './change-words.ts'
import styles from './history.module.css'

export function ChangeRow(props: {
  readonly entry: ChangeEntry
  readonly titles: Titles
  readonly onWhy: (entry: number, reason: string) => Promise<boolean>
}) {
  const { entry, titles, onWhy } = props
  const { t, i18n } = useTranslation('history')
  const session = useSession()
  const [isAsked, setAsked] = useState(false)
  const { about, title, act, field, from, to } = changeWords(t, entry, titles)
  const when = agoOrDay(entry.at, session.serverNow(), i18n.language)
  const name = entry.seatId === null ? '' : firstName(titles.get(entry.seatId) ?? '')
  const maySay =
    session.mayEditBoard &&
    (entry.seatId === session.seatId || (session.isFacilitator && entry.reason === ''))
  const what = title || about
  return (
    <li className={styles.change}>
      <p className={typography.meta}>{[about, field].filter(Boolean).join(' · ')}</p>
      <p className={styles.title}>
        {title} {act !== null && <span className={styles.act}>{act}</span>}
      </p>
      {act === null && (
        <p className={styles.values}>
          <s>{from}</s> <span aria-hidden="true">→</span> <b>{to}</b>
        </p>
      )}
      <p className={styles.who}>
        {t(name === '' ? 'when' : 'whose', { name, when })}
        {(maySay || entry.reason !== '') &&
          ` · ${entry.reason === '' ? t('noReason') : t('reasonIs', { reason: entry.reason })}`}
        {maySay && !isAsked && (
          <button
            type="button"
            className={styles.why}
            aria-label={t(entry.reason === '' ? 'whyOf' : 'whyChange', { what })}
            onClick={() => setAsked(true)}
          >
            {t(entry.reason === '' ? 'why' : 'whyShort')}
          </button>
        )}
      </p>
      {isAsked && (
        <Why
          reason={entry.reason}
          onCancel={() => setAsked(false)}
          onKeep={async (reason) => {
            if (await onWhy(entry.entry, reason)) setAsked(false)
          }}
        />
      )}
    </li>
  )
}

function Why(props: {
  readonly reason: string
  readonly onKeep: (reason: string) => Promise<void>
  readonly onCancel: () => void
}) {
  const { onKeep, onCancel } = props
  const { t } = useTranslation('history')
  const [reason, setReason] = useState(props.reason)
  const keep = (event: FormEvent) => {
    event.preventDefault()
    void onKeep(reason.trim())
  }
  return (
    <form className={styles.form} onSubmit={keep}>
      <TextField label={t('reason')} value={reason} maxLength={500} onChange={setReason} autoFocus />
      <div className={styles.tools}>
        <Button size="small" kind="primary" type="submit">
          {t('keep')}
        </Button>
        <Button size="small" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
