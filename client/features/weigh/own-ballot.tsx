/** One's own ballot of a weights round, with the needs in one's own order. */
import { Ballot } from '#client/features/weigh/ballot.tsx'
import { emptyBallot, startFrom } from '#client/features/weigh/ballot-value.ts'
import { useOwnRanking } from '#client/features/weigh/ordered.ts'
import { FirstBallot } from '#client/round/first-ballot.tsx'
import { OwnBallot } from '#client/round/own-ballot.tsx'
import { ownOrder } from '#client/round/own-order.ts'
import { type RoundOf, useSession } from '#client/session/hooks.ts'
import type { WeightsBallot } from '#shared/rounds/weights.ts'

export function OwnWeights({ round }: { readonly round: RoundOf<'weights'> }) {
  const { seatId } = useSession()
  const ranking = useOwnRanking(ownOrder(round.subjects, seatId, round.id), round.id, seatId)
  return (
    <OwnBallot round={round}>
      {(own, frame) => (
        <Ballot
          {...frame}
          needs={ranking.items}
          rank={ranking}
          ballot={own.ballot ?? emptyBallot}
          start={
            <FirstBallot
              kind="weights"
              round={round}
              isEmpty={isEmpty(own.ballot)}
              onStart={(first) =>
                own.change((now) => (now && !isEmpty(now) ? now : startFrom(first, round.subjects)))
              }
            />
          }
          edit={(change) => own.change((now) => change(now ?? emptyBallot))}
          onSeal={(sealed) => {
            own.change(sealed)
            own.seal()
          }}
        />
      )}
    </OwnBallot>
  )
}

/** Points somebody has placed are never written over. */
const isEmpty = (ballot: WeightsBallot | null): boolean => Object.keys(ballot?.points ?? {}).length === 0
