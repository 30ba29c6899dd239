/** A customer's 100 points and marks out of ten. One customer, so single values and no mean. */
import { useTranslation } from 'react-i18next'
import { useTitles } from '#client/features/interviews/use-titles.ts'
import { useMasked } from '#client/session/use-masked.ts'
import figures from '#client/ui/figures-table.module.css'
import typography from '#client/ui/type.module.css'
import { placedPoints, pointsCount } from '#shared/interviews/number-edits.ts'
import type { Interview } from '#shared/interviews/schema.ts'
import styles from './customer.module.css'

export function CustomerPoints({ interview }: { readonly interview: Interview }) {
  const { t } = useTranslation('interviews')
  const titles = useTitles()
  const masked = useMasked()
  const { weights, missingNeeds } = interview
  const given = Object.entries(weights.points).sort(([, a], [, b]) => b - a)
  return (
    <section>
      <h2 className={typography.section}>{t('customer.points')}</h2>
      {weights.status === 'declined' && (
        <p>
          {t('customer.declined')} {masked(weights.reason)}
        </p>
      )}
      {weights.status !== 'declined' && given.length === 0 && (
        <p className={styles.notSaid}>{t('customer.noPoints')}</p>
      )}
      {given.length > 0 && (
        <ol className={styles.points}>
          {given.map(([needId, points]) => (
            <li key={needId}>
              <span>{titles.get(needId) ?? t('customer.needGone')}</span>
              <i style={{ width: `${points}%` }} aria-hidden="true" />
              <b>{points}</b>
            </li>
          ))}
        </ol>
      )}
      {given.length > 0 && !pointsCount(weights) && weights.status === 'given' && (
        <p className={typography.meta}>{t('customer.pointsOff', { sum: placedPoints(weights.points) })}</p>
      )}
      {missingNeeds.length > 0 && (
        <p className={typography.meta}>{t('customer.missing', { what: masked(missingNeeds.join('; ')) })}</p>
      )}
    </section>
  )
}

export function CustomerMarks({ interview }: { readonly interview: Interview }) {
  const { t } = useTranslation('interviews')
  const titles = useTitles()
  const { marks } = interview
  const marked = new Set(marks.flatMap((one) => Object.keys(one.marks)))
  const needIds = [...titles.keys()].filter((id) => marked.has(id))
  if (marks.length === 0 || needIds.length === 0) {
    return (
      <section>
        <h2 className={typography.section}>{t('customer.marks')}</h2>
        <p className={styles.notSaid}>{t('customer.noMarks')}</p>
      </section>
    )
  }
  return (
    <section>
      <h2 className={typography.section}>{t('customer.marks')}</h2>
      <section
        className={figures.scroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keys
        tabIndex={0}
        aria-label={t('customer.marks')}
      >
        <table className={figures.table}>
          <thead>
            <tr>
              <th scope="col">{t('evidence.need')}</th>
              {marks.map(({ optionId, basis }) => (
                <th key={optionId} scope="col">
                  {titles.get(optionId) ?? t('customer.optionGone')}
                  <small className={styles.basis}>
                    {t(basis === 'heard_of' ? 'customer.heardOf' : `customer.basis.${basis}`)}
                  </small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {needIds.map((needId) => (
              <tr key={needId}>
                <th scope="row">{titles.get(needId)}</th>
                {marks.map(({ optionId, basis, marks: given }) => (
                  <td key={optionId} className={basis === 'heard_of' ? styles.heard : styles.mark}>
                    {given[needId] ?? <span className={styles.unknown}>{t('customer.unknownMark')}</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}
