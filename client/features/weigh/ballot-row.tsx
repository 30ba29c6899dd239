/**
 * One need of a ballot: slider, stepper and the "I don't know" mark. The number field is the row's stop for the
 * keyboard and says everything to a screen reader; slider and buttons do the same for a hand.
 */
import Minus from 'lucide-react/icons/minus'
import Plus from 'lucide-react/icons/plus'
import { type KeyboardEvent, type Ref, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { type EditBallot, toggleUnsure, withPoints } from '#client/features/weigh/ballot-value.ts'
import { behindWords } from '#client/features/weigh/informed-words.ts'
import { left, pointsOf, slide, step, TOTAL, takeRest, type } from '#client/lib/points.ts'
import { Icon } from '#client/ui/icon.tsx'
import { InlineUnknown } from '#client/ui/inline-marks.tsx'
import { StepperButton } from '#client/ui/stepper-button.tsx'
import type { Theirs } from '#shared/reality/theirs.ts'
import type { Subject } from '#shared/rounds/kind.ts'
import type { WeightsBallot } from '#shared/rounds/weights.ts'
import styles from './ballot.module.css'

export interface BallotRowProps {
  readonly need: Subject
  readonly number: number
  readonly ids: readonly string[]
  readonly ballot: WeightsBallot
  readonly edit: EditBallot
  /** What customers gave it, on a ballot that may see it. */
  readonly theirs: Theirs | null
  readonly isCurrent: boolean
  /** It has the focus, or was touched: Safari gives a tapped button no focus. */
  readonly onFocus: () => void
  /** Enter: on to the next need; Shift Enter: back. */
  readonly onMove: (by: 1 | -1) => void
  readonly onConfidence: () => void
  readonly fieldRef: Ref<HTMLInputElement>
}

export function BallotRow(props: BallotRowProps) {
  const { need, number, ids, ballot, edit, theirs, isCurrent, onFocus } = props
  const { t } = useTranslation('weigh')
  const titleId = useId()
  const value = pointsOf(ballot.points, need.id)
  const isUnsure = ballot.unsure.includes(need.id)
  const spoken = useSpoken(props, value, isUnsure)
  const change = (by: number) => edit((now) => withPoints(now, step(now.points, ids, need.id, by)))
  return (
    <li
      className={`${styles.row} ${isCurrent ? styles.current : ''}`}
      onFocus={onFocus}
      onPointerDown={onFocus}
    >
      <fieldset aria-labelledby={titleId} className={styles.rowGrid}>
        <span className={styles.need}>
          <i className={styles.number}>{number}</i>
          <span>
            <span id={titleId}>{need.title}</span>
            {theirs && <Behind theirs={theirs} />}
          </span>
        </span>
        <PointsSlider {...props} titleId={titleId} value={value} isUnsure={isUnsure} spoken={spoken} />
        <div className={`${styles.stepper} ${isUnsure ? styles.unsureStepper : ''}`}>
          <StepperButton
            label={t('ballot.fewer', { need: need.title })}
            className={`${styles.stepButton} ${styles.minus}`}
            onStep={(size) => change(-size)}
          >
            <Icon of={Minus} size="1rem" />
          </StepperButton>
          <PointsField {...props} titleId={titleId} value={value} isUnsure={isUnsure} spoken={spoken} />
          <StepperButton
            label={t('ballot.more', { need: need.title })}
            className={`${styles.stepButton} ${styles.plus}`}
            onStep={change}
          >
            <Icon of={Plus} size="1rem" />
          </StepperButton>
        </div>
        <label className={`${styles.unsure} ${isUnsure ? styles.isUnsure : ''}`}>
          <input
            type="checkbox"
            tabIndex={-1}
            checked={isUnsure}
            aria-label={t('ballot.unsureFor', { need: need.title })}
            onChange={() => edit((now) => toggleUnsure(now, need.id))}
          />
          <span className={styles.unsureWords} aria-hidden="true">
            {t('ballot.unsure')}
            {isUnsure && <small>{value > 0 ? t('ballot.unsureKeeps') : t('ballot.unsureNote')}</small>}
          </span>
          <span className={styles.unsureShort} aria-hidden="true">
            ?
          </span>
        </label>
      </fieldset>
    </li>
  )
}

/** "25 of 100, 15 remaining", after the name of the need (SC-3c). */
function useSpoken({ ids, ballot }: BallotRowProps, value: number, isUnsure: boolean): string {
  const { t } = useTranslation('weigh')
  const count = left(ballot.points, ids)
  const rest = count >= 0 ? t('ballot.remaining', { count }) : t('ballot.tooManySpoken', { count: -count })
  return t(isUnsure ? 'ballot.rowSpokenUnsure' : 'ballot.rowSpoken', { value, rest })
}

interface PartProps extends BallotRowProps {
  readonly titleId: string
  readonly value: number
  readonly isUnsure: boolean
  readonly spoken: string
}

/** Customers' points in words; hatched where nobody was asked for any. */
function Behind({ theirs }: { readonly theirs: Theirs }) {
  const { t } = useTranslation('secondLook')
  const words = behindWords(t, theirs)
  return words === null ? (
    <small className={styles.behind}>
      <InlineUnknown /> {t('informed.behindNone')}
    </small>
  ) : (
    <small className={styles.behindInk}>{words}</small>
  )
}

/** Their bar in its band behind the slider; of fewer than five single answers. */
function TheirBar({ theirs: { mean, half, values } }: { readonly theirs: Theirs }) {
  if (mean === null || half === null)
    return values.map((value, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: customers of one need, in their order
      <i key={index} className={styles.theirDot} style={{ left: `${value}%` }} />
    ))
  const from = Math.max(0, mean - half)
  return (
    <>
      <i
        className={styles.theirBand}
        style={{ left: `${from}%`, width: `${Math.min(100, mean + half) - from}%` }}
      />
      <i className={styles.theirBar} style={{ left: `${mean}%` }} />
    </>
  )
}

const ticks = [25, 50, 75, 100] as const

/** Stops at what is left. Typing is the way past it. */
function PointsSlider({ need, ids, edit, theirs, value, isUnsure, titleId, spoken }: PartProps) {
  return (
    <div className={`${styles.slider} ${isUnsure ? styles.unsureSlider : ''}`}>
      {theirs && <TheirBar theirs={theirs} />}
      <span className={styles.track} />
      {ticks.map((at) => (
        <span key={at} className={styles.tick} style={{ left: `${at}%` }} />
      ))}
      <span className={styles.bar} style={{ width: `${value}%` }} />
      <input
        type="range"
        min={0}
        max={TOTAL}
        value={value}
        tabIndex={-1}
        aria-labelledby={titleId}
        aria-valuetext={spoken}
        onChange={(event) => {
          const to = event.target.valueAsNumber
          edit((now) => withPoints(now, slide(now.points, ids, need.id, to)))
        }}
      />
    </div>
  )
}

function PointsField(props: PartProps) {
  const { need, ballot, edit, value, isUnsure, titleId, spoken, fieldRef } = props
  return (
    <input
      ref={fieldRef}
      className={styles.field}
      type="text"
      role="spinbutton"
      inputMode="numeric"
      autoComplete="off"
      enterKeyHint="next"
      maxLength={3}
      aria-labelledby={titleId}
      aria-valuemin={0}
      aria-valuemax={TOTAL}
      aria-valuenow={value}
      aria-valuetext={spoken}
      placeholder={isUnsure ? '?' : '0'}
      value={ballot.points[need.id] ?? ''}
      onFocus={(event) => event.target.select()}
      onKeyDown={(event) => onKey(event, props)}
      onChange={(event) => {
        const text = event.target.value
        edit((now) => withPoints(now, type(now.points, need.id, text) ?? now.points))
      }}
    />
  )
}

function onKey(event: KeyboardEvent, { need, ids, edit, onMove, onConfidence }: PartProps): void {
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey
  if (!plain || event.nativeEvent.isComposing) return
  const by = (size: number) => edit((now) => withPoints(now, step(now.points, ids, need.id, size)))
  const keys: Readonly<Record<string, () => void>> = {
    ArrowUp: () => by(event.shiftKey ? 5 : 1),
    ArrowDown: () => by(event.shiftKey ? -5 : -1),
    PageUp: () => by(10),
    PageDown: () => by(-10),
    Home: () => edit((now) => withPoints(now, slide(now.points, ids, need.id, 0))),
    End: () => edit((now) => withPoints(now, takeRest(now.points, ids, need.id))),
    '=': () => edit((now) => withPoints(now, takeRest(now.points, ids, need.id))),
    '?': () => edit((now) => toggleUnsure(now, need.id)),
    c: onConfidence,
    C: onConfidence,
    Enter: () => onMove(event.shiftKey ? -1 : 1),
  }
  const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined
  if (!act) return
  event.preventDefault()
  act()
}
