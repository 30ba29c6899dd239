/** Whose words a transcript holds, and where they belong. Nothing but a pseudonym is needed. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRows } from '#client/session/hooks.ts'
import { Choice } from '#client/ui/choice.tsx'
import styles from '#client/ui/file-form.module.css'
import { TextField } from '#client/ui/text-field.tsx'
import { guideQuestions } from '#shared/board/schema.ts'
import { byOrder } from '#shared/document/order.ts'
import type { IntakeSettings } from '#shared/protocol/intake-calls.ts'

export function TranscriptForm(props: {
  readonly settings: IntakeSettings
  readonly onChange: (settings: IntakeSettings) => void
}) {
  const { settings, onChange } = props
  const { t } = useTranslation('intake')
  const questions = [...useRows(guideQuestions)].filter(({ binned }) => binned === null).sort(byOrder)
  const chosen = settings.transcript ?? { pseudonym: '' }
  const [pseudonym, setPseudonym] = useState(chosen.pseudonym)
  const set = (change: Partial<typeof chosen>) =>
    onChange({ ...settings, transcript: { ...chosen, pseudonym: pseudonym.trim(), ...change } })
  return (
    <section className={styles.choices}>
      <TextField
        label={t('transcript.pseudonym')}
        hint={t('transcript.pseudonymHint')}
        value={pseudonym}
        maxLength={60}
        autoComplete="off"
        onChange={setPseudonym}
        onBlur={() => pseudonym.trim() !== chosen.pseudonym && set({})}
        onKeyDown={(event) => event.key === 'Enter' && set({})}
      />
      <TextField
        label={t('transcript.date')}
        type="date"
        value={chosen.date ?? ''}
        onChange={(date) => set({ date })}
      />
      <Choice
        label={t('transcript.question')}
        value={chosen.questionId ?? ''}
        onChange={(questionId) => set({ questionId })}
      >
        <option value="">{t('columns.noQuestion')}</option>
        {questions.map(({ id, text }) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </Choice>
    </section>
  )
}
