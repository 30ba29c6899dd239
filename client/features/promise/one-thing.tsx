/** The one thing that makes them buy, as the room decided it: their points, how many named it unasked, their words. */
import '@fontsource-variable/source-serif-4/wght-italic.css'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDecider } from '#client/features/promise/use-decider.ts'
import { useDecision } from '#client/features/promise/use-promise.ts'
import { dayWords } from '#client/lib/day-words.ts'
import { useHeard } from '#client/round/use-heard.ts'
import { useDerived } from '#client/session/hooks.ts'
import { useMasked } from '#client/session/use-masked.ts'
import { Button } from '#client/ui/button.tsx'
import { InlineTruth } from '#client/ui/inline-marks.tsx'
import typography from '#client/ui/type.module.css'
import { guideQuestions } from '#shared/board/schema.ts'
import { answers } from '#shared/interviews/schema.ts'
import { shareWords } from '#shared/reality/words.ts'
import { MIN_FOR_MEAN } from '#shared/statistics/comparison.ts'
import styles from './promise.module.css'

export function OneThing() {
  const { t, i18n } = useTranslation('promise')
  const decision = useDecision('critical_characteristic')
  const { decider, needs } = useDecider()
  const need = needs.find(({ id }) => id === decision?.subject)
  const row = decider.rows.find(({ needId }) => needId === need?.id)
  const hasPoints = row?.points != null && decider.nPoints >= MIN_FOR_MEAN
  return (
    <section>
      <h2 className={styles.title}>{t('one.title')}</h2>
      <p className={typography.meta}>{t('one.lead')}</p>
      {!decision || !need ? (
        <p className={styles.empty}>{t('one.none')}</p>
      ) : (
        <>
          <p className={styles.big}>
            {hasPoints && <b className={styles.bigFigure}>{Math.round(row.points ?? 0)}</b>}
            <span className={styles.bigNeed}>{need.title}</span>
          </p>
          <p className={typography.meta}>
            {hasPoints && t('one.points')}{' '}
            {row && decider.n > 0 && t('one.named', { share: shareWords(row.namedBy.length, decider.n) })}{' '}
            {t('one.adopted', {
              for: decision.support.for,
              against: decision.support.against,
              when: dayWords(decision.decidedOn, i18n.language),
            })}
          </p>
          {decision.dissent.map((words) => (
            <p key={words} className={typography.meta}>
              “{words}”
            </p>
          ))}
          <Quotes needId={need.id} />
        </>
      )}
    </section>
  )
}

const SHOWN = 2

/** Their words on it: quotes tied to the need, and what those who named it said when they were asked for the one thing. */
function Quotes({ needId }: { readonly needId: string }) {
  const { t } = useTranslation('promise')
  const masked = useMasked()
  const { quotes } = useHeard()
  const [isAll, setAll] = useState(false)
  const asked = useDerived(guideQuestions, (all) =>
    all.filter(({ theme }) => theme === 'decider').map(({ id }) => id),
  )
  const answered = useDerived(answers, (all) =>
    all.filter(({ questionId }) => asked.includes(questionId)).map(({ id }) => id),
  )
  const said = quotes.filter(
    ({ quote, interview }) =>
      quote.needIds.includes(needId) ||
      (interview.unaidedTopNeedId === needId && answered.includes(quote.answerId ?? '')),
  )
  if (said.length === 0) return null
  return (
    <div className={styles.quotes}>
      {(isAll ? said : said.slice(0, SHOWN)).map(({ quote, interview }) => (
        <blockquote key={quote.id}>
          <InlineTruth />
          <div>
            <p>“{masked(quote.text)}”</p>
            <footer>
              {[interview.pseudonym, masked(interview.customer.role), masked(interview.customer.trade)]
                .filter(Boolean)
                .join(', ')}
            </footer>
          </div>
        </blockquote>
      ))}
      {said.length > SHOWN && (
        <Button size="small" kind="quiet" aria-expanded={isAll} onClick={() => setAll(!isAll)}>
          {isAll ? t('one.fewer') : t('one.quotes', { count: said.length - SHOWN })}
        </Button>
      )}
    </div>
  )
}
