/** The bar of an action on the months, and today as a dashed line through all of them. */
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlan } from '#client/features/plan/plan-context.tsx'
import { barOf, shareOf, startOf, type Timeline } from '#client/features/plan/timeline.ts'
import type { Action } from '#shared/board/action-edits.ts'
import styles from './when.module.css'

const percent = (share: number): string => `${Math.round(share * 1_000) / 10}%`

export function MonthNames({ timeline }: { readonly timeline: Timeline }) {
  const { t, i18n } = useTranslation('plan')
  const { today } = usePlan()
  const name = (month: string, year: boolean) =>
    new Intl.DateTimeFormat(i18n.language, {
      month: 'short',
      timeZone: 'UTC',
      ...(year && { year: '2-digit' }),
    }).format(Date.parse(month))
  const isTight = timeline.months.length > 7
  return (
    <span className={styles.months} style={{ '--months': timeline.months.length } as CSSProperties}>
      {timeline.months.map((month, index) => (
        <span key={month}>
          {isTight && index % 2 === 1 ? '' : name(month, month.endsWith('-01-01') && index > 0)}
        </span>
      ))}
      <span className={styles.hidden}>
        {t('bar.today')}: {today}
      </span>
    </span>
  )
}

export function WhenCell(props: {
  readonly action: Action
  readonly timeline: Timeline
  /** The one to look at now. */
  readonly isFirst: boolean
}) {
  const { action, timeline, isFirst } = props
  const { t } = useTranslation('plan')
  const { today, dayWords } = usePlan()
  const bar = barOf(action, timeline, today)
  const words = bar
    ? t(bar.outside ? `bar.${bar.outside}` : 'bar.spans', {
        from: dayWords(startOf(action, today)),
        to: dayWords(action.due),
      })
    : t('bar.none')
  return (
    <span
      className={styles.when}
      role="img"
      aria-label={isFirst ? `${words}, ${t('bar.first')}` : words}
      title={words}
    >
      <i className={styles.today} style={{ left: percent(shareOf(today, timeline)) }} />
      {bar?.outside && <i className={styles.outside} data-side={bar.outside} />}
      {bar && !bar.outside && (
        <i
          className={styles.bar}
          data-first={isFirst ? '' : undefined}
          data-done={action.status === 'done' ? '' : undefined}
          style={{ left: percent(bar.from), width: `max(0.5rem, ${percent(bar.to - bar.from)})` }}
        />
      )}
    </span>
  )
}
