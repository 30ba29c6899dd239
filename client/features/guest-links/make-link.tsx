/** What a new link is to do: ask, or show chosen parts of the draft; for whom, and how long. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/button.tsx'
import segments from '#client/ui/segments.module.css'
import { Switch } from '#client/ui/switch.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import typography from '#client/ui/type.module.css'
import type { BodyOf } from '#shared/protocol/calls.ts'
import type { ShownDraft } from '#shared/protocol/guest-calls.ts'
import { DraftChoice } from './draft-choice.tsx'
import styles from './guest-links.module.css'

const purposes = ['asks', 'shows'] as const
export type Purpose = (typeof purposes)[number]

export function PurposeChoice(props: {
  readonly purpose: Purpose
  readonly onChoose: (purpose: Purpose) => void
}) {
  const { t } = useTranslation('guestLinks')
  return (
    <fieldset className={styles.terms}>
      <legend className={typography.meta}>{t('purpose')}</legend>
      <div className={segments.segments}>
        {purposes.map((one) => (
          <button
            key={one}
            type="button"
            className={segments.segment}
            aria-pressed={one === props.purpose}
            onClick={() => props.onChoose(one)}
          >
            {t(`purposes.${one}`)}
          </button>
        ))}
      </div>
    </fieldset>
  )
}

const terms = [7, 30] as const

export function MakeLink(props: {
  readonly purpose: Purpose
  readonly onMake: (wanted: BodyOf<'createGuestLink'>) => Promise<void>
}) {
  const { purpose, onMake } = props
  const { t } = useTranslation('guestLinks')
  const [label, setLabel] = useState('')
  const [forMany, setForMany] = useState(false)
  const [days, setDays] = useState<(typeof terms)[number]>(7)
  const [isMaking, setMaking] = useState(false)
  const [draft, setDraft] = useState<ShownDraft>({ promiseIds: [], stageIds: [], saidOnly: true })
  const shows = purpose === 'shows'
  const isEmpty = shows && draft.promiseIds.length + draft.stageIds.length === 0
  const make = async () => {
    if (isMaking || isEmpty) return
    setMaking(true)
    await onMake({ label: label.trim(), forMany, days, ...(shows && { draft }) })
    setMaking(false)
    setLabel('')
  }
  return (
    <form
      className={styles.make}
      aria-label={t('make')}
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      {shows && <DraftChoice draft={draft} onChange={setDraft} />}
      <TextField label={t('label')} hint={t('labelHint')} value={label} maxLength={60} onChange={setLabel} />
      <Switch checked={forMany} onChange={setForMany} label={t('many')} hint={t('manyHint')} />
      <fieldset className={styles.terms}>
        <legend className={typography.meta}>{t('days')}</legend>
        <div className={segments.segments}>
          {terms.map((one) => (
            <button
              key={one}
              type="button"
              className={segments.segment}
              aria-pressed={one === days}
              onClick={() => setDays(one)}
            >
              {t('day', { count: one })}
            </button>
          ))}
        </div>
      </fieldset>
      <Button type="submit" kind="primary" notYet={isEmpty ? t('chooseDraft') : ''}>
        {isMaking ? t('making') : t('make')}
      </Button>
    </form>
  )
}
