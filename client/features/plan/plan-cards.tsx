/** The plan on a phone: a card for each action instead of a row, with the same fields. */
import { useTranslation } from 'react-i18next'
import { LevelCell, OwnerCell, ReadLevel, ReadOwner } from '#client/features/plan/cells.tsx'
import { DueCell } from '#client/features/plan/due-field.tsx'
import { GapCell } from '#client/features/plan/gap-cell.tsx'
import { GroupName } from '#client/features/plan/group-name.tsx'
import { usePlan } from '#client/features/plan/plan-context.tsx'
import { ReadDue, type RowsProps } from '#client/features/plan/plan-table.tsx'
import { DoneMark, OpenButton, TitleAndState, useRowPresence } from '#client/features/plan/row-parts.tsx'
import type { Action } from '#shared/board/action-edits.ts'
import styles from './plan-cards.module.css'

export function PlanCards({ groups, by, firstId }: RowsProps) {
  const { t } = useTranslation('plan')
  const { figures } = usePlan()
  const byId = new Map(figures.live.map((action) => [action.id, action]))
  return (
    <ul className={styles.list} aria-label={t('table')}>
      {groups.flatMap(({ key, ids }) => [
        <li key={`group ${key}`}>
          <h2>
            <GroupName by={by} of={key} count={ids.length} />
          </h2>
        </li>,
        ...ids.flatMap((id) => {
          const action = byId.get(id)
          return action ? [<ActionCard key={id} action={action} isFirst={id === firstId} />] : []
        }),
      ])}
    </ul>
  )
}

function ActionCard({ action, isFirst }: { readonly action: Action; readonly isFirst: boolean }) {
  const { t } = useTranslation('plan')
  const { mayEdit } = usePlan()
  const presence = useRowPresence(action.id)
  return (
    <li className={styles.card} data-action={action.id} data-status={action.status} {...presence}>
      <span className={styles.first}>
        {mayEdit && <DoneMark action={action} />}
        <TitleAndState action={action} />
        <OpenButton action={action} />
      </span>
      <GapCell action={action} />
      <dl className={styles.facts}>
        <div>
          <dt>{t('columns.owner')}</dt>
          <dd>{mayEdit ? <OwnerCell action={action} /> : <ReadOwner action={action} />}</dd>
        </div>
        <div data-first={isFirst ? '' : undefined}>
          <dt>{t('columns.due')}</dt>
          <dd>{mayEdit ? <DueCell action={action} /> : <ReadDue action={action} />}</dd>
        </div>
        {(['impact', 'effort'] as const).map((of) => (
          <div key={of}>
            <dt>{t(`columns.${of}`)}</dt>
            <dd>{mayEdit ? <LevelCell action={action} of={of} /> : <ReadLevel level={action[of]} />}</dd>
          </div>
        ))}
      </dl>
    </li>
  )
}
