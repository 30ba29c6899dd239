/** A small field for a number. What is typed counts at once; `?` is "I do not know" where that may be said. */
import { useRef, useState } from 'react'
import styles from './numbers.module.css'

interface NumberFieldProps {
  readonly label: string
  /** Undefined: nothing yet. Null: they do not know. */
  readonly value: number | null | undefined
  readonly max: number
  readonly mayNotKnow?: boolean
  readonly isReadOnly?: boolean
  readonly look?: 'point' | 'mark' | 'hearsay'
  readonly onChange: (value: number | null | undefined) => void
}

export function NumberField(props: NumberFieldProps) {
  const { label, value, max, mayNotKnow = false, isReadOnly = false, look = 'point', onChange } = props
  const [typed, setTyped] = useState<string | null>(null)
  const before = useRef(value)
  const shown = typed ?? (value === null ? '?' : value === undefined ? '' : String(value))
  const isWrong = typed !== null && parsed(typed, max, mayNotKnow) === 'wrong'
  const classes = [styles.number, styles[look]]
  if (value === null && typed === null) classes.push(styles.unknown)
  if (value === 0) classes.push(styles.zero)
  return (
    <input
      className={classes.join(' ')}
      inputMode="numeric"
      autoComplete="off"
      aria-label={label}
      aria-invalid={isWrong ? true : undefined}
      readOnly={isReadOnly}
      value={shown}
      onFocus={(event) => {
        before.current = value
        event.target.select()
      }}
      onChange={(event) => {
        setTyped(event.target.value)
        const next = parsed(event.target.value, max, mayNotKnow)
        // 105 is no 10: while what stands there is no number of theirs, it is as before.
        onChange(next === 'wrong' ? before.current : next)
      }}
      onBlur={() => setTyped(null)}
    />
  )
}

function parsed(typed: string, max: number, mayNotKnow: boolean): number | null | undefined | 'wrong' {
  const text = typed.trim()
  if (text === '') return undefined
  if (text === '?' && mayNotKnow) return null
  return /^\d{1,3}$/u.test(text) && Number(text) <= max ? Number(text) : 'wrong'
}
