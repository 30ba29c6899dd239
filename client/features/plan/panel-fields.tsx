/** Fields of an action where all of it is shown. */
import { useTranslation } from 'react-i18next'
import { useCell } from '#client/features/plan/use-cell.ts'
import { useSession } from '#client/session/hooks.ts'
import { InlineUnknown } from '#client/ui/inline-marks.tsx'
import { type Action, type ActionValues, changeAction, keptFields } from '#shared/board/action-edits.ts'
import growing from './growing.module.css'
import styles from './panel.module.css'

type TextName =
  | 'measure'
  | 'baseline'
  | 'target'
  | 'latest'
  | 'revenueNote'
  | 'marginNote'
  | 'cashNote'
  | 'whyNew'

const isKept = (name: TextName): boolean => keptFields.some((kept) => kept === name)

/** A line or, with more `rows`, a few of them. What is kept when it changes is handed over on leaving. */
export function TextOf(props: {
  readonly action: Action
  readonly name: TextName
  readonly label: string
  readonly maxLength: number
  readonly rows?: number
  readonly placeholder?: string
  /** Looks like the words it holds and is as high as they are, as in a table. */
  readonly isInTable?: boolean
}) {
  const { action, name, label, maxLength, rows = 1, placeholder, isInTable = false } = props
  const session = useSession()
  const cell = useCell(
    action[name],
    (words) => session.edit(changeAction, { id: action.id, changes: { [name]: words.trim() } }),
    isKept(name) ? 'on-leaving' : 'at-a-pause',
  )
  const field = {
    'aria-label': label,
    className: isInTable ? styles.plain : styles.input,
    maxLength,
    placeholder,
    readOnly: !session.mayEditBoard,
    value: cell.value,
    onChange: (event: { readonly target: { readonly value: string } }) => cell.change(event.target.value),
    onBlur: cell.leave,
  }
  if (isInTable)
    return (
      <span className={`${growing.grow} ${styles.grow}`} data-value={cell.value || placeholder}>
        <textarea {...field} rows={1} />
      </span>
    )
  return rows > 1 ? <textarea {...field} rows={rows} /> : <input {...field} />
}

/** One of the three effects; what nobody thought of is hatched and says so (R095). */
export function EffectOf(props: {
  readonly action: Action
  readonly name: 'revenueNote' | 'marginNote' | 'cashNote'
  readonly label: string
  readonly isInTable?: boolean
}) {
  const { t } = useTranslation('plan')
  const { action, name, label, isInTable = false } = props
  const isMissing = action[name].trim() === ''
  return (
    <span className={styles.effect} data-missing={isMissing ? '' : undefined}>
      {isMissing && <InlineUnknown />}
      <TextOf
        action={action}
        name={name}
        label={label}
        maxLength={500}
        rows={2}
        placeholder={t('panel.notConsidered')}
        isInTable={isInTable}
      />
    </span>
  )
}

type ChoiceName = 'kind' | 'aim' | 'status' | 'impact' | 'effort' | 'functionName'

export function ChoiceOf(props: {
  readonly action: Action
  readonly name: ChoiceName
  readonly label: string
  /** What stands for none; without it one has to be chosen. */
  readonly none?: string
  readonly options: readonly { readonly id: string; readonly title: string }[]
  /** Takes a choice over that asks for more; true when it did. */
  readonly onChoose?: (id: string) => boolean
}) {
  const { action, name, label, none, options, onChoose } = props
  const session = useSession()
  const change = (value: string) => {
    const known = options.find(({ id }) => id === value)
    const empty = name === 'functionName' ? '' : null
    if ((!known && none === undefined) || onChoose?.(value)) return
    session.edit(changeAction, { id: action.id, changes: { [name]: known?.id ?? empty } as ActionValues })
  }
  return (
    <label className={styles.field}>
      <span>{label}</span>
      <select
        className={styles.input}
        disabled={!session.mayEditBoard}
        value={action[name] ?? ''}
        onChange={(event) => change(event.target.value)}
      >
        {none !== undefined && <option value="">{none}</option>}
        {options.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  )
}
