/** What recharts draws at each place of a strip plot. Guesses are hollow, always: the one way is `FunctionShape`. */
import type { CSSProperties } from 'react'
import type { ScatterShapeProps } from 'recharts'
import {
  MEAN_BAR_BOTTOM,
  MEAN_BAR_TOP,
  MEAN_LINE,
  RANGE_PADDING,
} from '#client/features/weigh/strip-layout.ts'
import { FunctionShape } from '#client/ui/function-glyph.tsx'
import { TruthMark, UnknownMark } from '#client/ui/marks.tsx'
import styles from './strip-plot.module.css'

interface Place {
  readonly x: number
  readonly y: number
  /** Row, from the top. */
  readonly index: number
}

export type PlotPoint =
  | (Place & { readonly kind: 'range'; readonly pixels: number })
  | (Place & { readonly kind: 'mean'; readonly shown: number; readonly isLifted: boolean })
  | (Place & { readonly kind: 'median' })
  | (Place & {
      readonly kind: 'guess'
      readonly dy: number
      readonly shapeOf: string
      /** Which function drops in when. */
      readonly turn: number
      readonly isFaded: boolean
      readonly informed: boolean
      /** The one the arrow keys have come to. */
      readonly isCurrent: boolean
    })
  | (Place & {
      readonly kind: 'end'
      readonly functions: { readonly x: number; readonly text: string } | null
      readonly unsure: { readonly x: number; readonly text: string } | null
    })

const SHAPE_SIZE = 21
const HALO_RADIUS = 13
const RANGE_HALF_HEIGHT = 17
const BASELINE = 4.5
/** Below the range, so that it never crosses the mean's bar. */
const MEDIAN_NOTCH = 'l4 7h-8z'

type Of<K extends PlotPoint['kind']> = Extract<PlotPoint, { kind: K }>

/** The point and its place in pixels, if it is of that kind. */
function placed<K extends PlotPoint['kind']>({ cx, cy, payload }: ScatterShapeProps, kind: K) {
  const point = payload as PlotPoint | undefined
  if (cx === undefined || cy === undefined || point?.kind !== kind) return null
  return { cx, cy, point: point as Of<K> }
}

export function RangeShape(props: ScatterShapeProps) {
  const at = placed(props, 'range')
  if (!at) return <g />
  return (
    <rect
      className={styles.range}
      x={at.cx - RANGE_PADDING}
      y={at.cy - RANGE_HALF_HEIGHT}
      width={at.point.pixels + 2 * RANGE_PADDING}
      height={2 * RANGE_HALF_HEIGHT}
      rx={RANGE_HALF_HEIGHT}
    />
  )
}

export function MeanShape(props: ScatterShapeProps) {
  const at = placed(props, 'mean')
  if (!at) return <g />
  const { cx, cy, point } = at
  return (
    <g className={styles.mean}>
      <path className={styles.meanBar} d={`M${cx} ${cy + MEAN_BAR_TOP}V${cy + MEAN_BAR_BOTTOM}`} />
      <text
        className={`${styles.meanNumber} ${point.isLifted ? styles.onSheet : ''}`}
        x={cx}
        y={cy + MEAN_LINE}
        textAnchor="middle"
      >
        {point.shown}
      </text>
    </g>
  )
}

/** The middle guess: a hollow notch under the range. */
export function MedianShape(props: ScatterShapeProps) {
  const at = placed(props, 'median')
  if (!at) return <g />
  return <path className={styles.median} d={`M${at.cx} ${at.cy + RANGE_HALF_HEIGHT + 2}${MEDIAN_NOTCH}`} />
}

export function GuessShape(props: ScatterShapeProps) {
  const at = placed(props, 'guess')
  if (!at) return <g />
  const { cx, point } = at
  const cy = at.cy + point.dy
  return (
    <g
      className={`${styles.guess} ${point.isFaded ? styles.faded : ''}`}
      style={{ '--turn': point.turn } as CSSProperties}
    >
      {point.isCurrent && (
        <>
          <circle className={styles.halo} cx={cx} cy={cy} r={HALO_RADIUS} />
          <circle className={styles.pen} cx={cx} cy={cy} r={HALO_RADIUS} />
        </>
      )}
      <FunctionShape name={point.shapeOf} cx={cx} cy={cy} size={SHAPE_SIZE} />
      {point.informed && <TruthMark cx={cx} cy={cy} r={2.5} />}
    </g>
  )
}

export function EndLabelShape(props: ScatterShapeProps) {
  const at = placed(props, 'end')
  if (!at) return <g />
  const { cx, cy, point } = at
  return (
    <g className={styles.ends}>
      {point.functions && (
        <text x={cx + point.functions.x} y={cy + BASELINE}>
          {point.functions.text}
        </text>
      )}
      {point.unsure && (
        <>
          <UnknownMark cx={cx + point.unsure.x + 9} cy={cy} r={9} />
          <text x={cx + point.unsure.x + 26} y={cy + BASELINE}>
            {point.unsure.text}
          </text>
        </>
      )}
    </g>
  )
}
