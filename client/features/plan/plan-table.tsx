/** The plan as a table that is written in by keys, in groups, with a bar for each action on the months. */
import { useTranslation } from 'react-i18next'
import { LevelCell, OwnerCell, ReadLevel, ReadOwner } from '#client/features/plan/cells.tsx'
import { DueCell, Overdue } from '#client/features/plan/due-field.tsx'
import { GapCell } from '#client/features/plan/gap-cell.tsx'
import { GroupName } from '#client/features/plan/group-name.tsx'
import type { Group, Grouping } from '#client/features/plan/groups.ts'
import { usePlan } from '#client/features/plan/plan-context.tsx'
import { DoneMark, OpenButton, TitleAndState, useRowPresence } from '#client/features/plan/row-parts.tsx'
import type { Timeline } from '#client/features/plan/timeline.ts'
import { MonthNames, WhenCell } from '#client/features/plan/when-cell.tsx'
import typography from '#client/ui/type.module.css'
import type { Action } from '#shared/board/action-edits.ts'
import styles from './plan-table.module.css'

export interface RowsProps {
  readonly groups: readonly Group[]
  readonly by: Grouping
  readonly timeline: Timeline
  /** The one to look at now. */
  readonly firstId: string | null
}

const COLUMNS = 8

export function PlanTable({ groups, by, timeline, firstId }: RowsProps) {
  const { t } = useTranslation('plan')
  const { figures } = usePlan()
  const byId = new Map(figures.live.map((action) => [action.id, action]))
  return (
    <table className={styles.table} aria-label={t('table')}>
      <thead>
        <tr>
          <th scope="col">{t('columns.action')}</th>
          <th scope="col">{t('columns.gap')}</th>
          <th scope="col">{t('columns.owner')}</th>
          <th scope="col">{t('columns.due')}</th>
          <th scope="col">{t('columns.impact')}</th>
          <th scope="col">{t('columns.effort')}</th>
          <th scope="col" className={styles.whenHead}>
            <MonthNames timeline={timeline} />
          </th>
          <th scope="col">
            <span className={typography.hidden}>{t('columns.open')}</span>
          </th>
        </tr>
      </thead>
      {/* One body: a row that changes its group keeps its place in the page's memory, and so what is typed in it. */}
      <tbody>
        {groups.flatMap(({ key, ids }) => [
          <tr key={`group ${key}`} className={styles.group}>
            <th scope="rowgroup" colSpan={COLUMNS}>
              <GroupName by={by} of={key} count={ids.length} />
            </th>
          </tr>,
          ...ids.flatMap((id) => {
            const action = byId.get(id)
            return action
              ? [<Row key={id} action={action} timeline={timeline} isFirst={id === firstId} />]
              : []
          }),
        ])}
      </tbody>
    </table>
  )
}

interface RowProps {
  readonly action: Action
  readonly timeline: Timeline
  readonly isFirst: boolean
}

function Row({ action, timeline, isFirst }: RowProps) {
  const { mayEdit } = usePlan()
  const presence = useRowPresence(action.id)
  return (
    <tr className={styles.row} data-action={action.id} data-status={action.status} {...presence}>
      <td>
        <span className={styles.first}>
          {mayEdit && <DoneMark action={action} />}
          <TitleAndState action={action} />
        </span>
      </td>
      <td>
        <GapCell action={action} />
      </td>
      <td>{mayEdit ? <OwnerCell action={action} /> : <ReadOwner action={action} />}</td>
      <td>{mayEdit ? <DueCell action={action} /> : <ReadDue action={action} />}</td>
      <td>{mayEdit ? <LevelCell action={action} of="impact" /> : <ReadLevel level={action.impact} />}</td>
      <td>{mayEdit ? <LevelCell action={action} of="effort" /> : <ReadLevel level={action.effort} />}</td>
      <td className={styles.when}>
        <WhenCell action={action} timeline={timeline} isFirst={isFirst} />
      </td>
      <td className={styles.open}>
        <OpenButton action={action} />
      </td>
    </tr>
  )
}

export function ReadDue({ action }: { readonly action: Action }) {
  const { t } = useTranslation('plan')
  const { dayWords } = usePlan()
  return (
    <>
      {action.due === '' ? t('fields.noDue') : dayWords(action.due)} <Overdue action={action} />
    </>
  )
}
