/** What was decided, with the votes, who was against it and why, and what it rests on. */
import { useTranslation } from 'react-i18next'
import { dayWords } from '#client/lib/day-words.ts'
import type { ReportDecision } from '#shared/report/report.ts'
import type { ResultView } from '#shared/report/result-view.ts'
import { Opening } from './place.tsx'
import { Named } from './plan-part.tsx'
import { Quotes } from './quotes.tsx'
import styles from './result.module.css'
import rows from './rows.module.css'

export function DecisionsPart({ view: { decisions } }: { readonly view: ResultView }) {
  const standing = decisions.filter(({ isSuperseded }) => !isSuperseded)
  const replaced = decisions.filter(({ isSuperseded }) => isSuperseded)
  return (
    <div className={rows.rows}>
      {[...standing, ...replaced].map((decision) => (
        <Decision key={decision.id} decision={decision} />
      ))}
    </div>
  )
}

function Decision({ decision }: { readonly decision: ReportDecision }) {
  const { t, i18n } = useTranslation('result')
  const { id, text, note, support, dissent, evidence, quotes, decidedOn, reviewWhen, isSuperseded } = decision
  return (
    <Opening
      name={`decision-${id}`}
      summary={
        <>
          <span className={isSuperseded ? rows.replaced : rows.title}>{text}</span>
          <span className={styles.small}>
            {[
              t('votes', { yes: support.for, no: support.against, abstain: support.abstain }),
              ...(decidedOn === '' ? [] : [dayWords(decidedOn, i18n.language)]),
              ...(isSuperseded ? [t('replaced')] : []),
            ].join(' · ')}
          </span>
        </>
      }
    >
      {note !== '' && <p>{note}</p>}
      <Named title={t('dissent')} lines={dissent} />
      <Named title={t('evidence')} lines={evidence} />
      <Quotes quotes={quotes} />
      {reviewWhen !== '' && <p className={styles.small}>{t('review', { when: reviewWhen })}</p>}
    </Opening>
  )
}
