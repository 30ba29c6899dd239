/** Every change of an action's date, measure, target and state: who, when, from what to what, and why. */
import { useTranslation } from 'react-i18next'
import { usePlan } from '#client/features/plan/plan-context.tsx'
import { useCell } from '#client/features/plan/use-cell.ts'
import { firstName } from '#client/lib/first-name.ts'
import { useDerived, useRow, useSession } from '#client/session/hooks.ts'
import typography from '#client/ui/type.module.css'
import { type Action, type ActionChange, explainChange } from '#shared/board/action-edits.ts'
import { dayAt } from '#shared/board/due-date.ts'
import { actionChanges } from '#shared/board/schema.ts'
import { oldestFirst } from '#shared/reality/look-again.ts'
import { seats } from '#shared/record/schema.ts'
import styles from './panel.module.css'

export function ActionHistory({ action }: { readonly action: Action }) {
  const { t } = useTranslation('plan')
  const changes = useDerived(actionChanges, (all) =>
    all.filter(({ actionId }) => actionId === action.id).sort((a, b) => oldestFirst(b, a)),
  )
  return (
    <section className={styles.history}>
      <h3 className={typography.section}>{t('changes.title')}</h3>
      {changes.length === 0 && <p className={typography.meta}>{t('changes.none')}</p>}
      <ul>
        {changes.map((change) => (
          <ChangeRow key={change.id} change={change} />
        ))}
      </ul>
    </section>
  )
}

function ChangeRow({ change }: { readonly change: ActionChange }) {
  const { t } = useTranslation('plan')
  const session = useSession()
  const { dayWords, timeZone, mayEdit } = usePlan()
  const name = firstName(useRow(seats, change.seatId)?.name ?? '')
  const words = useChangeWords()(change)
  const { id, reason, at } = change
  const why = useCell(reason, (because) => session.edit(explainChange, { id, reason: because }), 'on-leaving')
  return (
    <li>
      <p>
        <span>{words}</span>
        <small>
          {' '}
          {t('changes.who', { name: name || t('changes.somebody'), when: dayWords(dayAt(at, timeZone)) })}
        </small>
      </p>
      {mayEdit ? (
        <input
          className={styles.why}
          aria-label={t('changes.why', { what: words })}
          placeholder={t('changes.whyHint')}
          maxLength={300}
          value={why.value}
          onChange={(event) => why.change(event.target.value)}
          onBlur={why.leave}
        />
      ) : (
        reason !== '' && <p className={typography.meta}>{reason}</p>
      )}
    </li>
  )
}

const statuses = ['open', 'in_progress', 'done', 'dropped'] as const

/** A value of a kept field as it is shown: days as days, states by name. */
export function useKeptValue(): (field: string, value: string) => string {
  const { t } = useTranslation('plan')
  const { dayWords } = usePlan()
  return (field, value) => {
    const status = statuses.find((one) => field === 'status' && one === value)
    if (status) return t(`status.${status}`)
    return value === '' ? t('changes.nothing') : field === 'due' ? dayWords(value) : value
  }
}

const named = ['due', 'target', 'baseline', 'measure', 'latest', 'status'] as const

/** The name of a kept field; files may hold others. */
export function useFieldName(): (field: string) => string {
  const { t } = useTranslation('plan')
  return (field) => {
    const known = named.find((one) => one === field)
    return known ? t(`changes.fields.${known}`) : field
  }
}

function useChangeWords(): (change: ActionChange) => string {
  const { t } = useTranslation('plan')
  const value = useKeptValue()
  const nameOf = useFieldName()
  return ({ field, from, to }) =>
    t('changes.fromTo', { field: nameOf(field), from: value(field, from), to: value(field, to) })
}
