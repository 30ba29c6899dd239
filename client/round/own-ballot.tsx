/** One's own ballot of a round, whatever became of it: a draft, under way, sealed, waiting for a line, late. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '#client/lib/problem-text.ts'
import type { Progress } from '#client/round/envelopes.tsx'
import { progressOf } from '#client/round/round-of.ts'
import { RoundClosed, SealedNotice } from '#client/round/sealed.tsx'
import { secrecySentence } from '#client/round/wording.ts'
import { useFacilitatorName } from '#client/session/facilitator-name.ts'
import { type RoundOf, useSaved, useSession } from '#client/session/hooks.ts'
import { type OwnBallot as BallotInHand, useBallot } from '#client/session/use-ballot.ts'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import type { RoundKindName } from '#shared/rounds/kinds.ts'

/** What stands on every ballot, whatever is asked on it. */
export interface BallotFrame {
  readonly isSealing: boolean
  /** Who will see what, from the setting in force. */
  readonly secrecy: string
  /** Where the draft is, as a sentence. */
  readonly draftState: string
  readonly progress: Progress
  /** Why the server did not take it as it is. */
  readonly problem: string | null
}

export function OwnBallot<K extends RoundKindName>(props: {
  readonly round: RoundOf<K>
  /** The ballot to write on. */
  readonly children: (own: BallotInHand<K>, frame: BallotFrame) => ReactNode
}) {
  const { round, children } = props
  const { t } = useTranslation('round')
  const session = useSession()
  const own = useBallot(round.id, round.kind)
  const facilitator = useFacilitatorName()
  const isOffline = useSaved().status === 'offline'
  const problemText = useProblemText()
  const { status, ballot, receivedAt, problem } = own

  if (status === 'loading') return <LateSkeleton label={t('loading')} />
  if (round.status !== 'open' || status === 'late') {
    return <RoundClosed round={round} status={status} receivedAt={receivedAt} />
  }
  if (status === 'sealed' || status === 'waiting-offline') {
    return (
      <SealedNotice
        isSent={status === 'sealed'}
        isAbstention={(ballot as { readonly abstained?: boolean } | null)?.abstained ?? false}
        receivedAt={receivedAt}
        progress={progressOf(round)}
        onUnseal={own.unseal}
        onTryNow={session.reconnect}
      />
    )
  }
  return children(own, {
    isSealing: status === 'sealing',
    secrecy: secrecySentence(t, {
      anonymity: round.anonymity,
      minFunctionSize: round.minFunctionSize,
      facilitator,
    }),
    draftState: isOffline ? t('ballot.draftOffline') : ballot ? t('ballot.draftKept') : '',
    progress: progressOf(round),
    problem: problem && problemText(problem),
  })
}
