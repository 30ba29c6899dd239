/**
 * The strip plot of revealed weights (06), in pencil only: hollow shapes are guesses, the bar is their mean, the pale
 * band their range. Axis and places come from recharts, layout from `strip-layout.ts`; labels are text beside it.
 * Lives in its own chunk: a phone's ballot never loads it.
 */
import { type CSSProperties, type KeyboardEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CartesianGrid, Scatter, ScatterChart, XAxis, YAxis } from 'recharts'
import { NARROW, plotPoints, WIDE } from '#client/features/weigh/plot-points.ts'
import type { FunctionChip, StripRow } from '#client/features/weigh/strip-rows.ts'
import {
  EndLabelShape,
  GuessShape,
  MeanShape,
  MedianShape,
  RangeShape,
} from '#client/features/weigh/strip-shapes.tsx'
import { type MarkAt, walkMarks } from '#client/features/weigh/walk-marks.ts'
import { BEATS } from '#client/features/weigh/weight-beats.ts'
import { useMeasured } from '#client/lib/use-measured.ts'
import { InlineUnknown } from '#client/ui/inline-marks.tsx'
import typography from '#client/ui/type.module.css'
import styles from './strip-plot.module.css'

const AXIS_HEIGHT = 30
const NARROW_BELOW = 560
/** Columns beside the drawing: the need, and how far apart. */
const TITLE_WIDTH = { most: 232, share: 0.3 } as const
const APART_WIDTH = 48

export default function StripPlot(props: {
  readonly rows: readonly StripRow[]
  readonly chips: readonly FunctionChip[]
  /** The need that is talked about, lifted onto a sheet. */
  readonly liftedId: string | null
  /** Everything else fades. */
  readonly onlyFunction: string | null
  /** True for a vote after the envelope: rings with an ink core. */
  readonly informed: boolean
  /** How far the reveal is: rows, then guesses, then averages, then the row to talk about. */
  readonly beat: number
  /** That beat has just come: what it brings appears, drops, grows or lifts. */
  readonly isArriving: boolean
  readonly sentence: string
}) {
  const { rows, chips, onlyFunction, informed, beat, isArriving, sentence } = props
  const liftedId = beat >= BEATS.talk ? props.liftedId : null
  const showsGuesses = beat >= BEATS.guesses
  const showsMeans = beat >= BEATS.means
  const { t } = useTranslation('weigh')
  const { ref, width: whole, scale } = useMeasured()
  const isNarrow = whole < NARROW_BELOW
  const titleWidth = Math.min(TITLE_WIDTH.most, Math.round(whole * TITLE_WIDTH.share))
  const width = isNarrow ? whole : whole - titleWidth - APART_WIDTH
  const frame = isNarrow ? NARROW : WIDE
  const [current, setCurrent] = useState<MarkAt | null>(null)
  const plot = useMemo(
    () => plotPoints(rows, chips, { width, frame, onlyFunction, informed, current }),
    [rows, chips, width, frame, onlyFunction, informed, current],
  )
  // Lifting a row changes its number alone: sixty guesses are not drawn again for it.
  const means = useMemo(
    () => plot.means.map((mean) => ({ ...mean, isLifted: rows[mean.index]?.needId === liftedId })),
    [plot, rows, liftedId],
  )
  const walk = (event: KeyboardEvent) => {
    const next = showsGuesses && walkMarks(rows, current, event.key)
    if (!next) return
    event.preventDefault()
    setCurrent(next)
  }
  const sizes = {
    '--axis': `${AXIS_HEIGHT}px`,
    '--title': `${titleWidth}px`,
    '--apart': `${APART_WIDTH}px`,
  } as CSSProperties
  const picture = (
    <div
      ref={ref}
      role="img"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows walk the guesses, each is announced
      tabIndex={0}
      onKeyDown={walk}
      onBlur={() => setCurrent(null)}
      aria-label={sentence}
      className={`${styles.plot} ${isNarrow ? styles.narrow : ''} ${isArriving ? styles.arriving : ''}`}
      data-beat={beat}
      style={{ ...sizes, zoom: scale }}
    >
      <span className={styles.apartHead}>{isNarrow || !showsMeans ? '' : t('revealed.apart')}</span>
      <div className={styles.rows}>
        {rows.map(({ needId, title, min, max, isWide, unsureText }, index) => (
          <div
            key={needId}
            className={`${styles.row} ${needId === liftedId ? styles.lifted : ''}`}
            style={{ '--index': index, '--row': `${plot.heights[index]}px` } as CSSProperties}
          >
            <span className={styles.title}>{title}</span>
            <span className={`${styles.apart} ${isWide && showsMeans ? styles.wide : ''}`}>
              {showsMeans && (isNarrow ? t('revealed.apartBy', { count: max - min }) : max - min)}
            </span>
            {showsGuesses && unsureText && !plot.unsureInRow.has(needId) && (
              <small className={styles.unsure}>
                <InlineUnknown /> {unsureText}
              </small>
            )}
          </div>
        ))}
      </div>
      <div className={styles.chart}>
        {width > 0 && (
          <ScatterChart
            width={width}
            height={AXIS_HEIGHT + plot.height}
            margin={{ top: 0, right: frame.right, bottom: 0, left: frame.left }}
            accessibilityLayer={false}
          >
            <CartesianGrid horizontal={false} stroke="var(--hair)" />
            <XAxis
              type="number"
              dataKey="x"
              orientation="top"
              domain={[0, plot.end]}
              ticks={plot.ticks}
              interval={0}
              height={AXIS_HEIGHT}
              axisLine={false}
              tickLine={false}
              tick={{ fontSize: 13, fill: 'var(--text-3)' }}
              tickFormatter={(value: number) =>
                value === plot.ticks.at(-1) && !isNarrow ? `${value} ${t('revealed.points')}` : String(value)
              }
            />
            <YAxis type="number" dataKey="y" domain={[0, plot.height]} reversed hide />
            {showsMeans && <Scatter data={plot.ranges} shape={RangeShape} isAnimationActive={false} />}
            {showsMeans && <Scatter data={plot.medians} shape={MedianShape} isAnimationActive={false} />}
            {showsMeans && <Scatter data={means} shape={MeanShape} isAnimationActive={false} />}
            {showsGuesses && <Scatter data={plot.guesses} shape={GuessShape} isAnimationActive={false} />}
            {showsGuesses && <Scatter data={plot.ends} shape={EndLabelShape} isAnimationActive={false} />}
          </ScatterChart>
        )}
      </div>
    </div>
  )
  return (
    <>
      {picture}
      <MarkAloud rows={rows} at={current} />
    </>
  )
}

/** Says the guess the arrow keys have come to. */
function MarkAloud({ rows, at }: { readonly rows: readonly StripRow[]; readonly at: MarkAt | null }) {
  const { t } = useTranslation('weigh')
  const row = at && rows[at.row]
  const mark = row?.values[at?.mark ?? 0]
  const words = () => {
    if (!row || !mark) return ''
    const { value, functionName } = mark
    return functionName === null
      ? t('revealed.mark', { need: row.title, count: value })
      : t('revealed.markOf', { need: row.title, count: value, name: functionName })
  }
  return (
    <p role="status" className={typography.hidden}>
      {words()}
    </p>
  )
}
