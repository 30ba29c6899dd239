/** The plan on paper: for each action what it closes, who, by when, how it is measured and what it does to money. */
import { useTranslation } from 'react-i18next'
import { GroupName } from '#client/features/plan/group-name.tsx'
import type { Group, Grouping } from '#client/features/plan/groups.ts'
import { usePlan } from '#client/features/plan/plan-context.tsx'
import { useSingle } from '#client/session/hooks.ts'
import { useMasked } from '#client/session/use-masked.ts'
import { Paper } from '#client/ui/paper.tsx'
import typography from '#client/ui/type.module.css'
import type { Action } from '#shared/board/action-edits.ts'
import { scene } from '#shared/board/schema.ts'
import { restsOnOpinion } from '#shared/reality/plan.ts'
import styles from './plan-paper.module.css'

export function PlanPaper({ groups, by }: { readonly groups: readonly Group[]; readonly by: Grouping }) {
  const { t } = useTranslation('plan')
  const { t: shell } = useTranslation('shell')
  const { figures } = usePlan()
  const { title, segment, profitableFitNote } = useSingle(scene)
  const byId = new Map(figures.live.map((action) => [action.id, action]))
  return (
    <Paper>
      <p>{[title, segment].filter(Boolean).join(' · ')}</p>
      <h1 className={typography.screen}>{shell('stops.plan')}</h1>
      {profitableFitNote !== '' && <p>{t('worthHaving', { note: profitableFitNote })}</p>}
      {groups.map(({ key, ids }) => (
        <section key={key}>
          <h2 className={styles.group}>
            <GroupName by={by} of={key} count={ids.length} />
          </h2>
          {ids.map((id) => {
            const action = byId.get(id)
            return action ? <PaperAction key={id} action={action} /> : null
          })}
        </section>
      ))}
    </Paper>
  )
}

function PaperAction({ action }: { readonly action: Action }) {
  const { t } = useTranslation('plan')
  const { ground, linkOf, ownerOf, dayWords } = usePlan()
  const masked = useMasked()
  const { title, due, status, measure, baseline, target, latest } = action
  const links = action.links.flatMap((id) => {
    const { kind, title: name } = linkOf(id)
    return kind === 'gone' ? [] : [`${t(`links.kinds.${kind}`)}: ${masked(name)}`]
  })
  const measured = [
    measure,
    baseline !== '' || target !== '' ? `${baseline || '?'} → ${target || '?'}` : '',
    latest !== '' ? `${t('panel.latest')} ${latest}` : '',
  ].filter(Boolean)
  return (
    <article className={styles.action}>
      <h3>{title}</h3>
      <p>
        {[
          ownerOf(action) || t('fields.noOwner'),
          due === '' ? t('fields.noDue') : dayWords(due),
          t(`status.${status}`),
          `${t('columns.impact')}: ${t(`levels.${action.impact ?? 'none'}`)}`,
          `${t('columns.effort')}: ${t(`levels.${action.effort ?? 'none'}`)}`,
        ].join(' · ')}
      </p>
      {links.length > 0 && <p>{links.join(' · ')}</p>}
      {restsOnOpinion(action, ground) && <p>{t('opinion')}</p>}
      {measured.length > 0 && <p>{measured.join(', ')}</p>}
      <p>
        {(['revenue', 'margin', 'cash'] as const)
          .map((one) => `${t(`panel.${one}`)}: ${action[`${one}Note`] || t('panel.notConsidered')}`)
          .join(' · ')}
      </p>
    </article>
  )
}
