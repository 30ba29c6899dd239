/**
 * The screen the room looks at while everyone weighs (15a), also for seats without a ballot: the question, envelopes
 * that fill, a count. Names of who is missing are never here; the desk has them for the facilitator alone.
 */
import { useTranslation } from 'react-i18next'
import { Envelopes } from '#client/features/weigh/envelopes.tsx'
import { RoundDesk } from '#client/features/weigh/round-desk.tsx'
import { isEveryoneIn, progressOf, type WeightsRound } from '#client/features/weigh/round-of.ts'
import { countInWords } from '#client/features/weigh/wording.ts'
import { useMySeat, useSession } from '#client/session/hooks.ts'
import typography from '#client/ui/type.module.css'
import styles from './waiting.module.css'

export function Waiting({ round }: { readonly round: WeightsRound }) {
  const { t } = useTranslation('weigh')
  const { isFacilitator } = useSession()
  const seat = useMySeat()
  const progress = progressOf(round)
  const all = countInWords(t, progress.expected).toLocaleLowerCase()
  return (
    <section className={styles.waiting}>
      <div className={styles.middle}>
        <h1 className={styles.question}>{t('title')}</h1>
        <p className={styles.lead}>{round.status === 'open' ? t('waiting.lead') : t('waiting.closedLead')}</p>
        <Envelopes {...progress} size="big" />
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
      {isFacilitator && <RoundDesk round={round} />}
    </section>
  )
}
