/**
 * The screen the room looks at while everyone answers (15a), also for seats without a ballot: the question, envelopes
 * that fill, a count. Names of who is missing are never here; the desk has them for the facilitator alone.
 */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Envelopes } from '#client/round/envelopes.tsx'
import { RoundDesk } from '#client/round/round-desk.tsx'
import { type AnyRound, isEveryoneIn, progressOf } from '#client/round/round-of.ts'
import { LargeTimer } from '#client/round/round-timer.tsx'
import { countInSentence } from '#client/round/wording.ts'
import { useMySeat, useSession } from '#client/session/hooks.ts'
import typography from '#client/ui/type.module.css'
import styles from './waiting.module.css'

export function Waiting(props: {
  readonly round: AnyRound
  readonly question: string
  /** What those with a ballot do now. */
  readonly meanwhile: string
  /** More on the facilitator's desk. */
  readonly desk?: ReactNode
}) {
  const { round, question, meanwhile, desk } = props
  const { t } = useTranslation('round')
  const { isFacilitator } = useSession()
  const seat = useMySeat()
  const progress = progressOf(round)
  const all = countInSentence(t, progress.expected)
  return (
    <section className={styles.waiting}>
      <div className={styles.middle}>
        <h1 className={styles.question}>{question}</h1>
        <p className={styles.lead}>{round.status === 'open' ? meanwhile : t('waiting.closedLead')}</p>
        <Envelopes {...progress} size="big" />
        <div className={styles.figures}>
          <p className={styles.count} role="status">
            <span className={styles.figure} aria-hidden="true">
              {progress.sealed}
              <i>/{progress.expected}</i>
            </span>
            <span className={styles.word} aria-hidden="true">
              {t('waiting.sealed')}
            </span>
            <span className={typography.hidden}>{t('progress.sealed', { ...progress })}</span>
          </p>
          <LargeTimer />
        </div>
        <p className={styles.note}>
          {progress.expected === 0 && t('waiting.nobody')}
          {isEveryoneIn(round) && t('waiting.allIn', { count: progress.expected, all })}{' '}
          {isEveryoneIn(round) && isFacilitator && t('waiting.ready')}
        </p>
        {!isFacilitator && seat && (
          <p className={typography.meta}>
            {seat.hasSeenResults ? t('waiting.noBallotSeen') : t('waiting.noBallot')}
          </p>
        )}
      </div>
      {isFacilitator && <RoundDesk round={round}>{desk}</RoundDesk>}
    </section>
  )
}
