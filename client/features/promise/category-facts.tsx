/** What customers said about how they bought, each with how many said it. */
import { useTranslation } from 'react-i18next'
import { weeksToSign } from '#client/features/promise/weeks.ts'
import { useHeard } from '#client/round/use-heard.ts'
import { useMasked } from '#client/session/use-masked.ts'
import { shareWords } from '#shared/reality/words.ts'
import styles from './promise.module.css'

const themes = [
  { theme: 'others_involved', label: 'category.othersLabel' },
  { theme: 'alternatives', label: 'category.alternativesLabel' },
  { theme: 'promise_kept', label: 'category.afterLabel' },
] as const

export function CategoryFacts() {
  const { t } = useTranslation('promise')
  const masked = useMasked()
  const { isOpen, customers, answersTo } = useHeard()
  if (!isOpen) return null
  const n = customers.length
  const weeks = weeksToSign(customers)
  const span = () => {
    if (weeks === null) return t('category.nobodySaid')
    if (weeks.typical !== null) return t('category.weeks', { weeks: Math.round(weeks.typical) })
    if (weeks.least === weeks.most) return t('category.weeksOne', { count: weeks.least })
    return t('category.weeksRange', { from: weeks.least, to: weeks.most })
  }
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t('category.weeksLabel')}</dt>
        <dd>
          <b>{span()}</b>
          {weeks && <small>{t('category.said', { share: shareWords(weeks.n, n) })}</small>}
        </dd>
      </div>
      {themes.map(({ theme, label }) => {
        const said = answersTo(theme)
        const people = new Set(said.map(({ interview }) => interview.id)).size
        if (said.length === 0) return null
        return (
          <div key={theme}>
            <dt>{t(label)}</dt>
            <dd>
              <details className={styles.said}>
                <summary>
                  {t('category.show')} <small>{t('category.said', { share: shareWords(people, n) })}</small>
                </summary>
                <ul>
                  {said.map(({ id, text, interview }) => (
                    <li key={id}>
                      <b>{interview.pseudonym}</b> {masked(text)}
                    </li>
                  ))}
                </ul>
              </details>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
