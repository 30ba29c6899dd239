/** What we do next: each action opens to why, to what it closes, and to the words of customers behind it (R098). */
import { useTranslation } from 'react-i18next'
import { dayWords } from '#client/lib/day-words.ts'
import { EvidenceChip } from '#client/ui/evidence-chip.tsx'
import type { ReportAction } from '#shared/report/report-map.ts'
import type { ResultView } from '#shared/report/result-view.ts'
import { Opening } from './place.tsx'
import { Quotes } from './quotes.tsx'
import styles from './result.module.css'
import rows from './rows.module.css'

const kinds = ['fix', 'improve', 'create'] as const

export function PlanPart({ view: { actions } }: { readonly view: ResultView }) {
  const { t } = useTranslation('result')
  return kinds.map((kind) => {
    const own = actions.filter((action) => action.kind === kind)
    if (own.length === 0) return null
    return (
      <div key={kind}>
        <h3 className={styles.sub}>{t(`kinds.${kind}`)}</h3>
        <div className={rows.rows}>
          {own.map((action) => (
            <Action key={action.id} action={action} />
          ))}
        </div>
      </div>
    )
  })
}

function Action({ action }: { readonly action: ReportAction }) {
  const { t, i18n } = useTranslation('result')
  const { id, title, owner, functionName, due, status, evidence, tiedTo, quotes } = action
  const who = owner === '' ? functionName : owner
  const customers = new Set(quotes.map(({ interviewId }) => interviewId)).size
  const others = tiedTo.filter((what) => !evidence.includes(what))
  return (
    <Opening
      name={`action-${id}`}
      summary={
        <>
          <span className={rows.title}>{title}</span>
          <span className={styles.small}>
            {[
              who === '' ? t('noOwner') : who,
              due === '' ? t('noDay') : t('due', { day: dayWords(due, i18n.language) }),
              t(`status.${status}`),
            ].join(' · ')}
            {customers > 0 && (
              <>
                {' '}
                <EvidenceChip count={customers} />
              </>
            )}
          </span>
        </>
      }
    >
      {action.whyNew !== '' && <p>{action.whyNew}</p>}
      {evidence.length === 0 && quotes.length === 0 ? (
        <p className={rows.opinion}>{t('opinion')}</p>
      ) : (
        <Named title={t('why')} lines={evidence} />
      )}
      <Quotes quotes={quotes} />
      <Named title={t('closes')} lines={others} />
      <Measure action={action} />
    </Opening>
  )
}

function Measure({ action }: { readonly action: ReportAction }) {
  const { t } = useTranslation('result')
  const { measure, baseline, target, revenue, margin, cash } = action
  const measured = baseline === '' && target === '' ? 'measureBare' : 'measureFromTo'
  const told = [
    [
      t('measure'),
      measure === '' ? '' : t(measured, { measure, baseline: baseline || '?', target: target || '?' }),
    ],
    [t('effects.revenue'), revenue],
    [t('effects.margin'), margin],
    [t('effects.cash'), cash],
  ].filter(([, said]) => said !== '')
  if (told.length === 0) return null
  return (
    <dl className={styles.dated}>
      {told.map(([label, said]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  )
}

export function Named({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <>
      <p className={styles.label}>{title}</p>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}
