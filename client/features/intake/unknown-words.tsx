/** Needs that cells call by another name: which one is meant is said once. */
import { useTranslation } from 'react-i18next'
import { useNamedNeeds } from '#client/features/intake/use-targets.ts'
import { Choice } from '#client/ui/choice.tsx'
import styles from '#client/ui/file-form.module.css'
import typography from '#client/ui/type.module.css'
import type { IntakeSettings } from '#shared/protocol/intake-calls.ts'

const MOST_SHOWN = 50

export function UnknownWords(props: {
  readonly words: readonly string[]
  readonly settings: IntakeSettings
  readonly onChange: (settings: IntakeSettings) => void
}) {
  const { words, settings, onChange } = props
  const { t } = useTranslation('intake')
  const needs = useNamedNeeds()
  if (words.length === 0) return null
  return (
    <section className={styles.section}>
      <h3 className={typography.section}>{t('words.title')}</h3>
      <div className={styles.choices}>
        {words.slice(0, MOST_SHOWN).map((word) => (
          <Choice
            key={word}
            label={t('words.label', { word })}
            value=""
            onChange={(needId) =>
              onChange({ ...settings, words: [...(settings.words ?? []), { word, needId }] })
            }
          >
            <option value="">{t('words.choose')}</option>
            {needs.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Choice>
        ))}
      </div>
    </section>
  )
}
