/** What else a workshop left behind, then and now: how sure the room was, what is answered, what was to be done. */
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { CoverageStrip, type Coverage as Status } from '#client/ui/coverage.tsx'
import { InlineGuess, InlineUnknown } from '#client/ui/inline-marks.tsx'
import typography from '#client/ui/type.module.css'
import type { FormerFigures } from '#shared/report/former-figures.ts'
import type { ThenAndNow } from '#shared/report/then-and-now.ts'
import { asked } from '#shared/statistics/coverage.ts'
import styles from './former.module.css'

interface Sides {
  readonly before: FormerFigures
  readonly now: FormerFigures
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id} className={typography.section}>
        {title}
      </h2>
      {children}
    </section>
  )
}

export function ConfidencePart({ before, now }: Sides) {
  const { t, i18n } = useTranslation('former')
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1, minimumFractionDigits: 1 })
  const sides = [['before', before.confidence] as const, ['now', now.confidence] as const]
  if (sides.every(([, rounds]) => rounds.length === 0)) return null
  return (
    <Part title={t('confidence.title')}>
      <dl className={styles.sides}>
        {sides.map(([side, rounds]) => (
          <div key={side}>
            <dt>{t(side)}</dt>
            {rounds.length === 0 && (
              <dd className={styles.unknown}>
                <InlineUnknown /> {t('unknown.notYet')}
              </dd>
            )}
            {rounds.map(({ label, mean, n }) => (
              <dd key={label}>
                <InlineGuess /> {label}: <b>{number.format(mean)}</b> ({t('ofUs', { count: n })})
              </dd>
            ))}
          </div>
        ))}
      </dl>
      <p className={typography.meta}>{t('confidence.caption')}</p>
    </Part>
  )
}

export function CoveragePart({ before, now }: Sides) {
  const { t } = useTranslation('former')
  if (before.stages.length + now.stages.length === 0) return null
  const later = new Map(now.stages.map((stage) => [stage.stageId, stage]))
  const earlier = new Set(before.stages.map(({ stageId }) => stageId))
  const rows = [
    { key: '', name: t('coverage.whole'), was: before.coverage, is: now.coverage },
    ...before.stages.map(({ stageId, name, coverage }) => ({
      key: stageId,
      name: later.get(stageId)?.name ?? name,
      was: coverage,
      is: later.get(stageId)?.coverage ?? null,
    })),
    ...now.stages
      .filter(({ stageId }) => !earlier.has(stageId))
      .map(({ stageId, name, coverage }) => ({ key: stageId, name, was: null, is: coverage })),
  ]
  return (
    <Part title={t('coverage.title')}>
      <ul className={styles.rows}>
        {rows.map(({ key, name, was, is }) => (
          <li key={key} className={styles.stage}>
            <p className={styles.name} dir="auto">
              {name}
            </p>
            <Counts when={t('before')} of={was} withStrip={key !== ''} />
            <Counts when={t('now')} of={is} withStrip={key !== ''} />
          </li>
        ))}
      </ul>
    </Part>
  )
}

type Tally = FormerFigures['coverage']

function Counts(props: { readonly when: string; readonly of: Tally | null; readonly withStrip: boolean }) {
  const { when, of, withStrip } = props
  const { t } = useTranslation('former')
  const words =
    of === null ? t('coverage.gone') : asked(of) === 0 ? t('coverage.none') : t('coverage.counts', { ...of })
  return (
    <div className={styles.counts}>
      <small>{when}</small>
      <div>
        {of !== null && withStrip && asked(of) > 0 && (
          <CoverageStrip blocks={blocksOf(of)} label={`${when}: ${words}`} />
        )}
        <p aria-hidden={of !== null && withStrip && asked(of) > 0}>{words}</p>
      </div>
    </div>
  )
}

const blocksOf = ({ answered, weak, open }: Tally): Status[] => [
  ...Array<Status>(answered).fill('answered'),
  ...Array<Status>(weak).fill('partly'),
  ...Array<Status>(open).fill('unanswered'),
]

export function ActionsPart({ of: { actions, newActions } }: { readonly of: ThenAndNow }) {
  const { t } = useTranslation('former')
  if (actions.length === 0 && newActions === 0) return null
  const wasDone = actions.filter(({ before }) => before === 'done')
  const wasOpen = actions.filter(({ before }) => before === 'open' || before === 'in_progress')
  return (
    <Part title={t('actions.title')}>
      <p>
        {t('actions.lead', { count: actions.length, done: wasDone.length })}{' '}
        {wasOpen.length > 0 &&
          t('actions.since', {
            count: wasOpen.length,
            done: wasOpen.filter(({ now }) => now === 'done').length,
            out: wasOpen.filter(({ now }) => now === null).length,
          })}{' '}
        {newActions > 0 && t('actions.added', { count: newActions })}
      </p>
      <ul className={styles.rows}>
        {actions.map(({ key, title, before, now }) => (
          <li key={key} className={styles.action}>
            <span dir="auto">{title}</span>
            <span className={styles.state}>
              {t(`status.${before}`)}
              {before !== 'done' && before !== 'dropped' && (
                <> → {now === null ? t('actions.out') : t(`status.${now}`)}</>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  )
}
