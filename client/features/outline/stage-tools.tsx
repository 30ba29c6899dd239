/** What can be done to a stage: its name, its place, and its end, which is asked for once (R077). Escape closes. */
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOutline } from '#client/features/outline/outline-context.ts'
import { Button } from '#client/ui/button.tsx'
import type { Stage } from '#shared/board/schema.ts'
import styles from './outline.module.css'

export function StageTools(props: {
  readonly stage: Stage
  readonly spot: string
  readonly number: number
  readonly count: number
}) {
  const { stage, spot, number, count } = props
  const { t } = useTranslation('outline')
  const { acts, stages } = useOutline()
  const id = useId()
  const [name, setName] = useState(stage.name)
  const [isAsking, ask] = useState(false)
  const keep = () => acts.rename(stage, name)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend in the line of the heading
    <div
      role="group"
      className={styles.tools}
      aria-label={t('stage.label', { name: stage.name })}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        const isKept = event.key === 'Enter' && event.target instanceof HTMLInputElement
        if (event.key !== 'Escape' && !isKept) return
        event.preventDefault()
        event.stopPropagation()
        if (isKept) keep()
        acts.close(spot)
      }}
    >
      <label htmlFor={`${id}-name`}>{t('stage.name')}</label>
      <input
        id={`${id}-name`}
        dir="auto"
        value={name}
        maxLength={80}
        onChange={(event) => setName(event.target.value)}
        onBlur={keep}
      />
      <div className={styles.row}>
        <Button notYet={number === 1 && t('stage.first')} onClick={() => acts.moveStage(stage, -1)}>
          {t('stage.earlier')}
        </Button>
        <Button notYet={number === stages.length && t('stage.last')} onClick={() => acts.moveStage(stage, 1)}>
          {t('stage.later')}
        </Button>
        <Button kind="danger" aria-expanded={isAsking} onClick={() => ask(!isAsking)}>
          {t('stage.remove')}
        </Button>
      </div>
      {isAsking && (
        <div className={styles.row} role="alert">
          <span>{t('stage.sure', { name: stage.name, count })}</span>
          <Button kind="danger" onClick={() => acts.removeStage(stage, count)}>
            {t('stage.yes')}
          </Button>
          <Button onClick={() => ask(false)}>{t('stage.no')}</Button>
        </div>
      )}
    </div>
  )
}
