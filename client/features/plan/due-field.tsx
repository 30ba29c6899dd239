/**
 * A due date, typed as one says it. The day it means is said while one types; what is no clear day is not taken, stays in
 * the field as it was typed, and says why.
 */
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { onCellKey, selectAll } from '#client/features/plan/cells.tsx'
import { usePlan } from '#client/features/plan/plan-context.tsx'
import { dayWords } from '#client/lib/day-words.ts'
import { useSession } from '#client/session/hooks.ts'
import { type Action, changeAction } from '#shared/board/action-edits.ts'
import { readDay } from '#shared/board/due-date.ts'
import { isOverdue } from '#shared/reality/plan.ts'
import styles from './cells.module.css'

interface DueFieldProps {
  readonly label: string
  /** ISO, empty without one. */
  readonly day: string
  readonly column?: string
  readonly onDay: (day: string) => void
}

export function DueField({ label, day, column, onDay }: DueFieldProps) {
  const { t } = useTranslation('plan')
  const { today, dayWords: short } = usePlan()
  const noteId = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [isIn, setIn] = useState(false)
  /** Enter was pressed on words that name no day. */
  const [isRefused, setRefused] = useState(false)
  const found = typed === null || typed.trim() === '' ? null : readDay(typed, today)
  const isWrong = found !== null && 'why' in found
  const handOver = () => {
    if (typed === null || isWrong) return
    onDay(found && 'day' in found ? found.day : '')
    setTyped(null)
  }
  // A field that goes while one types in it has been left.
  const leave = useRef(handOver)
  leave.current = handOver
  useEffect(() => () => leave.current(), [])
  const isSaidWrong = isWrong && (isRefused || !isIn)
  const note = useDueNote(typed, isSaidWrong, today)
  const onKey = onCellKey(() => setTyped(null))
  return (
    <span className={styles.due}>
      <input
        className={styles.input}
        data-col={column}
        aria-label={label}
        maxLength={60}
        placeholder={t('fields.noDue')}
        aria-invalid={isSaidWrong || undefined}
        aria-describedby={note ? noteId : undefined}
        value={typed ?? (day === '' ? '' : short(day))}
        onFocus={(event) => {
          setIn(true)
          selectAll(event)
        }}
        onChange={(event) => {
          setTyped(event.target.value)
          setRefused(false)
        }}
        onBlur={() => {
          setIn(false)
          handOver()
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !isWrong) return onKey(event)
          event.preventDefault()
          setRefused(true)
        }}
      />
      {note && (
        <span
          id={noteId}
          className={isSaidWrong ? styles.wrong : styles.note}
          role={isSaidWrong ? 'alert' : undefined}
        >
          {note}
        </span>
      )}
    </span>
  )
}

/** What the typed words mean, or why they mean nothing; nothing before anything is typed. */
function useDueNote(typed: string | null, isSaidWrong: boolean, today: string): string | null {
  const { t, i18n } = useTranslation('plan')
  if (typed === null) return null
  if (typed.trim() === '') return t('due.hint')
  const found = readDay(typed, today)
  if ('why' in found) return t(isSaidWrong ? `due.${found.why}` : 'due.hint')
  const locale = i18n.language === 'en' ? 'en-GB' : i18n.language
  return t(found.day < today ? 'due.meansPast' : 'due.means', { day: dayWords(found.day, locale) })
}

export function DueCell({ action }: { readonly action: Action }) {
  const { t } = useTranslation('plan')
  const session = useSession()
  const { today } = usePlan()
  const { id, due, promisedOn, title } = action
  return (
    <>
      <DueField
        label={t('fields.due', { title })}
        day={due}
        column="due"
        onDay={(day) => {
          if (day === due) return
          session.edit(changeAction, {
            id,
            changes: { due: day, ...(promisedOn === '' && { promisedOn: today }) },
          })
        }}
      />
      <Overdue action={action} />
    </>
  )
}

export function Overdue({ action }: { readonly action: Action }) {
  const { t } = useTranslation('plan')
  const { today } = usePlan()
  return isOverdue(action, today) ? <small className={styles.overdue}>{t('overdue')}</small> : null
}
