/** One's own ballot of a round, whatever became of it: a draft, under way, sealed, waiting for a line, late. */
import { useTranslation } from 'react-i18next'
import { Ballot } from '#client/features/weigh/ballot.tsx'
import { emptyBallot } from '#client/features/weigh/ballot-value.ts'
import { ownOrder } from '#client/features/weigh/own-order.ts'
import { progressOf, type WeightsRound } from '#client/features/weigh/round-of.ts'
import { RoundClosed, SealedNotice } from '#client/features/weigh/sealed.tsx'
import { secrecySentence } from '#client/features/weigh/wording.ts'
import { useProblemText } from '#client/lib/problem-text.ts'
import { useFacilitatorName } from '#client/session/facilitator-name.ts'
import { useSaved, useSession } from '#client/session/hooks.ts'
import { useBallot } from '#client/session/use-ballot.ts'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import type { WeightsBallot } from '#shared/rounds/weights.ts'

export function OwnBallot({ round }: { readonly round: WeightsRound }) {
  const { t } = useTranslation('weigh')
  const session = useSession()
  const own = useBallot(round.id, 'weights')
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
        isAbstention={ballot?.abstained ?? false}
        receivedAt={receivedAt}
        progress={progressOf(round)}
        onUnseal={own.unseal}
        onTryNow={session.reconnect}
      />
    )
  }
  return (
    <Ballot
      needs={ownOrder(round.subjects, session.seatId, round.id)}
      ballot={ballot ?? emptyBallot}
      edit={(change) => own.change((now) => change(now ?? emptyBallot))}
      onSeal={(sealed: WeightsBallot) => {
        own.change(sealed)
        own.seal()
      }}
      isSealing={status === 'sealing'}
      secrecy={secrecySentence(t, {
        anonymity: round.anonymity,
        minFunctionSize: round.minFunctionSize,
        facilitator,
      })}
      draftState={isOffline ? t('ballot.draftOffline') : ballot ? t('ballot.draftKept') : ''}
      progress={progressOf(round)}
      problem={problem && problemText(problem)}
    />
  )
}
