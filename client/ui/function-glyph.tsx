/**
 * Functions: shape, colour and name, always together. Hollow in charts (a guess), solid in avatars, chips and
 * labels (an identity). `FunctionShape` is an SVG group, `FunctionGlyph` the inline form.
 */
import styles from './function-glyph.module.css'
import { type FunctionKind, functionKind } from './function-kind.ts'

/** Corners on a field of 14 by 14, around its middle; circle and square are drawn by themselves. */
const corners: Record<Exclude<FunctionKind, 'marketing' | 'sales'>, string> = {
  service: '7,1.6 12.5,11.2 1.5,11.2',
  product: '7,1 13,7 7,13 1,7',
  finance: '7,1.4 12.3,5.3 10.3,11.5 3.7,11.5 1.7,5.3',
  other: '7,1.4 11.8,4.2 11.8,9.8 7,12.6 2.2,9.8 2.2,4.2',
}

function Outline({ kind, className }: { readonly kind: FunctionKind; readonly className: string }) {
  if (kind === 'marketing') return <circle className={className} cx="7" cy="7" r="4.75" />
  if (kind === 'sales') return <rect className={className} x="2.6" y="2.6" width="8.8" height="8.8" />
  return <polygon className={className} points={corners[kind]} />
}

/** Class that sets `--f`, the function's colour, for borders and texts of a container. */
export function functionColor(name: string): string {
  return styles[functionKind(name)] ?? ''
}

/** A function's mark at a point of a chart; hollow unless `solid`. `size` is the side of its field. */
export function FunctionShape(props: {
  readonly name: string
  readonly cx: number
  readonly cy: number
  readonly size?: number
  readonly solid?: boolean
}) {
  const { name, cx, cy, size = 18, solid = false } = props
  const kind = functionKind(name)
  const scale = size / 14
  return (
    <g className={styles[kind]} transform={`translate(${cx - size / 2} ${cy - size / 2}) scale(${scale})`}>
      <Outline kind={kind} className={(solid ? styles.solid : styles.hollow) ?? ''} />
    </g>
  )
}

export function FunctionGlyph({ name, size }: { readonly name: string; readonly size?: string }) {
  const kind = functionKind(name)
  return (
    <svg
      className={`${styles.glyph} ${styles[kind]}`}
      style={size === undefined ? undefined : { width: size, height: size }}
      viewBox="0 0 14 14"
      aria-hidden="true"
    >
      <Outline kind={kind} className={styles.solid ?? ''} />
    </svg>
  )
}

/** The same hollow, for a figure that is a guess. */
export function HollowGlyph({ name }: { readonly name: string }) {
  return (
    <svg className={styles.glyph} viewBox="0 0 14 14" aria-hidden="true">
      <FunctionShape name={name} cx={7} cy={7} size={14} />
    </svg>
  )
}

export function FunctionLabel({ name }: { readonly name: string }) {
  return (
    <span className={styles.label}>
      <FunctionGlyph name={name} />
      {name}
    </span>
  )
}
