/** Where our lead over one column comes from, need by need, and what would overturn it (method C4). */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { leadSentence, overturnSentence, titleOf } from '#client/features/mark/wording.ts'
import { asLines } from '#client/lib/as-lines.ts'
import { Chart } from '#client/ui/chart.tsx'
import figures from '#client/ui/figures-table.module.css'
import segments from '#client/ui/segments.module.css'
import typography from '#client/ui/type.module.css'
import type { Subject } from '#shared/rounds/kind.ts'
import { type CellMean, type Lead, leadOver, type NeedWeight } from '#shared/statistics/competition.ts'
import styles from './our-lead.module.css'

export function OurLead(props: {
  readonly cells: readonly CellMean[]
  readonly weights: readonly NeedWeight[]
  readonly needs: readonly Subject[]
  readonly columns: readonly Subject[]
  readonly usId: string
  readonly sample: string
}) {
  const { cells, weights, needs, columns, usId, sample } = props
  const { t, i18n } = useTranslation('mark')
  const others = columns.filter(({ id }) => id !== usId)
  const [chosenId, setChosenId] = useState(others[0]?.id ?? '')
  const option = titleOf(columns, chosenId)
  const lead = leadOver(cells, weights, usId, chosenId)
  const longest = Math.max(0.01, ...lead.perNeed.map(({ contribution }) => Math.abs(contribution)))
  const signed = new Intl.NumberFormat(i18n.language, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    signDisplay: 'exceptZero',
  })
  if (others.length === 0) return null
  const said = leadSentence(t, lead, option, i18n.language)
  return (
    <section className={styles.lead} aria-labelledby="our-lead">
      <h2 id="our-lead" className={typography.section}>
        {t('ourLead.title')}
      </h2>
      <fieldset className={segments.segments} aria-label={t('ourLead.over')}>
        {others.map(({ id, title }) => (
          <button
            key={id}
            type="button"
            className={segments.segment}
            aria-pressed={id === chosenId}
            onClick={() => setChosenId(id)}
          >
            {title}
          </button>
        ))}
      </fieldset>
      <p className={styles.said}>{said}</p>
      {lead.perNeed.length > 0 && (
        <div className={styles.chart}>
          <Chart
            title={`${t('ourLead.title')}: ${option}`}
            drawing={
              <ul className={styles.parts}>
                {lead.perNeed.map(({ needId, contribution }) => (
                  <li key={needId}>
                    <span>{titleOf(needs, needId)}</span>
                    <span className={styles.bar} aria-hidden="true">
                      <i
                        className={contribution < 0 ? styles.behind : styles.ahead}
                        style={{ width: `${(50 * Math.abs(contribution)) / longest}%` }}
                      />
                    </span>
                    <b>{signed.format(contribution)}</b>
                  </li>
                ))}
              </ul>
            }
            table={<LeadTable lead={lead} needs={needs} caption={`${said} ${sample}`} />}
            sample={`${t('ourLead.parts')} ${sample}`}
            numbers={() =>
              asLines([
                [t('ourLead.need'), t('ourLead.part')],
                ...lead.perNeed.map(({ needId, contribution }) => [titleOf(needs, needId), contribution]),
                [t('ourLead.all'), lead.lead],
                [said],
                [sample],
              ])
            }
          />
        </div>
      )}
      {lead.flip && <p className={styles.flip}>{overturnSentence(t, lead.flip, needs, option)}</p>}
    </section>
  )
}

function LeadTable(props: {
  readonly lead: Lead
  readonly needs: readonly Subject[]
  readonly caption: string
}) {
  const { lead, needs, caption } = props
  const { t, i18n } = useTranslation('mark')
  const hundredths = new Intl.NumberFormat(i18n.language, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    signDisplay: 'exceptZero',
  })
  return (
    <table className={figures.table}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('ourLead.need')}</th>
          <th scope="col">{t('ourLead.part')}</th>
        </tr>
      </thead>
      <tbody>
        {lead.perNeed.map(({ needId, contribution }) => (
          <tr key={needId}>
            <th scope="row">{titleOf(needs, needId)}</th>
            <td>{hundredths.format(contribution)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{t('ourLead.all')}</th>
          <td>{hundredths.format(lead.lead ?? 0)}</td>
        </tr>
      </tbody>
    </table>
  )
}
