/** The buying category, and changing it later: stages somebody worked on stay. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard } from '#client/features/roadmap/board-context.tsx'
import { useDerived, useRows, useSession, useSingle } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { liveStages, setCategory } from '#shared/board/roadmap-edits.ts'
import { cards, roadmap, stages } from '#shared/board/schema.ts'
import { type RoadmapTemplate, roadmapTemplates } from '#shared/board/stage-templates.ts'
import { changeTemplate, isWorkedOn } from '#shared/board/template-edits.ts'
import styles from './stages-dialog.module.css'

export function CategoryChoice() {
  const { t } = useTranslation('board')
  const session = useSession()
  const { control } = useBoard()
  const { category } = useSingle(roadmap)
  const live = liveStages(useRows(stages))
  const kept = useDerived(cards, (all) => live.filter((stage) => isWorkedOn(stage, all)).length)
  const [chosen, choose] = useState<RoadmapTemplate | null>(null)
  return (
    <section>
      <fieldset className={styles.categories}>
        <legend className={styles.heading}>{t('category.title')}</legend>
        {roadmapTemplates.map((template) => (
          <label key={template.category} className={styles.category}>
            <input
              type="radio"
              name="buying-category"
              checked={(chosen?.category ?? category) === template.category}
              onChange={() => choose(template.category === category ? null : template)}
            />
            <span>
              <b>{template.name}</b>
              {template.when}
              <small>{t('category.span', { span: template.span, count: template.stages.length })}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {chosen && (
        <div className={styles.change}>
          <p>{t('category.keeps', { kept, gone: live.length - kept })}</p>
          <Button
            kind="primary"
            onClick={() => {
              session.edit(changeTemplate, chosen)
              control.say(t('category.laid', { name: chosen.name }))
              choose(null)
            }}
          >
            {t('category.lay')}
          </Button>
          <Button
            onClick={() => {
              session.edit(setCategory, { category: chosen.category })
              choose(null)
            }}
          >
            {t('category.only')}
          </Button>
        </div>
      )}
    </section>
  )
}
