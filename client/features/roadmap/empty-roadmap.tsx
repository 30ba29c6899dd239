/** No stage yet: begin with the stages buyers of a kind usually go through (method E2), or with one empty stage. */
import { useTranslation } from 'react-i18next'
import { useBoard } from '#client/features/roadmap/board-context.tsx'
import { useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { FromListButton } from '#client/ui/from-list-button.tsx'
import { EmptyState, RoadDrawing } from '#client/ui/states.tsx'
import { addStage } from '#shared/board/roadmap-edits.ts'
import { roadmapTemplates } from '#shared/board/stage-templates.ts'
import { applyTemplate } from '#shared/board/template-edits.ts'
import styles from './empty-roadmap.module.css'

export function EmptyRoadmap() {
  const { t } = useTranslation('roadmap')
  const session = useSession()
  const { state, control, mayEdit } = useBoard()
  const advice = mayEdit ? t('empty.advice') : t('empty.adviceReader')
  return (
    <div className={styles.empty}>
      <EmptyState level="h1" drawing={<RoadDrawing />} fact={t('empty.fact')} advice={advice}>
        {mayEdit && (
          <>
            <Button
              onClick={() =>
                state.setState({ renaming: session.edit(addStage, { name: t('stage.newName') }) })
              }
            >
              {t('empty.blank')}
            </Button>
            <FromListButton kind="stages" />
          </>
        )}
      </EmptyState>
      {mayEdit && (
        <section>
          <h2 className={styles.question}>{t('empty.choose')}</h2>
          <ul className={styles.templates}>
            {roadmapTemplates.map((template) => (
              <li key={template.category}>
                <button
                  type="button"
                  className={styles.template}
                  onClick={() => {
                    session.edit(applyTemplate, template)
                    control.say(t('empty.laid'))
                  }}
                >
                  <b>{template.name}</b>
                  <span>{template.when}</span>
                  <small>
                    {template.span}, {t('empty.stages', { count: template.stages.length })}
                  </small>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
