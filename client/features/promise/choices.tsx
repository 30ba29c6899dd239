/** One question with a few answers, each as large as a thumb; arrow keys move between them. */
import { useId } from 'react'
import styles from './ballots.module.css'

export function Choices<V extends string | number>(props: {
  readonly legend: string
  /** Shown instead of the legend, which is then only heard. */
  readonly title?: string
  readonly options: readonly { readonly value: V; readonly label: string }[]
  readonly chosen: V | null
  readonly onChoose: (value: V) => void
}) {
  const { legend, title, options, chosen, onChoose } = props
  const name = useId()
  return (
    <fieldset className={styles.question}>
      <legend className={title === undefined ? styles.legend : styles.heard}>{legend}</legend>
      {title !== undefined && (
        <p className={styles.legend} aria-hidden="true">
          {title}
        </p>
      )}
      <div className={styles.options}>
        {options.map(({ value, label }) => (
          <label key={value} className={styles.option}>
            <input
              type="radio"
              name={name}
              checked={chosen === value}
              onChange={() => onChoose(value)}
              aria-label={label}
            />
            <span aria-hidden="true">{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
