/** A function as typed, with those of the workshop to choose from. */
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '#client/ui/text-field.tsx'

export function FunctionField(props: {
  readonly value: string
  readonly functions: readonly string[]
  readonly onChange: (value: string) => void
}) {
  const { value, functions, onChange } = props
  const { t } = useTranslation('room')
  const id = useId()
  return (
    <div>
      <TextField
        label={t('people.function')}
        value={value}
        maxLength={60}
        autoComplete="off"
        list={id}
        onChange={onChange}
      />
      <datalist id={id}>
        {functions.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </div>
  )
}
