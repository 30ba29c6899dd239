/** The bars of a slide. */
import { place } from '#client/features/export/slide-place.ts'
import type { BarBox, BarSeries } from '#shared/slides/sheet.ts'
import styles from './slides.module.css'

/** As the program would draw its own chart, but for its axes. */
export function SlideBars({
  series,
  bars,
}: {
  readonly series: readonly BarSeries[]
  readonly bars: BarBox
}) {
  const { w, h, way, altText } = bars
  return (
    <svg
      className={styles.object}
      style={place(bars)}
      viewBox={`0 0 ${w * 72} ${h * 72}`}
      role="img"
      aria-label={altText}
    >
      {way === 'lying' ? <Lying series={series} bars={bars} /> : <Stacked series={series} bars={bars} />}
    </svg>
  )
}

interface BarsProps {
  readonly series: readonly BarSeries[]
  readonly bars: BarBox
}

function Lying({ series, bars }: BarsProps) {
  const [only] = series
  if (!only) return null
  const [width, height] = [bars.w * 72, bars.h * 72]
  const most = Math.max(1, ...only.values)
  const row = height / only.values.length
  const left = width * 0.34
  // The first value lies at the bottom.
  return only.labels.map((label, index) => {
    const value = only.values[index] ?? 0
    const y = height - (index + 1) * row
    const long = (value / most) * (width * 0.94 - left)
    return (
      <g key={label} fill={`#${bars.text}`}>
        <text x={left - 8} y={y + row / 2} className={styles.barLabel} fontSize={13}>
          {label}
        </text>
        <rect
          x={left}
          y={y + row * 0.19}
          width={long}
          height={row * 0.62}
          fill={`#${only.colour}`}
          fillOpacity={bars.isHollow ? 0.12 : 1}
          stroke={`#${only.colour}`}
          strokeWidth={1.5}
        />
        <text x={left + long + 6} y={y + row / 2} className={styles.barValue} fontSize={12}>
          {Math.round(value)}
        </text>
      </g>
    )
  })
}

function Stacked({ series, bars }: BarsProps) {
  const [width, height] = [bars.w * 72, bars.h * 72]
  const labels = series[0]?.labels ?? []
  const sums = labels.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0))
  const most = Math.max(1, ...sums)
  const [top, bottom] = [34, height - 24]
  const column = width / Math.max(1, labels.length)
  const scale = (bottom - top) / most
  return (
    <>
      {series.map(({ name, colour }, index) => (
        <g key={name} fill={`#${bars.text}`}>
          <rect x={width / 2 - 190 + index * 140} y={6} width={9} height={9} fill={`#${colour}`} />
          <text x={width / 2 - 176 + index * 140} y={15} fontSize={11}>
            {name}
          </text>
        </g>
      ))}
      <line x1={0} x2={width} y1={bottom} y2={bottom} stroke={`#${bars.hair}`} />
      {labels.map((label, at) => {
        let under = bottom
        return (
          <g key={label}>
            {series.map(({ name, values, colour }) => {
              const tall = (values[at] ?? 0) * scale
              under -= tall
              return (
                <rect
                  key={name}
                  x={column * (at + 0.3)}
                  y={under}
                  width={column * 0.4}
                  height={tall}
                  fill={`#${colour}`}
                />
              )
            })}
            <text
              x={column * (at + 0.5)}
              y={height - 8}
              fontSize={9}
              textAnchor="middle"
              fill={`#${bars.text}`}
            >
              {label}
            </text>
          </g>
        )
      })}
    </>
  )
}
