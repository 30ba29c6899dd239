/** Parts of a filter over a list: a search field reached by `/`, and choices folded away until one is made. */
import Search from 'lucide-react/icons/search'
import { type ReactNode, useMemo, useRef } from 'react'
import { useLetterKeys } from '#client/lib/letter-keys.ts'
import styles from './filter.module.css'
import { Icon } from './icon.tsx'

interface SearchFieldProps {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onLeave?: () => void
}

export function SearchField({ label, placeholder, value, onChange, onLeave }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  useLetterKeys(useMemo(() => ({ '/': () => input.current?.focus() }), []))
  return (
    <label className={styles.search}>
      <Icon of={Search} />
      <input
        ref={input}
        type="search"
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onLeave}
      />
    </label>
  )
}

/** Choices by name, under "more"; open from the start when one is made. */
export function FoldedChoices(props: {
  readonly title: string
  readonly isChosen: boolean
  readonly children: ReactNode
}) {
  return (
    <details className={styles.more} open={props.isChosen || undefined}>
      <summary>{props.title}</summary>
      <div className={styles.choices}>{props.children}</div>
    </details>
  )
}

interface ChoiceProps {
  readonly name: string
  /** What stands for no choice. */
  readonly any: string
  readonly value: string
  readonly options: readonly { readonly id: string; readonly title: string }[]
  readonly onChange: (value: string) => void
}

export function Choice({ name, any, value, options, onChange }: ChoiceProps) {
  return (
    <label className={styles.choice}>
      <span>{name}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{any}</option>
        {options.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  )
}
