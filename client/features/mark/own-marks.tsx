/** One's own ballot of a marks round: a grid on a laptop, one need at a time where there is no keyboard. */
import type { ReactNode } from 'react'
import type { EditBallot } from '#client/features/mark/ballot-value.ts'
import { emptyBallot, isEmpty, startFrom } from '#client/features/mark/ballot-value.ts'
import { columnOrder } from '#client/features/mark/column-order.ts'
import { GridBallot } from '#client/features/mark/grid-ballot.tsx'
import { PhoneBallot } from '#client/features/mark/phone-ballot.tsx'
import { useUsId } from '#client/features/mark/use-options.ts'
import { useMedia } from '#client/lib/media.ts'
import { FirstBallot } from '#client/round/first-ballot.tsx'
import { type BallotFrame, OwnBallot } from '#client/round/own-ballot.tsx'
import { type RoundOf, useSession } from '#client/session/hooks.ts'
import type { Subject } from '#shared/rounds/kind.ts'
import type { MarksBallot } from '#shared/rounds/marks.ts'

/** No keyboard to expect, or no room for a grid. */
const BY_HAND = '(max-width: 767px), (pointer: coarse)'

export interface BallotProps extends BallotFrame {
  readonly number: number
  readonly needs: readonly Subject[]
  /** In the person's own order. */
  readonly columns: readonly Subject[]
  readonly usId: string | null
  readonly ballot: MarksBallot
  readonly edit: EditBallot
  readonly onSeal: (sealed: MarksBallot) => void
  /** A way to begin other than empty. */
  readonly start?: ReactNode
}

export function OwnMarks({ round }: { readonly round: RoundOf<'marks'> }) {
  const { seatId } = useSession()
  const usId = useUsId(round.columns)
  const isByHand = useMedia(BY_HAND)
  const Ballot = isByHand ? PhoneBallot : GridBallot
  return (
    <OwnBallot round={round}>
      {(own, frame) => (
        <Ballot
          {...frame}
          number={round.number}
          needs={round.subjects}
          columns={columnOrder(round.columns, usId, seatId, round.id)}
          usId={usId}
          ballot={own.ballot ?? emptyBallot}
          start={
            <FirstBallot
              kind="marks"
              round={round}
              isEmpty={isEmpty(own.ballot ?? emptyBallot)}
              onStart={(first) =>
                own.change((now) =>
                  now && !isEmpty(now)
                    ? now
                    : startFrom(
                        first,
                        round.subjects.map(({ id }) => id),
                        round.columns.map(({ id }) => id),
                      ),
                )
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
