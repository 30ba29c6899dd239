/** A paper ballot of weights, typed in by the facilitator in the order in which it is printed. */
import { useState } from 'react'
import { Ballot } from '#client/features/weigh/ballot.tsx'
import { emptyBallot } from '#client/features/weigh/ballot-value.ts'
import { PaperSheet } from '#client/round/paper-sheet.tsx'
import type { RoundOf } from '#client/session/hooks.ts'
import type { Seat } from '#shared/record/schema.ts'

export function PaperWeights(props: {
  readonly round: RoundOf<'weights'>
  readonly seat: Seat
  readonly onClose: () => void
}) {
  const { round } = props
  const [ballot, setBallot] = useState(emptyBallot)
  return (
    <PaperSheet {...props}>
      {(frame, seal) => (
        <Ballot {...frame} needs={round.subjects} ballot={ballot} edit={setBallot} onSeal={seal} />
      )}
    </PaperSheet>
  )
}
