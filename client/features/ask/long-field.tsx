/** Several lines of text with its label, and a hint under it. */
import { type ReactNode, useEffect, useId, useRef } from 'react'
import styles from './ask.module.css'

export function LongField(props: {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly value: string
  readonly max: number
  readonly rows?: number
  /** It was asked for just now. */
  readonly isFocused?: boolean
  readonly onChange: (value: string) => void
}) {
  const { label, hint, value, max, rows = 3, isFocused = false, onChange } = props
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it appears
  useEffect(() => {
    if (isFocused) area.current?.focus()
  }, [])
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <textarea
        ref={area}
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
