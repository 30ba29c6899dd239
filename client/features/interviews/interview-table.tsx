// biome-ignore-all lint/a11y/useFocusableInteractive: the link of a line takes the focus for it
// biome-ignore-all lint/a11y/useSemanticElements: rows out of sight are not there, which a real table cannot say
/**
 * The interviews, one a line. Only lines in sight are rendered, so that hundreds scroll and filter without lag; arrow
 * keys move along all of them, and the line that has the focus stays while others come and go.
 */
import ChevronRight from 'lucide-react/icons/chevron-right'
import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { shortDay, whoTheyAre } from '#client/features/interviews/interview-words.ts'
import type { ListRow } from '#client/features/interviews/list-rows.ts'
import { ModeLabel } from '#client/features/interviews/mode-label.tsx'
import { firstName } from '#client/lib/first-name.ts'
import { useIsPhone } from '#client/lib/media.ts'
import { useWindow } from '#client/lib/use-window.ts'
import { useSession } from '#client/session/hooks.ts'
import { Icon } from '#client/ui/icon.tsx'
import styles from './table.module.css'

const ROW_REM = { laptop: 3, phone: 5 }
const PAGE = 10
const columns = ['called', 'who', 'how', 'when', 'askedBy', 'answers', 'quotes'] as const

interface TableProps {
  readonly rows: readonly ListRow[]
  readonly nameOf: (seatId: string | null) => string
}

export function InterviewTable({ rows, nameOf }: TableProps) {
  const { t } = useTranslation('interviews')
  const body = useRef<HTMLDivElement>(null)
  const rowRem = useIsPhone() ? ROW_REM.phone : ROW_REM.laptop
  const { first, end } = useWindow(body, rows.length, rowRem)
  const { at, hold, onKeyDown } = useRowKeys(rows.length, body)
  const shown = rows.slice(first, end).map((row, index) => ({ row, index: first + index }))
  const held = rows[at]
  if (held && (at < first || at >= end)) shown.push({ row: held, index: at })
  return (
    <div role="table" className={styles.table} aria-label={t('table.label')} aria-rowcount={rows.length + 1}>
      <div role="rowgroup" className={styles.head}>
        <div role="row" className={styles.line} aria-rowindex={1}>
          {columns.map((column) => (
            <span key={column} role="columnheader" className={styles[column]}>
              {t(`table.${column}`)}
            </span>
          ))}
        </div>
      </div>
      <div
        ref={body}
        role="rowgroup"
        className={styles.body}
        style={{ height: `${rows.length * rowRem}rem` }}
        onKeyDown={onKeyDown}
      >
        {shown.map(({ row, index }) => (
          <Line
            key={row.interview.id}
            row={row}
            index={index}
            top={`${index * rowRem}rem`}
            height={`${rowRem}rem`}
            isHeld={index === at}
            onHold={hold}
            nameOf={nameOf}
          />
        ))}
      </div>
    </div>
  )
}

/** One line is in the tab order; arrows, Page, Home and End move the focus along all of them. */
function useRowKeys(count: number, body: React.RefObject<HTMLDivElement | null>) {
  const [at, setAt] = useState(0)
  const moved = useRef(false)
  const held = Math.min(at, Math.max(0, count - 1))
  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    const link = body.current?.querySelector<HTMLElement>(`[data-index="${held}"] a`)
    link?.focus()
    link?.closest('[role="row"]')?.scrollIntoView?.({ block: 'nearest' })
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: held + 1,
      ArrowUp: held - 1,
      PageDown: held + PAGE,
      PageUp: held - PAGE,
      Home: 0,
      End: count - 1,
    }
    const next = steps[event.key]
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    moved.current = true
    setAt(Math.max(0, Math.min(count - 1, next)))
  }
  return { at: held, hold: setAt, onKeyDown }
}

/** Drawn again only when its own interview changes: scrolling past hundreds draws those that come. */
const Line = memo(function Line(props: {
  readonly row: ListRow
  readonly index: number
  readonly top: string
  readonly height: string
  readonly isHeld: boolean
  readonly onHold: (index: number) => void
  readonly nameOf: TableProps['nameOf']
}) {
  const { row, index, top, height, isHeld, onHold, nameOf } = props
  const { t, i18n } = useTranslation('interviews')
  const session = useSession()
  const navigate = useNavigate()
  const { interview, isOnCall, answered, asked, quotes, doubles } = row
  const address = `/w/${session.workshopId}/interviews/${interview.id}`
  const who = whoTheyAre(t, interview)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the link in the line is what keys press
    <div
      role="row"
      tabIndex={-1}
      data-index={index}
      aria-rowindex={index + 2}
      className={`${styles.line} ${styles.row} ${isOnCall ? styles.calling : ''}`}
      style={{ top, height }}
      onClick={(event) => {
        if (!(event.target as Element).closest('a') && !event.defaultPrevented) void navigate(address)
      }}
    >
      <span role="rowheader" className={styles.called}>
        <Link to={address} tabIndex={isHeld ? 0 : -1} onFocus={() => onHold(index)}>
          {interview.pseudonym || t('table.unnamed')}
        </Link>
        {doubles > 0 && <small>{t('table.double', { count: doubles })}</small>}
      </span>
      <span
        role="cell"
        className={`${styles.who} ${who === '' ? styles.notSaid : ''}`}
        title={who || undefined}
      >
        {who || t('table.unknownWho')}
      </span>
      <span role="cell" className={styles.how}>
        <ModeLabel interview={interview} />
      </span>
      <span role="cell" className={styles.when}>
        {isOnCall ? (
          <span className={styles.onCall}>{t('table.onCall')}</span>
        ) : (
          shortDay(interview.date, i18n.language, session.serverNow()) || t('table.notDated')
        )}
      </span>
      <span role="cell" className={styles.askedBy}>
        {firstName(nameOf(interview.interviewerSeatId)) || t('table.nobody')}
      </span>
      <span role="cell" className={styles.answers}>
        <Segments answered={answered} asked={asked} />
        <span>{t('table.answered', { answered, asked })}</span>
      </span>
      <span role="cell" className={styles.quotes}>
        <span className={styles.quotesWord}>{t('table.quotes')} </span>
        {quotes}
      </span>
      <span className={styles.go} aria-hidden="true">
        <Icon of={ChevronRight} />
      </span>
    </div>
  )
})

const SEGMENTS = 7

/** As many of seven blocks as of the questions; the last one only when nothing is missing. */
function Segments({ answered, asked }: { readonly answered: number; readonly asked: number }) {
  const full = asked === 0 ? 0 : Math.floor((answered / asked) * SEGMENTS)
  return (
    <span className={styles.segments} aria-hidden="true">
      {Array.from({ length: SEGMENTS }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: seven blocks in a row, nothing else tells them apart
        <i key={place} className={place < full ? styles.full : ''} />
      ))}
    </span>
  )
}
