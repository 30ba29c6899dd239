/** Stages that cards name and the board has not: made new, or one that is there. */
import { useTranslation } from 'react-i18next'
import type { ListParts } from '#client/features/lists/list-parts.ts'
import { Choice } from '#client/ui/choice.tsx'
import styles from '#client/ui/file-form.module.css'
import typography from '#client/ui/type.module.css'
import { NEW_STAGE } from '#shared/lists/card-cells.ts'

const MOST_SHOWN = 50

export function ListStages({ reading, settings, world, onChange }: ListParts) {
  const { t } = useTranslation('lists')
  if (reading.stages.length === 0) return null
  return (
    <section className={styles.section}>
      <h3 className={typography.section}>{t('stages.title')}</h3>
      <div className={styles.choices}>
        {reading.stages.slice(0, MOST_SHOWN).map(({ key, name, chosen }) => (
          <Choice
            key={key}
            label={name === '' ? t('stages.none') : t('stages.label', { name })}
            value={chosen}
            onChange={(stage) => onChange({ ...settings, stages: { ...settings.stages, [key]: stage } })}
          >
            {name === '' ? (
              <option value="">{t('stages.choose')}</option>
            ) : (
              <option value={NEW_STAGE}>{t('stages.make')}</option>
            )}
            {world.stages.map((stage) => (
              <option key={stage.id} value={stage.id}>
                {stage.name}
              </option>
            ))}
          </Choice>
        ))}
      </div>
    </section>
  )
}
