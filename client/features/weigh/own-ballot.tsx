/** One's own ballot of a weights round, with the needs in one's own order. */
import { useMemo } from 'react'
import { Ballot } from '#client/features/weigh/ballot.tsx'
import { emptyBallot, startFrom } from '#client/features/weigh/ballot-value.ts'
import { KnownField } from '#client/features/weigh/known-field.tsx'
import { useOwnRanking } from '#client/features/weigh/ordered.ts'
import { FirstBallot } from '#client/round/first-ballot.tsx'
import { OwnBallot } from '#client/round/own-ballot.tsx'
import { ownOrder } from '#client/round/own-order.ts'
import { type RoundOf, useRounds, useRows, useSession, useSingle } from '#client/session/hooks.ts'
import { interviews } from '#shared/interviews/schema.ts'
import { type Theirs, theirPoints } from '#shared/reality/theirs.ts'
import { envelope } from '#shared/record/schema.ts'
import type { WeightsBallot } from '#shared/rounds/weights.ts'

export function OwnWeights({ round }: { readonly round: RoundOf<'weights'> }) {
  const { seatId } = useSession()
  const theirs = useTheirs(round)
  const ranking = useOwnRanking(ownOrder(round.subjects, seatId, round.id), round.id, seatId)
  return (
    <OwnBallot round={round}>
      {(own, frame) => (
        <Ballot
          {...frame}
          needs={ranking.items}
          rank={ranking}
          ballot={own.ballot ?? emptyBallot}
          {...(theirs && {
            theirs,
            known: (titles) => <KnownField roundId={round.id} seatId={seatId} titles={titles} />,
          })}
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

/** What customers gave, behind a ballot of a round opened after the envelope; null in a guess, nothing while on its way. */
function useTheirs({ informed, subjects }: RoundOf<'weights'>): ReadonlyMap<string, Theirs> | null {
  const held = useRows(interviews)
  const isArriving = useSingle(envelope).interviewCount > 0 && held.length === 0
  const guess = useRounds('weights').findLast((one) => one.status === 'revealed' && !one.informed)
  return useMemo(() => {
    const idsOf = (of: readonly { readonly id: string }[]) => of.map(({ id }) => id)
    if (!informed) return null
    return isArriving ? new Map() : theirPoints(idsOf(subjects), idsOf(guess?.subjects ?? []), held)
  }, [informed, subjects, guess, held, isArriving])
}

/** Points somebody has placed are never written over. */
const isEmpty = (ballot: WeightsBallot | null): boolean => Object.keys(ballot?.points ?? {}).length === 0
