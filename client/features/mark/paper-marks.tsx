/** A paper ballot of marks, typed in by the facilitator in the order in which it is printed. */
import { useState } from 'react'
import { emptyBallot } from '#client/features/mark/ballot-value.ts'
import { GridBallot } from '#client/features/mark/grid-ballot.tsx'
import { useUsId } from '#client/features/mark/use-options.ts'
import { PaperSheet } from '#client/round/paper-sheet.tsx'
import type { RoundOf } from '#client/session/hooks.ts'
import type { Seat } from '#shared/record/schema.ts'

export function PaperMarks(props: {
  readonly round: RoundOf<'marks'>
  readonly seat: Seat
  readonly onClose: () => void
}) {
  const { round } = props
  const usId = useUsId(round.columns)
  const [ballot, setBallot] = useState(emptyBallot)
  return (
    <PaperSheet {...props}>
      {(frame, seal) => (
        <GridBallot
          {...frame}
          number={round.number}
          needs={round.subjects}
          columns={round.columns}
          usId={usId}
          ballot={ballot}
          edit={setBallot}
          onSeal={seal}
        />
      )}
    </PaperSheet>
  )
}
