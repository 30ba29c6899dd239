/** How long the stage takes, with what customers told offered beside it [U2]. Sealed interviews offer nothing. */
import { useTranslation } from 'react-i18next'
import { KeptNumber } from '#client/features/roadmap/stage-fields.tsx'
import { useDerived } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import type { Stage } from '#shared/board/schema.ts'
import { interviews } from '#shared/interviews/schema.ts'
import { weeksTaken } from '#shared/reality/weeks.ts'
import styles from './stage-panel.module.css'

export function StageWeeks(props: {
  readonly stage: Stage
  readonly onChange: (changes: { readonly typicalWeeks: number | null }) => void
}) {
  const { stage, onChange } = props
  const { t } = useTranslation('board')
  const offered = useDerived(interviews, weeksTaken)
  return (
    <div>
      <KeptNumber
        label={t('stage.weeks')}
        value={stage.typicalWeeks}
        max={1000}
        isWhole={false}
        hint={t('stage.weeksHint')}
        fault={t('stage.weeksFault')}
        onKeep={(typicalWeeks) => onChange({ typicalWeeks })}
      />
      {offered.length > 0 && (
        <ul className={styles.offers} aria-label={t('stage.offered')}>
          {offered.map(({ span, weeks, n }) => (
            <li key={span}>
              <span>{t(`stage.spans.${span}`, { weeks, count: n })}</span>
              <Button size="small" onClick={() => onChange({ typicalWeeks: weeks })}>
                {t('stage.take', { weeks })}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
