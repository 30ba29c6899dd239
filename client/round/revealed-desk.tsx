/**
 * The desk after a reveal: first through its beats, then the next step is another round; the rounds so far stay as
 * they are.
 */
import { type ReactNode, useState } from 'react'
import { BeatButtons } from '#client/round/beat-buttons.tsx'
import { Desk } from '#client/round/desk.tsx'
import { useRoundCommands } from '#client/round/round-commands.ts'
import type { AnyRound } from '#client/round/round-of.ts'
import { Button } from '#client/ui/button.tsx'
import styles from './desk.module.css'

export function RevealedDesk(props: {
  readonly round: AnyRound
  /** The last beat of this kind's reveal; 0 where all is shown at once. */
  readonly lastBeat: number
  readonly again: string
  /** The form that opens the next round. */
  readonly children: (onCancel: () => void) => ReactNode
}) {
  const { round, lastBeat, again, children } = props
  const { run, isBusy, problem } = useRoundCommands()
  const [isOpening, setOpening] = useState(false)
  const isShown = round.beat >= lastBeat
  const opening = <div className={styles.opening}>{children(() => setOpening(false))}</div>
  return (
    <Desk round={round} problem={problem} question={isOpening && opening} isAside={isShown}>
      <BeatButtons
        of={round}
        last={lastBeat}
        isBusy={isBusy}
        onBeat={(beat) => void run('setBeat', { params: { roundId: round.id }, body: { beat } })}
      />
      {isShown && (
        <Button className={styles.button} aria-expanded={isOpening} onClick={() => setOpening(!isOpening)}>
          {again}
        </Button>
      )}
    </Desk>
  )
}
