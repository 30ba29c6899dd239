/** Fields of a stage: a text kept when it is left, a number, and one choice of a few. */
import { useId, useState } from 'react'
import segments from '#client/ui/segments.module.css'
import { TextField } from '#client/ui/text-field.tsx'
import styles from './stage-panel.module.css'

interface KeptFieldProps {
  readonly label: string
  readonly value: string
  readonly maxLength: number
  readonly hint?: string
  readonly error?: string
  readonly inputMode?: 'decimal' | 'numeric'
  readonly onKeep: (value: string) => void
}

/** Shows what others write meanwhile, unless this person is writing. Words that cannot be kept stay in the field. */
export function KeptField({ value, onKeep, error = '', ...rest }: KeptFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const keep = () => {
    if (typed !== null && typed.trim() !== value) onKeep(typed.trim())
  }
  return (
    <TextField
      {...rest}
      error={error}
      value={typed ?? value}
      onChange={setTyped}
      onBlur={() => {
        keep()
        if (error === '') setTyped(null)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) keep()
      }}
    />
  )
}

/** A number of at most `max`, or nothing. What is no number is said and not kept. */
export function KeptNumber(props: {
  readonly label: string
  readonly value: number | null
  readonly max: number
  readonly isWhole: boolean
  readonly hint: string
  readonly fault: string
  readonly onKeep: (value: number | null) => void
}) {
  const { label, value, max, isWhole, hint, fault, onKeep } = props
  const [isWrong, setWrong] = useState(false)
  const keep = (typed: string) => {
    const number = Number(typed.replace(',', '.'))
    const isFit =
      Number.isFinite(number) && number >= 0 && number <= max && (!isWhole || Number.isInteger(number))
    setWrong(!isFit)
    if (isFit) onKeep(typed === '' ? null : number)
  }
  return (
    <KeptField
      label={label}
      value={value === null ? '' : String(value)}
      maxLength={12}
      inputMode={isWhole ? 'numeric' : 'decimal'}
      hint={hint}
      error={isWrong ? fault : ''}
      onKeep={keep}
    />
  )
}

export function Segments<Id extends string>(props: {
  readonly label: string
  readonly value: Id
  readonly options: readonly { readonly id: Id; readonly title: string }[]
  readonly onChange: (id: Id) => void
}) {
  const { label, value, options, onChange } = props
  const id = useId()
  return (
    <fieldset className={styles.choice} aria-labelledby={id}>
      <span id={id}>{label}</span>
      <div className={segments.segments}>
        {options.map((option) => (
          <button
            key={option.id}
            type="button"
            className={segments.segment}
            aria-pressed={option.id === value}
            onClick={() => onChange(option.id)}
          >
            {option.title}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
