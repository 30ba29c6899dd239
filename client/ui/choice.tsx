/** One choice from a list, with its label. */
import { type ReactNode, useId } from 'react'
import styles from './file-form.module.css'

export function Choice(props: {
  readonly label: string
  readonly value: string
  readonly note?: string | undefined
  readonly children: ReactNode
  readonly onChange: (value: string) => void
}) {
  const { label, value, note, children, onChange } = props
  const id = useId()
  return (
    <div className={note ? styles.choiceUnsure : styles.choice}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className={styles.select}
        value={value}
        aria-describedby={note ? `${id}-note` : undefined}
        onChange={(event) => onChange(event.target.value)}
      >
        {children}
      </select>
      {note && (
        <p id={`${id}-note`} className={styles.note}>
          {note}
        </p>
      )}
    </div>
  )
}
