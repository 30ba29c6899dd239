/** After sealing: the envelope, the receipt of the server's clock, and the way back until the round closes (SC-7a). */
import { useTranslation } from 'react-i18next'
import { Envelopes, type Progress } from '#client/round/envelopes.tsx'
import type { AnyRound } from '#client/round/round-of.ts'
import type { BallotStatus } from '#client/session/ballot-draft.ts'
import { Button } from '#client/ui/button.tsx'
import { SealedEnvelope } from '#client/ui/sealed-envelope.tsx'
import typography from '#client/ui/type.module.css'
import styles from './sealed.module.css'

export function SealedNotice(props: {
  /** False while the seal waits on this device for a line. */
  readonly isSent: boolean
  readonly isAbstention: boolean
  readonly receivedAt: number | null
  readonly progress: Progress
  readonly onUnseal: () => void
  readonly onTryNow: () => void
}) {
  const { isSent, isAbstention, receivedAt, progress, onUnseal, onTryNow } = props
  const { t } = useTranslation('round')
  return (
    <section className={styles.sealed}>
      <div className={styles.middle} role="status">
        <SealedEnvelope sealed={isSent} width="min(13rem, 40vw)" />
        <h1 className={styles.title}>{isSent ? t('sealed.title') : t('sealed.waitingTitle')}</h1>
        <p className={styles.lead}>{isSent ? t('sealed.lead') : t('sealed.waiting')}</p>
        {isSent && isAbstention && <p className={typography.meta}>{t('sealed.abstained')}</p>}
        {isSent && <Receipt receivedAt={receivedAt} mayChange />}
      </div>
      <div className={styles.others}>
        <Envelopes {...progress} size="row" />
        <p className={styles.count}>{t('progress.sealed', { ...progress })}</p>
      </div>
      <div className={styles.actions}>
        {!isSent && (
          <Button kind="primary" size="huge" wide onClick={onTryNow}>
            {t('sealed.tryNow')}
          </Button>
        )}
        <Button size="huge" wide onClick={onUnseal}>
          {t('sealed.unseal')}
        </Button>
      </div>
    </section>
  )
}

/** The round takes no more ballots. Says whether one's own is in. */
export function RoundClosed(props: {
  readonly round: AnyRound
  readonly status: BallotStatus
  readonly receivedAt: number | null
}) {
  const { round, status, receivedAt } = props
  const { t } = useTranslation('round')
  const isIn = status === 'sealed'
  const { number } = round
  const words = () => {
    if (isIn) return t('closed.counted')
    return status === 'late' ? t('closed.late', { number }) : t('closed.notIn', { number })
  }
  return (
    <section className={styles.sealed}>
      <div className={styles.middle} role="status">
        <SealedEnvelope sealed={isIn} width="min(13rem, 40vw)" />
        <h1 className={styles.title}>{t('closed.title')}</h1>
        <p className={styles.lead}>{words()}</p>
        {isIn && <Receipt receivedAt={receivedAt} mayChange={false} />}
        <p className={typography.meta}>{t('closed.disabled')}</p>
      </div>
    </section>
  )
}

function Receipt(props: { readonly receivedAt: number | null; readonly mayChange: boolean }) {
  const { receivedAt, mayChange } = props
  const { t, i18n } = useTranslation('round')
  if (receivedAt === null) return null
  const time = new Intl.DateTimeFormat(i18n.language, clock).format(receivedAt)
  return (
    <p className={typography.meta}>{t(mayChange ? 'sealed.receipt' : 'sealed.receiptClosed', { time })}</p>
  )
}

const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const
