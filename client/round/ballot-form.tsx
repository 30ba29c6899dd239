/**
 * A ballot as a form that knows neither where it is kept nor whose it is: the same form is one's own ballot, and a
 * paper ballot that the facilitator types in.
 */
import { type ReactNode, useState } from 'react'
import { type BallotFrame, OwnBallot } from '#client/round/own-ballot.tsx'
import { PaperSheet } from '#client/round/paper-sheet.tsx'
import type { RoundOf } from '#client/session/hooks.ts'
import type { BallotOf } from '#client/session/use-ballot.ts'
import type { Seat } from '#shared/record/schema.ts'
import type { RoundKindName } from '#shared/rounds/kinds.ts'

export interface BallotForm<K extends RoundKindName> {
  readonly round: RoundOf<K>
  /** Null until something was put in. */
  readonly ballot: BallotOf<K> | null
  readonly onChange: (ballot: BallotOf<K>) => void
  /** Seals what was put in; with a ballot, that one in its place. */
  readonly onSeal: (instead?: BallotOf<K>) => void
  readonly frame: BallotFrame
}

type Form<K extends RoundKindName> = (form: BallotForm<K>) => ReactNode

export function VoteInSecret<K extends RoundKindName>(props: {
  readonly round: RoundOf<K>
  readonly children: Form<K>
}) {
  const { round, children } = props
  return (
    <OwnBallot round={round}>
      {(own, frame) =>
        children({
          round,
          ballot: own.ballot,
          onChange: own.change,
          onSeal: (instead) => {
            if (instead !== undefined) own.change(() => instead)
            own.seal()
          },
          frame,
        })
      }
    </OwnBallot>
  )
}

export function VoteOnPaper<K extends RoundKindName>(props: {
  readonly round: RoundOf<K>
  readonly seat: Seat
  readonly onClose: () => void
  readonly children: Form<K>
}) {
  const { round, seat, onClose, children } = props
  const [ballot, setBallot] = useState<BallotOf<K> | null>(null)
  return (
    <PaperSheet round={round} seat={seat} onClose={onClose}>
      {(frame, seal) =>
        children({
          round,
          ballot,
          onChange: (next) => setBallot(() => next),
          onSeal: (instead) => {
            const given = instead ?? ballot
            if (given !== null) seal(given as object)
          },
          frame,
        })
      }
    </PaperSheet>
  )
}
