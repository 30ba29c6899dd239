/**
 * The four marks, the only way to draw a value: a guess is hollow, what customers said is solid ink, the unknown
 * is hatched, a second look is a ring with an ink core. These are SVG groups; `inline-marks.tsx` has them for text.
 */
import { useId } from 'react'
import styles from './marks.module.css'

interface At {
  readonly cx: number
  readonly cy: number
  readonly r?: number
}

/** Anything the room believes. */
export function GuessMark({ cx, cy, r = 10.5, strokeWidth = 2.5 }: At & { readonly strokeWidth?: number }) {
  return <circle className={styles.guess} cx={cx} cy={cy} r={r} strokeWidth={strokeWidth} />
}

/** What customers said. */
export function TruthMark({ cx, cy, r = 12 }: At) {
  return <circle className={styles.truth} cx={cx} cy={cy} r={r} />
}

/** We looked and nobody knows. */
export function UnknownMark({ cx, cy, r = 10 }: At) {
  const id = useId()
  return (
    <>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path className={styles.hatchLine} d="M0 0V6" />
      </pattern>
      <rect
        className={styles.unknown}
        x={cx - r}
        y={cy - r}
        width={2 * r}
        height={2 * r}
        rx={3}
        fill={`url(#${id})`}
      />
    </>
  )
}

/** A guess that has seen the evidence. One of the four marks, also while no chart shows a second look. @public */
export function SecondLookMark({ cx, cy, r = 10.5 }: At) {
  return (
    <>
      <circle className={styles.secondRing} cx={cx} cy={cy} r={r} />
      <circle className={styles.truth} cx={cx} cy={cy} r={r * 0.45} />
    </>
  )
}
