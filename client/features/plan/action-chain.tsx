/** Why an action is there, for those who were not in the room (AC-2a, R098): customers' words, the question, the answer. */
import { useTranslation } from 'react-i18next'
import { shownAs } from '#client/features/plan/gap-cell.tsx'
import { usePlan } from '#client/features/plan/plan-context.tsx'
import { useHeard } from '#client/round/use-heard.ts'
import { useMasked } from '#client/session/use-masked.ts'
import { StatusGlyph } from '#client/ui/coverage.tsx'
import { InlineTruth } from '#client/ui/inline-marks.tsx'
import typography from '#client/ui/type.module.css'
import type { Action } from '#shared/board/action-edits.ts'
import type { Card } from '#shared/board/schema.ts'
import { isAsked } from '#shared/reality/plan.ts'
import { coverageOf } from '#shared/statistics/coverage.ts'
import styles from './panel.module.css'

export function ActionChain({ action }: { readonly action: Action }) {
  const { t } = useTranslation('plan')
  const { ground } = usePlan()
  const { quotes } = useHeard()
  const masked = useMasked()
  const linked = new Set(action.links)
  const asked = ground.cards.filter((card) => linked.has(card.id) && !card.binned && isAsked(card))
  const found = ground.findings.filter(({ id }) => linked.has(id))
  if (asked.length + found.length === 0) return null
  const wordsOf = (quoteIds: readonly string[]) =>
    quotes
      .filter(({ quote }) => quoteIds.includes(quote.id))
      .map(({ quote, interview }) => (
        <blockquote key={quote.id}>
          “{masked(quote.text)}” <cite>{interview.pseudonym}</cite>
        </blockquote>
      ))
  return (
    <section className={styles.chain}>
      <h3 className={typography.section}>{t('chain.title')}</h3>
      <ul>
        {asked.map((card) => (
          <li key={card.id}>
            {wordsOf(card.quoteIds)}
            <Asked card={card} />
          </li>
        ))}
        {found.map((finding) => (
          <li key={finding.id}>
            {wordsOf(finding.quoteIds)}
            <p>
              {finding.interviewIds.length > 0 && <InlineTruth size="0.5625rem" />} {finding.text}
              {finding.interviewIds.length > 0 && (
                <small> {t('chain.said', { count: finding.interviewIds.length })}</small>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Asked({ card }: { readonly card: Card }) {
  const { t } = useTranslation('plan')
  const { ground } = usePlan()
  const answers = ground.cards.filter(
    ({ binned, place, settles }) => !binned && place.lane === 'answer' && settles.includes(card.id),
  )
  const voices = new Set(card.raisedBy).size
  return (
    <>
      <p>
        <StatusGlyph status={shownAs[coverageOf(answers)]} /> {card.text}
        {voices > 0 && <small> {t('chain.said', { count: voices })}</small>}
      </p>
      <p className={typography.meta}>
        {answers.length === 0
          ? t('chain.noAnswer')
          : `${t('chain.answeredBy')}: ${answers.map(({ text }) => text).join(' · ')}`}
      </p>
    </>
  )
}
