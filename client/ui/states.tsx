/**
 * When there is nothing, or something went wrong: a small drawing made of the marks, one sentence of fact,
 * one of what to do, one primary action.
 */
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import styles from './states.module.css'

interface State {
  readonly fact: ReactNode
  readonly advice: ReactNode
  /** Buttons, the primary one first. */
  readonly children?: ReactNode
  readonly level?: 'h1' | 'h2'
}

export function EmptyState({ drawing, ...state }: State & { readonly drawing?: ReactNode }) {
  return <StateBox drawing={drawing} {...state} />
}

export function ErrorState(state: State) {
  return (
    <StateBox
      alert
      drawing={
        <span className={styles.danger}>
          <Icon of={TriangleAlert} size="2.75rem" />
        </span>
      }
      {...state}
    />
  )
}

function StateBox(props: State & { readonly drawing: ReactNode; readonly alert?: boolean }) {
  const { drawing, fact, advice, children, level: Heading = 'h2', alert = false } = props
  return (
    <section className={styles.state} role={alert ? 'alert' : undefined}>
      {drawing && <div className={styles.drawing}>{drawing}</div>}
      <Heading className={styles.fact}>{fact}</Heading>
      <p className={styles.advice}>{advice}</p>
      {children && <div className={styles.actions}>{children}</div>}
    </section>
  )
}

/** A road nobody has walked yet: four guesses on a dashed line. */
export function RoadDrawing() {
  return (
    <svg className={styles.road} viewBox="0 0 300 88" aria-hidden="true">
      <path d="M10 60C60 60 60 24 110 24S170 62 220 62 270 30 292 30" />
      {[
        [10, 60],
        [110, 24],
        [220, 62],
        [292, 30],
      ].map(([cx, cy]) => (
        <circle key={cx} cx={cx} cy={cy} r="8" />
      ))}
    </svg>
  )
}

/** A guess and, at the end of a dashed line, what nobody knows. */
export function UnansweredDrawing() {
  return (
    <span className={styles.unanswered} aria-hidden="true">
      <i className={styles.ring} />
      <i className={styles.dashes} />
      <i className={styles.hatched} />
    </span>
  )
}
