/** The name of a group with how many actions are in it. */
import { useTranslation } from 'react-i18next'
import type { Grouping } from '#client/features/plan/groups.ts'
import { usePlan } from '#client/features/plan/plan-context.tsx'
import { kinds } from '#shared/reality/plan.ts'
import styles from './group-name.module.css'

export function GroupName(props: { readonly by: Grouping; readonly of: string; readonly count: number }) {
  const { by, of, count } = props
  const { t } = useTranslation('plan')
  const { linkOf } = usePlan()
  const kind = kinds.find((one) => by === 'kind' && one === of)
  const name = kind
    ? t(`kinds.${kind}.name`)
    : by === 'stage'
      ? linkOf(of).title || t('noStage')
      : of || t('noOwner')
  return (
    <span className={styles.name}>
      {name} <small>{kind ? t(`kinds.${kind}.gloss`, { count }) : t('count', { count })}</small>
    </span>
  )
}
