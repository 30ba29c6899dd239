/** Customers' points by their part in buying; below three of a role single answers, never a mean (R056, method C6). */
import { useTranslation } from 'react-i18next'
import { askedLines, buyingRoles } from '#client/features/reality/asked.ts'
import { exact } from '#client/features/reality/figures.ts'
import { type GapModel, hasPointsOfTheirs } from '#client/features/reality/gap-model.ts'
import { asLines } from '#client/lib/as-lines.ts'
import { Chart } from '#client/ui/chart.tsx'
import tables from '#client/ui/figures-table.module.css'
import typography from '#client/ui/type.module.css'
import type { Interview } from '#shared/interviews/schema.ts'
import { hasPoints, isCustomer, pointsByNeed } from '#shared/reality/customers.ts'
import { MIN_FOR_MEAN } from '#shared/statistics/comparison.ts'
import { mean } from '#shared/statistics/summary.ts'
import styles from './reality.module.css'

export function RolesTab({ model, held }: { readonly model: GapModel; readonly held: readonly Interview[] }) {
  const { t, i18n } = useTranslation('reality')
  const given = held.filter(isCustomer).filter(hasPoints)
  const rows = model.theirs.filter(hasPointsOfTheirs)
  const needIds = rows.map(({ needId }) => needId)
  const groups = [...buyingRoles, 'other' as const].flatMap((role) => {
    const own = given.filter(({ customer }) => customer.buyingRole === role)
    return own.length === 0 ? [] : [{ role, n: own.length, points: pointsByNeed(own, needIds) }]
  })
  const cell = (values: readonly number[]) =>
    values.length < MIN_FOR_MEAN ? values.join(', ') : exact(mean(values) ?? 0, i18n.language)
  const heads = groups.map(({ role, n }) => t('roles.head', { role: t(`roles.names.${role}`), count: n }))
  const lines = rows.map(({ needId, title }) => [
    title,
    ...groups.map(({ points }) => cell(points.get(needId) ?? [])),
  ])
  const sample = askedLines(held, (role) => t(`roles.names.${role}`)).join(' ')
  return (
    <article>
      <h1 className={styles.verdict}>{t('roles.title')}</h1>
      <p className={typography.lead}>{groups.length === 0 ? t('roles.none') : t('roles.lead')}</p>
      {groups.length > 0 && (
        <Chart
          title={t('tabs.roles')}
          drawing={
            // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls, and keys must reach it
            <section className={tables.scroll} tabIndex={0} aria-label={t('roles.caption')}>
              <table className={tables.table}>
                <caption>{t('roles.caption')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('table.need')}</th>
                    {heads.map((head) => (
                      <th key={head} scope="col">
                        {head}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {lines.map(([title, ...cells]) => (
                    <tr key={title}>
                      <th scope="row">{title}</th>
                      {cells.map((text, index) => (
                        <td key={heads[index]}>{text}</td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          }
          sample={sample}
          numbers={() => asLines([[t('table.need'), ...heads], ...lines, [sample]])}
        />
      )}
    </article>
  )
}
