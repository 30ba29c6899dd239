/** Looking again after 30, 60 and 90 days (method P8): what is done of what is due, and what moved since. */
import { useTranslation } from 'react-i18next'
import { useFieldName, useKeptValue } from '#client/features/plan/action-history.tsx'
import { usePlan } from '#client/features/plan/plan-context.tsx'
import { useHeard } from '#client/round/use-heard.ts'
import { useRows } from '#client/session/hooks.ts'
import { Chip } from '#client/ui/chip.tsx'
import typography from '#client/ui/type.module.css'
import type { ActionChange } from '#shared/board/action-edits.ts'
import { actionChanges } from '#shared/board/schema.ts'
import { erasures } from '#shared/interviews/schema.ts'
import { type Look, looksAgain, promisedFrom } from '#shared/reality/look-again.ts'
import { basisOf, whyStale } from '#shared/reality/stale.ts'
import styles from './sections.module.css'

export function Looks() {
  const { t } = useTranslation('plan')
  const { figures, today, timeZone, dayWords } = usePlan()
  const changes = useRows(actionChanges)
  const { live } = figures
  const looks = looksAgain({ live, changes, today, timeZone })
  const from = promisedFrom(live)
  return (
    <section className={styles.section} aria-labelledby="plan-looks">
      <h2 id="plan-looks" className={styles.title}>
        {t('looks.title')}
      </h2>
      {from === null ? (
        <p className={typography.meta}>{t('looks.none')}</p>
      ) : (
        <>
          <p className={typography.meta}>
            {t('looks.since', { day: dayWords(from) })} <Since from={from} />
          </p>
          <ol className={styles.looks}>
            {looks.map((look) => (
              <LookRow key={look.days} look={look} />
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

function Since({ from }: { readonly from: string }) {
  const { t } = useTranslation('plan')
  const { ground, today } = usePlan()
  const { customers, all } = useHeard()
  const erased = useRows(erasures)
  const there = new Set(all.map(({ id }) => id))
  const now = {
    basis: basisOf(all),
    today,
    erasedInterviewIds: new Set(erased.map(({ interviewId }) => interviewId).filter((id) => !there.has(id))),
  }
  return (
    <>
      {t('looks.heard', { count: customers.filter(({ date }) => date > from).length })}{' '}
      {t('looks.decided', {
        count: ground.decisions.filter(({ decidedOn }) => decidedOn.slice(0, 10) > from).length,
      })}{' '}
      {t('looks.stale', { count: ground.decisions.filter((one) => whyStale(one, now).length > 0).length })}
    </>
  )
}

function LookRow({ look }: { readonly look: Look }) {
  const { t } = useTranslation('plan')
  const { dayWords } = usePlan()
  const moved = [...look.postponed, ...look.retargeted, ...look.measured, ...look.states]
  return (
    <li data-when={look.when}>
      <h3 className={typography.section}>
        {t('looks.name', { days: look.days })}
        <small>
          {dayWords(look.day)}{' '}
          {look.when === 'next' ? <Chip kind="soft">{t('looks.next')}</Chip> : t(`looks.${look.when}`)}
        </small>
      </h3>
      <p>
        {look.due === 0 ? t('looks.noneDue') : t('looks.done', { done: look.doneOfDue, due: look.due })},{' '}
        {t('looks.postponed', { count: look.postponed.length })}.
      </p>
      {look.when !== 'later' &&
        (moved.length === 0 ? (
          <p className={typography.meta}>{t('looks.nothing')}</p>
        ) : (
          <ul>
            {moved.map((change) => (
              <Moved key={change.id} change={change} />
            ))}
          </ul>
        ))}
    </li>
  )
}

function Moved({ change }: { readonly change: ActionChange }) {
  const { t } = useTranslation('plan')
  const { figures } = usePlan()
  const value = useKeptValue()
  const nameOf = useFieldName()
  const { actionId, field, reason } = change
  const words = {
    title: figures.live.find(({ id }) => id === actionId)?.title ?? '',
    from: value(field, change.from),
    to: value(field, change.to),
    field: nameOf(field),
  }
  const line =
    field === 'due'
      ? t('looks.put', words)
      : field === 'status'
        ? t('looks.state', words)
        : field !== 'latest'
          ? t('looks.target', words)
          : t(change.from === '' ? 'looks.readingFirst' : 'looks.reading', words)
  return (
    <li>
      {line}
      {reason !== '' && <small> {reason}</small>}
    </li>
  )
}
