/** One fact of a card out of a few: a choice for those who may change it, words for everyone else. */
import { useId } from 'react'
import styles from './card-parts.module.css'

export function Pick<T extends string>(props: {
  readonly label: string
  readonly value: T
  readonly options: readonly (readonly [T, string])[]
  /** Null: it is only read. */
  readonly onPick: ((value: T) => void) | null
  /** By which the focus finds it. */
  readonly focusName?: string
}) {
  const { label, value, options, onPick, focusName } = props
  const id = useId()
  return (
    <>
      <dt>{onPick ? <label htmlFor={id}>{label}</label> : label}</dt>
      <dd>
        {onPick ? (
          <select
            id={id}
            className={styles.select}
            data-focus={focusName}
            value={value}
            onChange={(event) => onPick(event.target.value as T)}
          >
            {options.map(([one, words]) => (
              <option key={one} value={one}>
                {words}
              </option>
            ))}
          </select>
        ) : (
          (options.find(([one]) => one === value)?.[1] ?? '')
        )}
      </dd>
    </>
  )
}
