/** Around a paper ballot while the facilitator types it: whose it is, the way out, and sealing. Nothing is kept here. */
import type { ReactNode } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { BallotFrame } from '#client/round/own-ballot.tsx'
import { useRoundCommands } from '#client/round/round-commands.ts'
import { type AnyRound, progressOf } from '#client/round/round-of.ts'
import { secrecyForAll } from '#client/round/wording.ts'
import { Button } from '#client/ui/button.tsx'
import { showToast } from '#client/ui/toast-store.ts'
import type { Seat } from '#shared/record/schema.ts'
import styles from './paper-desk.module.css'

export function PaperSheet(props: {
  readonly round: AnyRound
  readonly seat: Seat
  readonly onClose: () => void
  /** The ballot to type on. */
  readonly children: (frame: BallotFrame, seal: (ballot: object) => void) => ReactNode
}) {
  const { round, seat, onClose, children } = props
  const { t } = useTranslation('round')
  const { run, isBusy, problem } = useRoundCommands()
  const { name } = seat
  const seal = async (ballot: object) => {
    const params = { roundId: round.id, seatId: seat.id }
    if (!(await run('putProxyBallot', { params, body: { ...ballot, sealed: true } }))) return
    showToast({ kind: 'good', text: t('paper.done', { name }) })
    onClose()
  }
  return (
    <div className={styles.sheet}>
      <div className={styles.sheetHead} role="status">
        <p>
          <Trans t={t} i18nKey="paper.of" values={{ name }} components={{ b: <b /> }} />
        </p>
        <Button onClick={onClose}>{t('paper.leave')}</Button>
      </div>
      {children(
        {
          isSealing: isBusy,
          secrecy: secrecyForAll(t, round.anonymity, round.minFunctionSize),
          draftState: t('paper.notKept'),
          progress: progressOf(round),
          problem,
        },
        (ballot) => void seal(ballot),
      )}
    </div>
  )
}
