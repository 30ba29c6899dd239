/** Customers and dots in two columns, never multiplied (method B6): popular with us is not the same as often said. */
import { useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { type DottedRow, dottedRows, saidButNotDotted } from '#client/features/findings/dotted-rows.ts'
import { useFindings } from '#client/features/findings/use-findings.ts'
import type { RoundOf } from '#client/session/hooks.ts'
import pageHead from '#client/ui/page-head.module.css'
import segments from '#client/ui/segments.module.css'
import typography from '#client/ui/type.module.css'
import { Hl } from '#client/ui/words.tsx'
import styles from './findings.module.css'

export function DotsRevealed({ round }: { readonly round: RoundOf<'dots'> }) {
  const { t } = useTranslation('findings')
  const { findings, asked, share } = useFindings()
  const [by, setBy] = useState<'dots' | 'customers'>('dots')
  const { result } = round
  if (!result || result.n === 0) return <p className={typography.lead}>{t('revealed.nobody')}</p>
  const rows = dottedRows(round.subjects, result, findings, by)
  const mostDots = Math.max(1, ...rows.map(({ dots }) => dots))
  const hidden = saidButNotDotted(rows, asked)
  const all = rows.reduce((sum, { dots }) => sum + dots, 0)
  return (
    <article>
      <header className={`${pageHead.head} ${styles.head}`}>
        <div>
          <h1 className={typography.screen}>
            <Trans t={t} i18nKey="revealed.title" components={{ hl: <Hl /> }} />
          </h1>
          <p className={typography.lead}>{t('revealed.lead')}</p>
        </div>
        <fieldset className={segments.segments} aria-label={t('revealed.sort')}>
          {(['dots', 'customers'] as const).map((one) => (
            <button
              key={one}
              type="button"
              className={segments.segment}
              aria-pressed={by === one}
              onClick={() => setBy(one)}
            >
              {t(one === 'dots' ? 'revealed.byDots' : 'revealed.byCustomers')}
            </button>
          ))}
        </fieldset>
      </header>
      <p className={typography.meta}>
        {t('revealed.sample', {
          count: result.n,
          customers: t('revealed.customers', { count: asked }),
        })}
      </p>
      {hidden && (
        <p className={styles.hidden}>
          <b>{t('revealed.hidden', { finding: hidden.title })}</b>
          {t('revealed.hiddenLead', { share: share(hidden.customers ?? 0), dots: hidden.dots, all })}
        </p>
      )}
      <table className={styles.table}>
        <caption className={typography.hidden}>{t('revealed.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('revealed.finding')}</th>
            <th scope="col">{t('revealed.customersColumn')}</th>
            <th scope="col">{t('revealed.dotsColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} asked={asked} share={share} mostDots={mostDots} />
          ))}
        </tbody>
      </table>
    </article>
  )
}

function Row(props: {
  readonly row: DottedRow
  readonly asked: number
  readonly share: (customers: number) => string
  readonly mostDots: number
}) {
  const { row, asked, share, mostDots } = props
  const { t } = useTranslation('findings')
  return (
    <tr>
      <th scope="row">{row.title}</th>
      <td className={styles.customers} data-label={t('revealed.customersColumn')}>
        {row.customers === null ? (
          <span className={styles.gone}>{t('revealed.gone')}</span>
        ) : (
          <>
            <b>{share(row.customers)}</b>
            <i style={{ width: `${(100 * row.customers) / Math.max(1, asked)}%` }} aria-hidden="true" />
          </>
        )}
      </td>
      <td className={styles.ourDots} data-label={t('revealed.dotsColumn')}>
        <b>{row.dots}</b>
        <span aria-hidden="true" style={{ width: `${(100 * row.dots) / mostDots}%` }} />
      </td>
    </tr>
  )
}
