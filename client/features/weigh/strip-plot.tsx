/**
 * The strip plot of revealed weights (06), in pencil only: hollow shapes are guesses, the bar is their mean, the pale
 * band their range. Axis and places come from recharts, layout from `strip-layout.ts`; labels are text beside it.
 * Lives in its own chunk: a phone's ballot never loads it.
 */
import { type CSSProperties, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { CartesianGrid, Scatter, ScatterChart, XAxis, YAxis } from 'recharts'
import { axisEnd, axisTicks, endLabels, ROW_HEIGHT, stack } from '#client/features/weigh/strip-layout.ts'
import { type FunctionChip, type StripRow, shapeOf } from '#client/features/weigh/strip-rows.ts'
import {
  EndLabelShape,
  GuessShape,
  MeanShape,
  type PlotPoint,
  RangeShape,
} from '#client/features/weigh/strip-shapes.tsx'
import { useMeasured } from '#client/features/weigh/use-measured.ts'
import { InlineUnknown } from '#client/ui/inline-marks.tsx'
import styles from './strip-plot.module.css'

const AXIS_HEIGHT = 30
const WIDE = { left: 14, right: 150, titleHeight: 0 } as const
/** On a phone the need stands above its strip. */
const NARROW = { left: 12, right: 14, titleHeight: 46 } as const
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
  /** Revealed before these eyes: rows appear, shapes drop, bars grow. */
  readonly isFresh: boolean
  readonly sentence: string
}) {
  const { rows, chips, liftedId, onlyFunction, informed, isFresh, sentence } = props
  const { t } = useTranslation('weigh')
  const { ref, width: whole, scale } = useMeasured()
  const isNarrow = whole < NARROW_BELOW
  const titleWidth = Math.min(TITLE_WIDTH.most, Math.round(whole * TITLE_WIDTH.share))
  const width = isNarrow ? whole : whole - titleWidth - APART_WIDTH
  const frame = isNarrow ? NARROW : WIDE
  const rowHeight = ROW_HEIGHT + frame.titleHeight
  const plot = useMemo(
    () => pointsOf(rows, chips, { width, frame, liftedId, onlyFunction, informed }),
    [rows, chips, width, frame, liftedId, onlyFunction, informed],
  )
  const sizes = {
    '--row': `${rowHeight}px`,
    '--axis': `${AXIS_HEIGHT}px`,
    '--title': `${titleWidth}px`,
    '--apart': `${APART_WIDTH}px`,
  } as CSSProperties
  return (
    <div
      ref={ref}
      role="img"
      aria-label={sentence}
      className={`${styles.plot} ${isNarrow ? styles.narrow : ''} ${isFresh ? styles.fresh : ''}`}
      style={{ ...sizes, zoom: scale }}
    >
      <span className={styles.apartHead}>{isNarrow ? '' : t('revealed.apart')}</span>
      <div className={styles.rows}>
        {rows.map(({ needId, title, min, max, isWide, unsureText }, index) => (
          <div
            key={needId}
            className={`${styles.row} ${needId === liftedId ? styles.lifted : ''}`}
            style={{ '--index': index } as CSSProperties}
          >
            <span className={styles.title}>{title}</span>
            <span className={`${styles.apart} ${isWide ? styles.wide : ''}`}>
              {isNarrow ? t('revealed.apartBy', { count: max - min }) : max - min}
            </span>
            {unsureText && !plot.unsureInRow.has(needId) && (
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
            height={AXIS_HEIGHT + rows.length * rowHeight}
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
            <YAxis type="number" dataKey="y" domain={[0, rows.length]} reversed hide />
            <Scatter data={plot.ranges} shape={RangeShape} isAnimationActive={false} />
            <Scatter data={plot.means} shape={MeanShape} isAnimationActive={false} />
            <Scatter data={plot.guesses} shape={GuessShape} isAnimationActive={false} />
            <Scatter data={plot.ends} shape={EndLabelShape} isAnimationActive={false} />
          </ScatterChart>
        )}
      </div>
    </div>
  )
}

interface View {
  readonly width: number
  readonly frame: typeof WIDE | typeof NARROW
  readonly liftedId: string | null
  readonly onlyFunction: string | null
  readonly informed: boolean
}

/** Everything drawn, in the units of the axes: x in points, y in rows; offsets from there in pixels. */
function pointsOf(rows: readonly StripRow[], chips: readonly FunctionChip[], view: View) {
  const { width, frame, liftedId, onlyFunction, informed } = view
  const end = axisEnd(rows.flatMap(({ values }) => values))
  const pixelsPerPoint = Math.max(1, width - frame.left - frame.right) / end
  const middle = (frame.titleHeight + ROW_HEIGHT / 2) / (frame.titleHeight + ROW_HEIGHT)
  const ranges: PlotPoint[] = []
  const means: PlotPoint[] = []
  const guesses: PlotPoint[] = []
  const ends: PlotPoint[] = []
  const unsureInRow = new Set<string>()
  for (const [index, row] of rows.entries()) {
    const y = index + middle
    const at = { y, index, isLifted: row.needId === liftedId }
    ranges.push({ ...at, kind: 'range', x: row.min, pixels: (row.max - row.min) * pixelsPerPoint })
    means.push({ ...at, kind: 'mean', x: row.mean, shown: row.shown })
    for (const mark of stack(row.values, { pixelsPerPoint, mean: row.mean })) {
      guesses.push({
        ...at,
        kind: 'guess',
        x: mark.value,
        dy: mark.dy,
        shapeOf: shapeOf(mark.functionName, chips),
        turn: Math.max(
          0,
          chips.findIndex(({ label }) => label === mark.functionName),
        ),
        isFaded: onlyFunction !== null && mark.functionName !== onlyFunction,
        informed,
      })
    }
    const room = width - frame.left
    const labels = endLabels(row.values, row.unsureText, { pixelsPerPoint, room })
    if (labels.unsureX !== null) unsureInRow.add(row.needId)
    ends.push({
      ...at,
      kind: 'end',
      x: 0,
      functions: labels.functions,
      unsure: labels.unsureX === null || !row.unsureText ? null : { x: labels.unsureX, text: row.unsureText },
    })
  }
  return { end, ticks: axisTicks(end, end * pixelsPerPoint), ranges, means, guesses, ends, unsureInRow }
}
