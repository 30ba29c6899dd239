/** What they said beyond the product (R054): trends, other interests, and how long buying took, each with its count. */
import { useTranslation } from 'react-i18next'
import { FindingText } from '#client/features/coding/finding-text.tsx'
import { useCoding } from '#client/features/coding/use-coding.ts'
import { useWhoWords } from '#client/features/coding/who-words.ts'
import { useRows } from '#client/session/hooks.ts'
import { useMasked } from '#client/session/use-masked.ts'
import typography from '#client/ui/type.module.css'
import { quotes } from '#shared/interviews/schema.ts'
import { beyondProduct, type Weeks } from '#shared/reality/beyond-product.ts'
import { customersWords } from '#shared/reality/saturation-words.ts'
import styles from './enough.module.css'

/** Below this single values are said, no middle (method C12). */
const ENOUGH_FOR_A_MIDDLE = 3

export function Beyond() {
  const { t, i18n } = useTranslation('coding')
  const { customers, coded, findings, interviewOf } = useCoding()
  const masked = useMasked()
  const who = useWhoWords()
  const words = useRows(quotes)
  const told = beyondProduct(customers, coded.interviews, words)
  const trends = findings.filter(({ kind }) => kind === 'trend')
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 })
  const weeksWords = ({ values, n, median, min, max }: Weeks): string => {
    if (n === 0 || median === null || min === null || max === null) return t('beyond.noWeeks')
    const told = customersWords(n, customers.length)
    if (n < ENOUGH_FOR_A_MIDDLE) {
      const list = new Intl.ListFormat(i18n.language).format(values.map((value) => number.format(value)))
      return t('beyond.single', { list, customers: told })
    }
    return t('beyond.weeks', {
      median: number.format(median),
      min: number.format(min),
      max: number.format(max),
      customers: told,
    })
  }
  return (
    <section className={styles.enough}>
      <h2 className={typography.section}>{t('beyond.title')}</h2>
      <h3 className={styles.small}>{t('beyond.trends')}</h3>
      {told.trends.length === 0 && trends.length === 0 && <p>{t('beyond.noTrends')}</p>}
      <ul className={styles.lines}>
        {told.trends.map((trend) => (
          <li key={trend.words}>
            {masked(trend.words)} <b>{customersWords(trend.interviewIds.length, customers.length)}</b>
          </li>
        ))}
        {trends.map((finding) => (
          <li key={finding.id}>
            <FindingText finding={finding} />
          </li>
        ))}
      </ul>
      <h3 className={styles.small}>{t('beyond.interests')}</h3>
      {told.interests.length === 0 ? (
        <p>{t('beyond.noInterests')}</p>
      ) : (
        <>
          <p>{customersWords(told.interests.length, customers.length)}</p>
          <ul className={styles.lines}>
            {told.interests.map(({ interviewId, words: interest }) => {
              const one = interviewOf.get(interviewId)
              return (
                <li key={interviewId}>
                  {masked(interest)} <span className={typography.meta}>{one ? who(one) : ''}</span>
                </li>
              )
            })}
          </ul>
        </>
      )}
      <h3 className={styles.small}>{t('beyond.time')}</h3>
      <dl className={styles.weeks}>
        {(['triggerToFirstContact', 'firstContactToSignature'] as const).map((step) => (
          <div key={step}>
            <dt>{t(`beyond.${step}`)}</dt>
            <dd>{weeksWords(told[step])}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
