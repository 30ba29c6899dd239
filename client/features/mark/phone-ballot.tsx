/**
 * The ballot for a hand (07c): one need at a time, the columns under each other, a pad of eleven marks and "?". A tap
 * marks and goes on by itself. After the last need comes what else belongs to the ballot; sealing is always there.
 */
import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  countMarks,
  type Mark,
  markOf,
  sealedWithMarks,
  withMark,
} from '#client/features/mark/ballot-value.ts'
import { BeforeSealing } from '#client/features/mark/before-sealing.tsx'
import type { BallotProps } from '#client/features/mark/own-marks.tsx'
import { SealMarks } from '#client/features/mark/seal-marks.tsx'
import { useKinds } from '#client/features/mark/use-options.ts'
import { useSwipe } from '#client/lib/use-swipe.ts'
import { useVisualViewport } from '#client/round/use-visual-viewport.ts'
import { Icon } from '#client/ui/icon.tsx'
import { MarkPad } from '#client/ui/mark-pad.tsx'
import typography from '#client/ui/type.module.css'
import type { Subject } from '#shared/rounds/kind.ts'
import type { MarksBallot } from '#shared/rounds/marks.ts'
import styles from './phone-ballot.module.css'

export function PhoneBallot(props: BallotProps) {
  const { needs, columns, usId, ballot, edit, onSeal, isSealing } = props
  const { t } = useTranslation('mark')
  const [at, setAt] = useState({ need: 0, column: 0 })
  const [said, setSaid] = useState('')
  const section = useRef<HTMLElement>(null)
  useVisualViewport(section)
  const need = needs[at.need]
  const goTo = (to: number) => setAt({ need: Math.min(Math.max(to, 0), needs.length), column: 0 })
  const swipe = useSwipe((by) => goTo(at.need + by))
  const option = columns[at.column]
  const put = (mark: Mark) => {
    if (!need || !option) return
    edit((now) => withMark(now, { needId: need.id, optionId: option.id }, mark))
    setSaid(
      mark === null
        ? t('ballot.saidUnknown', { option: option.title })
        : t('ballot.saidMarked', { option: option.title, mark }),
    )
    if (at.column < columns.length - 1) setAt({ ...at, column: at.column + 1 })
    else goTo(at.need + 1)
  }
  const counted = countMarks(
    ballot,
    columns.map(({ id }) => id),
    needs.map(({ id }) => id),
  )
  return (
    <section ref={section} className={styles.ballot} {...swipe}>
      <Steps at={at.need} needs={needs} ballot={ballot} onGo={goTo} />
      {need && option ? (
        <>
          <header>
            <h1 className={styles.need}>{need.title}</h1>
            <p className={typography.lead}>{t('phone.ask')}</p>
          </header>
          {at.need === 0 && props.start}
          <ul className={styles.options}>
            {columns.map((one, index) => (
              <OptionRow
                key={one.id}
                option={one}
                isUs={one.id === usId}
                isCurrent={index === at.column}
                mark={markOf(ballot, { needId: need.id, optionId: one.id })}
                onChoose={() => setAt({ ...at, column: index })}
              />
            ))}
          </ul>
          <p className={styles.hint}>{t('phone.hint')}</p>
        </>
      ) : (
        <BeforeSealing {...props} counted={counted} />
      )}
      <p className={typography.hidden} role="status">
        {said}
      </p>
      <div className={styles.bar}>
        {need && option && (
          <MarkPad
            label={option.title}
            value={markOf(ballot, { needId: need.id, optionId: option.id })}
            onMark={put}
            size="touch"
          />
        )}
        <div className={styles.seal}>
          <p className={typography.meta}>
            {t('ballot.marked', { marked: counted.marked, all: counted.all })}
            {props.problem && (
              <span className={styles.problem} role="alert">
                {props.problem}
              </span>
            )}
          </p>
          <SealMarks isSealing={isSealing} onSeal={() => onSeal(sealedWithMarks(ballot))} />
        </div>
      </div>
    </section>
  )
}

function Steps(props: {
  readonly at: number
  readonly needs: readonly Subject[]
  readonly ballot: MarksBallot
  readonly onGo: (to: number) => void
}) {
  const { at, needs, ballot, onGo } = props
  const { t } = useTranslation('mark')
  const isAnswered = (needId: string) =>
    Object.values(ballot.marks).some((column) => Object.hasOwn(column, needId))
  return (
    <nav className={styles.steps} aria-label={t('phone.progress')}>
      <div className={styles.ways}>
        <button type="button" className={styles.way} aria-disabled={at === 0} onClick={() => onGo(at - 1)}>
          <Icon of={ChevronLeft} />
          {t('phone.back')}
        </button>
        <span aria-live="polite">
          {at < needs.length ? t('phone.need', { number: at + 1, count: needs.length }) : t('phone.last')}
        </span>
        <button
          type="button"
          className={styles.way}
          aria-disabled={at === needs.length}
          onClick={() => onGo(at + 1)}
        >
          {t('phone.next')}
          <Icon of={ChevronRight} />
        </button>
      </div>
      <div className={styles.segments} aria-hidden="true">
        {needs.map(({ id }, index) => (
          <i key={id} className={index === at ? styles.here : isAnswered(id) ? styles.answered : undefined} />
        ))}
      </div>
    </nav>
  )
}

function OptionRow(props: {
  readonly option: Subject
  readonly isUs: boolean
  readonly isCurrent: boolean
  readonly mark: Mark
  readonly onChoose: () => void
}) {
  const { option, isUs, isCurrent, mark, onChoose } = props
  const { t } = useTranslation('mark')
  const kind = useKinds()(option.id)
  const row = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView?.({ block: 'nearest' })
  }, [isCurrent])
  const classes = [styles.option, isCurrent && styles.current, isUs && styles.us]
  return (
    <li>
      <button
        ref={row}
        type="button"
        className={classes.filter(Boolean).join(' ')}
        aria-current={isCurrent ? 'true' : undefined}
        onClick={onChoose}
      >
        <span className={styles.name}>
          {option.title}
          {kind !== 'competitor' && <small>{t(kind)}</small>}
        </span>
        {mark === null ? (
          <span className={styles.unknown}>
            <b aria-hidden="true">?</b>
            <span className={typography.hidden}>{t('ballot.unknown')}</span>
          </span>
        ) : (
          <b className={styles.mark}>{mark}</b>
        )}
      </button>
    </li>
  )
}
