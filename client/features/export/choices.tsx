/** A box to tick and a choice of few, as the options of a file have them. */
import { type ReactNode, useId } from 'react'
import segments from '#client/ui/segments.module.css'
import type from '#client/ui/type.module.css'
import styles from './export.module.css'

export function Check(props: {
  readonly label: string
  readonly hint?: ReactNode
  readonly checked: boolean
  readonly isFixed?: boolean
  readonly onChange: (on: boolean) => void
}) {
  const id = useId()
  return (
    <div className={styles.check}>
      <input
        id={id}
        type="checkbox"
        checked={props.checked}
        disabled={props.isFixed}
        aria-describedby={props.hint ? `${id}-hint` : undefined}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      <div>
        <label htmlFor={id}>{props.label}</label>
        {props.hint && (
          <p id={`${id}-hint`} className={type.meta}>
            {props.hint}
          </p>
        )}
      </div>
    </div>
  )
}

export function Segments<T extends string>(props: {
  readonly label: string
  readonly choices: Readonly<Record<T, string>>
  readonly chosen: T
  readonly onChoose: (one: T) => void
}) {
  const all = Object.entries(props.choices) as [T, string][]
  return (
    <fieldset className={styles.options}>
      <legend className={type.section}>{props.label}</legend>
      <div className={segments.segments}>
        {all.map(([one, words]) => (
          <button
            key={one}
            type="button"
            className={segments.segment}
            aria-pressed={props.chosen === one}
            onClick={() => props.onChoose(one)}
          >
            {words}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
