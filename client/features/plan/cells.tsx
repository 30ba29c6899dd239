/** The fields of a row: words, who, how much. Enter goes to the same field of the next row, Esc takes back. */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlan } from '#client/features/plan/plan-context.tsx'
import { useCell } from '#client/features/plan/use-cell.ts'
import { firstName } from '#client/lib/first-name.ts'
import { useRow, useSeats, useSession } from '#client/session/hooks.ts'
import { InlineUnknown } from '#client/ui/inline-marks.tsx'
import { PersonAvatar } from '#client/ui/person.tsx'
import { type Action, changeAction, LONGEST_TITLE } from '#shared/board/action-edits.ts'
import { type Seat, seats } from '#shared/record/schema.ts'
import styles from './cells.module.css'
import growing from './growing.module.css'

interface CellProps {
  readonly action: Action
}

/** Goes to the same field of the row below, above with Shift; at the end, or outside of rows, only hands over. */
function goDown(field: HTMLElement, isUp: boolean): void {
  const rows = field.closest('[data-rows]')
  const all = [...(rows?.querySelectorAll<HTMLElement>(`[data-col="${field.dataset.col}"]`) ?? [])]
  const next = all[all.indexOf(field) + (isUp ? -1 : 1)]
  field.blur()
  ;(next ?? field).focus()
}

export function onCellKey(drop: () => void) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      goDown(event.currentTarget, event.shiftKey)
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      drop()
    }
  }
}

/** Selects what a field holds when it is come to by keys, as a table does. */
export const selectAll = (event: { readonly currentTarget: HTMLInputElement }): void =>
  event.currentTarget.select()

export function TitleCell({ action }: CellProps) {
  const { t } = useTranslation('plan')
  const session = useSession()
  const { id, title } = action
  const cell = useCell(title, (words) => {
    if (words.trim() !== '') session.edit(changeAction, { id, changes: { title: words.trim() } })
  })
  return (
    <span className={`${growing.grow} ${styles.grow}`} data-value={cell.value} dir="auto">
      <textarea
        className={styles.title}
        dir="auto"
        data-col="title"
        rows={1}
        maxLength={LONGEST_TITLE}
        aria-label={t('fields.title')}
        value={cell.value}
        onChange={(event) => cell.change(event.target.value.replace(/\n/gu, ' '))}
        onBlur={cell.leave}
        onKeyDown={onCellKey(cell.drop)}
      />
    </span>
  )
}

/** A seat of that name, or of that first name where only one has it. */
export function seatNamed(typed: string, people: readonly Seat[]): Seat | undefined {
  const name = typed.trim().toLowerCase()
  const exact = people.find((seat) => seat.name.toLowerCase() === name)
  if (exact || name === '') return exact
  const first = people.filter((seat) => firstName(seat.name).toLowerCase() === name)
  return first.length === 1 ? first[0] : undefined
}

export function ownerChanges(typed: string, people: readonly Seat[]) {
  const seat = seatNamed(typed, people)
  return seat
    ? { ownerSeatId: seat.id, ownerName: '', ...(seat.functionName && { functionName: seat.functionName }) }
    : { ownerSeatId: null, ownerName: typed.trim() }
}

export function OwnerCell({ action }: CellProps) {
  const { t } = useTranslation('plan')
  const session = useSession()
  const people = useSeats()
  const owner = useRow(seats, action.ownerSeatId ?? '')
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [isIn, setIn] = useState(false)
  // The whole name stands there only from now on.
  useEffect(() => {
    if (isIn) input.current?.select()
  }, [isIn])
  const name = owner?.name ?? action.ownerName
  const cell = useCell(
    name,
    (typed) => session.edit(changeAction, { id: action.id, changes: ownerChanges(typed, people) }),
    'on-leaving',
  )
  return (
    <span className={styles.owner}>
      {name === '' ? <InlineUnknown size="1.375rem" /> : <OwnerFace name={name} action={action} />}
      <input
        ref={input}
        className={styles.input}
        data-col="owner"
        list={listId}
        maxLength={80}
        placeholder={t('fields.noOwner')}
        aria-label={t('fields.owner', { title: action.title })}
        value={isIn || cell.value !== name ? cell.value : shownName(name, owner !== undefined)}
        onFocus={() => setIn(true)}
        onChange={(event) => cell.change(event.target.value)}
        onBlur={() => {
          setIn(false)
          cell.leave()
        }}
        onKeyDown={onCellKey(cell.drop)}
      />
      <datalist id={listId}>
        {people.map((seat) => (
          <option key={seat.id} value={seat.name} />
        ))}
      </datalist>
    </span>
  )
}

const shownName = (name: string, isSeat: boolean): string => (isSeat ? firstName(name) : name)

function OwnerFace({ name, action }: { readonly name: string; readonly action: Action }) {
  return <PersonAvatar name={name} functionName={action.functionName} size="small" />
}

const levels = ['L', 'M', 'S'] as const
const barsOf = { S: 1, M: 2, L: 3 } as const

/** Three bars of growing height, filled as far as it goes; hatched where nobody has said it. */
export function LevelGlyph({ level }: { readonly level: Action['impact'] }) {
  if (level === null) return <InlineUnknown size="0.9375rem" />
  return (
    <span className={styles.bars} aria-hidden="true">
      {[1, 2, 3].map((n) => (
        <i key={n} data-on={n <= barsOf[level] ? '' : undefined} />
      ))}
    </span>
  )
}

export function LevelCell({ action, of }: CellProps & { readonly of: 'impact' | 'effort' }) {
  const { t } = useTranslation('plan')
  const session = useSession()
  const level = action[of]
  return (
    <span className={styles.level}>
      <LevelGlyph level={level} />
      <select
        className={styles.select}
        data-col={of}
        aria-label={t(`fields.${of}`, { title: action.title })}
        value={level ?? ''}
        onChange={(event) => {
          const next = levels.find((one) => one === event.target.value) ?? null
          session.edit(changeAction, { id: action.id, changes: { [of]: next } })
        }}
        onKeyDown={onCellKey(() => {})}
      >
        <option value="">{t('levels.none')}</option>
        {levels.map((one) => (
          <option key={one} value={one}>
            {t(`levels.${one}`)}
          </option>
        ))}
      </select>
    </span>
  )
}

/** What a row says of itself to those who only read, in the place of its fields. */
export function ReadOwner({ action }: CellProps) {
  const { t } = useTranslation('plan')
  const { ownerOf } = usePlan()
  const name = ownerOf(action)
  return (
    <span className={styles.owner}>
      {name === '' ? <InlineUnknown size="1.375rem" /> : <OwnerFace name={name} action={action} />}
      {name || t('fields.noOwner')}
    </span>
  )
}

export function ReadLevel({ level }: { readonly level: Action['impact'] }) {
  const { t } = useTranslation('plan')
  return (
    <span className={styles.level}>
      <LevelGlyph level={level} /> {t(`levels.${level ?? 'none'}`)}
    </span>
  )
}
