/** One line of text with its label, a hint under it, and what is wrong with it. */
import { type ComponentProps, type ReactNode, useId } from 'react'
import styles from './text-field.module.css'

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'size' | 'onChange'> {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: ReactNode
  readonly size?: 'medium' | 'large'
  /** Only for those who cannot see; something else on the screen says it. */
  readonly labelHidden?: boolean
  readonly onChange?: (value: string) => void
}

export function TextField(props: TextFieldProps) {
  const { label, hint, error, size = 'medium', labelHidden = false, onChange, id: given, ...rest } = props
  const own = useId()
  const id = given ?? own
  const note = error || hint
  return (
    <div className={styles.field}>
      <label className={labelHidden ? styles.hiddenLabel : styles.label} htmlFor={id}>
        {label}
      </label>
      <input
        {...rest}
        id={id}
        className={`${styles.input} ${styles[size]}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        onChange={(event) => onChange?.(event.target.value)}
      />
      {note && (
        <p
          id={`${id}-note`}
          className={error ? styles.error : styles.hint}
          role={error ? 'alert' : undefined}
        >
          {note}
        </p>
      )}
    </div>
  )
}
