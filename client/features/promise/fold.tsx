/** A part of the page under its heading, folded where it is not what the room looks at now. */
import { type ReactNode, useId } from 'react'
import styles from './promise.module.css'

export function Fold(props: {
  readonly title: string
  readonly isOpen: boolean
  readonly children: ReactNode
}) {
  const { title, isOpen, children } = props
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <details className={styles.fold} open={isOpen}>
        <summary>
          <h2 id={id} className={styles.title}>
            {title}
          </h2>
        </summary>
        {children}
      </details>
    </section>
  )
}
