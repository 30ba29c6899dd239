/**
 * A stage at length: the step as the buyer sees it, who of us owns it, and whether it leads on (R079, R080, R088, R090,
 * R091). What is chosen counts at once; what is typed when the field is left.
 */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard, useBoardState, useView } from '#client/features/roadmap/board-context.tsx'
import { StageChecks } from '#client/features/roadmap/stage-checks.tsx'
import { KeptField, Segments } from '#client/features/roadmap/stage-fields.tsx'
import { StageWeeks } from '#client/features/roadmap/stage-weeks.tsx'
import { useStageActs } from '#client/features/roadmap/use-stage-acts.ts'
import { DraftRemarks } from '#client/round/draft-remarks.tsx'
import { useDerived, useRow, useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { changeStage, UNPLACED } from '#shared/board/roadmap-edits.ts'
import { salesWordIn } from '#shared/board/sales-stage-words.ts'
import { functions, phases, type Stage, stages } from '#shared/board/schema.ts'
import type { ChangesOf } from '#shared/document/collection.ts'
import styles from './stage-panel.module.css'

const MOST_ROLES = 20
const LONGEST_ROLE = 60

/** The open panel of a stage, if there is one. */
export function StagePanel() {
  const stageId = useBoardState(({ stagePanel }) => stagePanel)
  const stage = useRow(stages, stageId ?? '')
  return stage && !stage.binned ? <Panel key={stage.id} stage={stage} /> : null
}

function Panel({ stage }: { readonly stage: Stage }) {
  const { t } = useTranslation('board')
  const session = useSession()
  const { state, control } = useBoard()
  const n = useView(({ whole }) => whole.stageIds.indexOf(stage.id) + 1)
  const { remove } = useStageActs(stage.id)
  const change = (changes: Omit<ChangesOf<typeof stages>, 'order'>) =>
    session.edit(changeStage, { id: stage.id, changes })
  const close = () => {
    state.setState({ stagePanel: null })
    queueMicrotask(() => control.focusAt({ stageId: stage.id, row: 'head', index: 0 }))
  }
  const salesWord = salesWordIn(stage.name)
  return (
    <Dialog title={t('stage.title', { n })} isWide onClose={close}>
      <div className={styles.panel}>
        <KeptField
          label={t('stage.name')}
          value={stage.name}
          maxLength={80}
          hint={salesWord === null ? t('stage.nameHint') : t('stage.salesWord', { word: salesWord })}
          onKeep={(name) => name !== '' && change({ name })}
        />
        <Segments
          label={t('stage.phase')}
          value={stage.phase}
          options={phases.map((id) => ({ id, title: t(`phases.${id}`) }))}
          onChange={(phase) => change({ phase })}
        />
        <Owner stage={stage} onChange={(ownerFunction) => change({ ownerFunction })} />
        <Roles stage={stage} onChange={(buyerRoles) => change({ buyerRoles })} />
        <KeptField
          label={t('stage.endsWhen')}
          value={stage.endsWhen}
          maxLength={300}
          hint={t('stage.endsWhenHint')}
          onKeep={(endsWhen) => change({ endsWhen })}
        />
        <StageWeeks stage={stage} onChange={change} />
        <StageChecks stage={stage} onChange={change} />
        <DraftRemarks about={stage.id} />
        <Loops stage={stage} onChange={(loopsBackTo) => change({ loopsBackTo })} />
        <div className={styles.foot}>
          <Button
            kind="danger"
            onClick={() => {
              state.setState({ stagePanel: null })
              remove()
            }}
          >
            {t('stage.remove')}
          </Button>
          <Button kind="primary" onClick={close}>
            {t('stage.done')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

function Owner({ stage, onChange }: { readonly stage: Stage; readonly onChange: (name: string) => void }) {
  const { t } = useTranslation('board')
  const known = useDerived(functions, (all) => all.map(({ name }) => name))
  const names = [...new Set([...known, stage.ownerFunction])].filter((name) => name !== '')
  return (
    <label className={styles.choice}>
      <span>{t('stage.owner')}</span>
      <select value={stage.ownerFunction} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('stage.noOwner')}</option>
        {names.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
      <small>{t(stage.ownerFunction === '' ? 'stage.noOwnerHint' : 'stage.ownerHint')}</small>
    </label>
  )
}

function Roles(props: { readonly stage: Stage; readonly onChange: (roles: readonly string[]) => void }) {
  const { stage, onChange } = props
  const { t } = useTranslation('board')
  const [fault, setFault] = useState('')
  const keep = (typed: string) => {
    const roles = [...new Set(typed.split(/[,;\n]/u).map((role) => role.trim()))].filter(
      (role) => role !== '',
    )
    const long = roles.find((role) => role.length > LONGEST_ROLE)
    if (roles.length > MOST_ROLES) setFault(t('stage.tooManyRoles', { max: MOST_ROLES, count: roles.length }))
    else if (long !== undefined) setFault(t('stage.longRole', { max: LONGEST_ROLE, role: long.slice(0, 24) }))
    else {
      setFault('')
      onChange(roles)
    }
  }
  return (
    <KeptField
      label={t('stage.roles')}
      value={stage.buyerRoles.join(', ')}
      maxLength={1500}
      hint={t('stage.rolesHint')}
      error={fault}
      onKeep={keep}
    />
  )
}

/** Where buyers go back to from here; the map is no funnel (R091). */
function Loops(props: { readonly stage: Stage; readonly onChange: (ids: readonly string[]) => void }) {
  const { stage, onChange } = props
  const { t } = useTranslation('board')
  const { control } = useBoard()
  const others = useView(({ whole }) => whole.stageIds)
  return (
    <fieldset className={styles.loops}>
      <legend>{t('stage.loops')}</legend>
      {others.map((id, i) =>
        id === stage.id || id === UNPLACED ? null : (
          <label key={id}>
            <input
              type="checkbox"
              checked={stage.loopsBackTo.includes(id)}
              onChange={(event) =>
                onChange(
                  event.target.checked
                    ? [...stage.loopsBackTo, id]
                    : stage.loopsBackTo.filter((one) => one !== id),
                )
              }
            />
            {`${i + 1} ${control.stageName(id)}`}
          </label>
        ),
      )}
    </fieldset>
  )
}
