/** The desk after a reveal: the next step is another round; the rounds so far stay as they are. */
import { type ReactNode, useState } from 'react'
import { Desk } from '#client/round/desk.tsx'
import type { AnyRound } from '#client/round/round-of.ts'
import { Button } from '#client/ui/button.tsx'
import styles from './desk.module.css'

export function RevealedDesk(props: {
  readonly round: AnyRound
  readonly again: string
  /** The form that opens the next round. */
  readonly children: (onCancel: () => void) => ReactNode
}) {
  const { round, again, children } = props
  const [isOpening, setOpening] = useState(false)
  const opening = <div className={styles.opening}>{children(() => setOpening(false))}</div>
  return (
    <Desk round={round} problem={null} question={isOpening && opening} isAside>
      <Button className={styles.button} aria-expanded={isOpening} onClick={() => setOpening(!isOpening)}>
        {again}
      </Button>
    </Desk>
  )
}
