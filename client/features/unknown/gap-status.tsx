/** How far a gap is answered. It closes only with what answered it: chosen before that, the words are asked for first. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from '#client/lib/use-draft.ts'
import { useSession } from '#client/session/hooks.ts'
import { changeGap } from '#shared/board/gap-edits.ts'
import type { Gap } from '#shared/board/schema.ts'
import styles from './unknown.module.css'

const statuses = ['open', 'partly', 'answered'] as const

export function GapStatus({ gap }: { readonly gap: Gap }) {
  const { id, text: what, status, answeredBy } = gap
  const { t } = useTranslation('unknown')
  const session = useSession()
  const [wanted, setWanted] = useState<Gap['status'] | null>(null)
  const by = useDraft(
    answeredBy,
    (words) => {
      if (wanted !== null && words.trim() === '') return
      session.edit(changeGap, { id, changes: { status: wanted ?? status, answeredBy: words.trim() } })
      setWanted(null)
    },
    'on-leaving',
  )
  const choose = (value: string) => {
    const chosen = statuses.find((one) => one === value)
    if (!chosen) return
    const isKnown = chosen === 'open' || answeredBy.trim() !== ''
    if (isKnown) session.edit(changeGap, { id, changes: { status: chosen } })
    setWanted(isKnown ? null : chosen)
  }
  const shown = wanted ?? status
  return (
    <>
      <label className={styles.field}>
        <span className={styles.fieldName}>{t('gap.status')}</span>
        <select
          className={styles.input}
          aria-label={t('gap.statusOf', { what })}
          value={shown}
          disabled={!session.mayEditBoard}
          onChange={({ target }) => choose(target.value)}
        >
          {statuses.map((one) => (
            <option key={one} value={one}>
              {t(`gap.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {shown !== 'open' && (
        <label className={`${styles.field} ${styles.answered}`}>
          <span className={styles.fieldName}>{t('gap.answeredBy')}</span>
          <input
            className={styles.input}
            maxLength={300}
            aria-label={t('gap.answeredByOf', { what })}
            placeholder={wanted === null ? undefined : t('gap.answeredByFirst')}
            readOnly={!session.mayEditBoard}
            {...by}
            onChange={(event) => by.onChange(event.target.value)}
          />
        </label>
      )}
    </>
  )
}
