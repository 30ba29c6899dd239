/** Where the lifted card would land. Drawn over the board, so that nothing moves under the pointer. */
import { useBoardState } from '#client/features/roadmap/board-context.tsx'
import styles from './board.module.css'

/** Where the lifted stage would stand. */
function StageMark() {
  const left = useBoardState(({ liftedStage }) => liftedStage?.landing?.left ?? null)
  if (left === null) return null
  return (
    <div
      className={styles.stageMark}
      data-stage-mark
      style={{ transform: `translateX(${left}px)` }}
      aria-hidden="true"
    />
  )
}

export function DropMark() {
  const mark = useBoardState(({ lifted }) => lifted?.mark ?? null)
  if (!mark) return <StageMark />
  return (
    <div
      className={styles.mark}
      data-mark
      style={{ transform: `translate(${mark.left}px, ${mark.top}px)`, width: mark.width }}
      aria-hidden="true"
    />
  )
}
