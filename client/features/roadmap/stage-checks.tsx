/** Does the stage lead on? Three checks, walked as the buyer (method P4), and how many leave here (R088). */
import { useTranslation } from 'react-i18next'
import { KeptNumber, Segments } from '#client/features/roadmap/stage-fields.tsx'
import type { Stage, stages } from '#shared/board/schema.ts'
import type { ChangesOf } from '#shared/document/collection.ts'
import styles from './stage-panel.module.css'

const states = ['yes', 'no', 'unknown'] as const
type State = (typeof states)[number]

const stateOf = (flag: boolean | null): State => (flag === null ? 'unknown' : flag ? 'yes' : 'no')
const flagOf = (state: State): boolean | null => (state === 'unknown' ? null : state === 'yes')

export function StageChecks(props: {
  readonly stage: Stage
  readonly onChange: (changes: Omit<ChangesOf<typeof stages>, 'order'>) => void
}) {
  const { stage, onChange } = props
  const { t } = useTranslation('board')
  const options = states.map((id) => ({ id, title: t(`stage.checks.${id}`) }))
  return (
    <>
      <fieldset className={styles.checks}>
        <legend>{t('stage.checks.title')}</legend>
        <Segments
          label={t('stage.checks.nextStep')}
          value={stateOf(stage.nextStepOffered)}
          options={options}
          onChange={(state) => onChange({ nextStepOffered: flagOf(state) })}
        />
        <Segments
          label={t('stage.checks.person')}
          value={stateOf(stage.whoToAskNamed)}
          options={options}
          onChange={(state) => onChange({ whoToAskNamed: flagOf(state) })}
        />
        <Segments
          label={t('stage.checks.promise')}
          value={stage.continuesPromise}
          options={options}
          onChange={(continuesPromise) => onChange({ continuesPromise })}
        />
      </fieldset>
      <KeptNumber
        label={t('stage.dropOut')}
        value={stage.dropOutSeen}
        max={1e6}
        isWhole
        hint={t('stage.dropOutHint')}
        fault={t('stage.dropOutFault')}
        onKeep={(dropOutSeen) => onChange({ dropOutSeen })}
      />
    </>
  )
}
