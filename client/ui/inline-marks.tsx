/** The four marks beside words. They mean the same as those of charts (`marks.tsx`); the words say the rest. */
import type { CSSProperties } from 'react'
import styles from './marks.module.css'

/** Size as a CSS length; 0.875rem when left out. */
interface Size {
  readonly size?: string
}

const sized = (size: string | undefined): CSSProperties | undefined =>
  size === undefined ? undefined : ({ '--mark-size': size } as CSSProperties)

export function InlineGuess({ size }: Size) {
  return <span className={`${styles.inline} ${styles.inlineGuess}`} style={sized(size)} aria-hidden="true" />
}

export function InlineTruth({ size }: Size) {
  return <span className={`${styles.inline} ${styles.inlineTruth}`} style={sized(size)} aria-hidden="true" />
}

export function InlineUnknown({ size }: Size) {
  return (
    <span className={`${styles.inline} ${styles.inlineUnknown}`} style={sized(size)} aria-hidden="true" />
  )
}

export function InlineSecondLook({ size }: Size) {
  return <span className={`${styles.inline} ${styles.inlineSecond}`} style={sized(size)} aria-hidden="true" />
}
