/** Places in which the customer's own name or firm stands: there should be a pseudonym. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useRows } from '#client/session/hooks.ts'
import typography from '#client/ui/type.module.css'
import { nameWarnings } from '#shared/interviews/name-warning.ts'
import { answers, type Interview, quotes } from '#shared/interviews/schema.ts'
import type { Identity } from '#shared/protocol/interview-calls.ts'
import styles from './privacy.module.css'

export function NameWarnings(props: { readonly interview: Interview; readonly identity: Identity | null }) {
  const { interview, identity } = props
  const { t } = useTranslation('privacy')
  const [allAnswers, allQuotes] = [useRows(answers), useRows(quotes)]
  const warnings = useMemo(
    () => (identity ? nameWarnings({ interview, answers: allAnswers, quotes: allQuotes }, identity) : []),
    [interview, identity, allAnswers, allQuotes],
  )
  if (warnings.length === 0) return null
  return (
    <section className={styles.section} role="status">
      <div>
        <h3 className={typography.section}>{t('warning.title', { count: warnings.length })}</h3>
        <p className={typography.meta}>{t('warning.lead')}</p>
      </div>
      <ul className={styles.warnings}>
        {warnings.map(({ where, key, words }) => (
          <li key={`${where} ${key} ${words}`}>
            {t('warning.line', { where: t(`warning.${where}`), words })}
          </li>
        ))}
      </ul>
    </section>
  )
}
