/** Optional, folded away: between which marks our own would lie, 8 times in 10 (method D5, C11). */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EditBallot } from '#client/features/mark/ballot-value.ts'
import typography from '#client/ui/type.module.css'
import type { Subject } from '#shared/rounds/kind.ts'
import type { MarksBallot } from '#shared/rounds/marks.ts'
import styles from './own-ranges.module.css'

const SURE_PCT = 80

interface Ends {
  readonly low: string
  readonly high: string
}

export function OwnRanges(props: {
  readonly needs: readonly Subject[]
  readonly usId: string | null
  readonly ballot: MarksBallot
  readonly edit: EditBallot
}) {
  const { needs, usId, ballot, edit } = props
  const { t } = useTranslation('mark')
  if (usId === null) return null
  return (
    <details className={styles.ranges}>
      <summary className={typography.section}>{t('ranges.title')}</summary>
      <p className={typography.meta}>{t('ranges.lead')}</p>
      {needs.map((need) => (
        <OwnRange key={need.id} need={need} ballot={ballot} edit={edit} />
      ))}
    </details>
  )
}

function OwnRange(props: {
  readonly need: Subject
  readonly ballot: MarksBallot
  readonly edit: EditBallot
}) {
  const { need, ballot, edit } = props
  const { t } = useTranslation('mark')
  const kept = ballot.ranges?.[need.id]
  const [typed, setTyped] = useState<Ends>({ low: String(kept?.low ?? ''), high: String(kept?.high ?? '') })
  const isBegun = typed.low !== '' || typed.high !== ''
  const isWhole = typed.low !== '' && typed.high !== ''
  const isWrong = isBegun && (isWhole ? rangeOf(typed) === null : !isEnd(typed.low || typed.high))
  const change = (ends: Ends) => {
    setTyped(ends)
    const range = rangeOf(ends)
    edit((now) => {
      const { [need.id]: _, ...others } = now.ranges ?? {}
      return {
        ...now,
        ranges: range === null ? others : { ...others, [need.id]: { ...range, surePct: SURE_PCT } },
      }
    })
  }
  const field = (end: keyof Ends) => (
    <label className={styles.end}>
      <span aria-hidden="true">{t(end === 'low' ? 'ranges.from' : 'ranges.to')}</span>
      <input
        inputMode="decimal"
        autoComplete="off"
        maxLength={4}
        className={styles.field}
        aria-label={t(`ranges.${end}`, { need: need.title })}
        aria-invalid={isWrong}
        value={typed[end]}
        onChange={(event) => change({ ...typed, [end]: event.target.value.trim() })}
      />
    </label>
  )
  return (
    <div className={styles.range}>
      <span className={styles.need}>{need.title}</span>
      {field('low')}
      {field('high')}
      {isWrong && (
        <p className={styles.wrong} role="status">
          {t('ranges.wrong')}
        </p>
      )}
    </div>
  )
}

/** Null while it is none: an end is missing, not in halves, or the higher one first. */
function rangeOf({ low, high }: Ends): { low: number; high: number } | null {
  if (!isEnd(low) || !isEnd(high)) return null
  const range = { low: asNumber(low), high: asNumber(high) }
  return range.low <= range.high ? range : null
}

const isEnd = (text: string): boolean => /^(?:\d(?:[.,][05])?|10(?:[.,]0)?)$/.test(text)
const asNumber = (text: string): number => Number(text.replace(',', '.'))
