/** Words in pencil, for a guess, and under one stroke of highlighter a screen. */
import type { ReactNode } from 'react'
import styles from './words.module.css'

/** `children` may be left out where a translation fills them in. */
interface Words {
  readonly children?: ReactNode
}

/** The stroke that answers "what should the room look at now?". */
export function Hl({ children }: Words) {
  return <mark className={styles.highlight}>{children}</mark>
}

export function GuessWords({ children }: Words) {
  return <span className={styles.guess}>{children}</span>
}
