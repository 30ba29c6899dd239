/** Several lines of text with its label, and a hint under it. */
import { type ReactNode, useId } from 'react'
import styles from './ask.module.css'

export function LongField(props: {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly value: string
  readonly max: number
  readonly rows?: number
  readonly onChange: (value: string) => void
}) {
  const { label, hint, value, max, rows = 3, onChange } = props
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <textarea
        id={id}
        rows={rows}
        maxLength={max}
        className={styles.words}
        value={value}
        {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
        onChange={({ target }) => onChange(target.value)}
      />
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  )
}
