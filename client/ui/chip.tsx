/** A small tag. Pencil: our guess. Line: a plain tag. Highlight: look here. Danger: overdue and the like. */
import type { ReactNode } from 'react'
import styles from './chip.module.css'

export function Chip(props: {
  readonly kind?: 'plain' | 'pencil' | 'line' | 'highlight' | 'soft' | 'danger'
  readonly children: ReactNode
}) {
  const { kind = 'plain', children } = props
  return <span className={`${styles.chip} ${styles[kind]}`}>{children}</span>
}
