/** A slide as the file will have it, drawn from the same data; everything is measured in the width of the picture. */
import type { CSSProperties, ReactNode } from 'react'
import { type LogoPicture, logoAddress } from '#client/lib/logo-picture.ts'
import { PAGE } from '#shared/slides/deck.ts'
import {
  coverFrame,
  coverMarks,
  logoBox,
  plateBox,
  sheetFrame,
  titleBox,
  titleSize,
} from '#shared/slides/frame.ts'
import type {
  BarBox,
  BarSeries,
  Box,
  CellStyle,
  Run,
  RunStyle,
  ShapeBox,
  ShapeName,
  Sheet,
  SlideCell,
  SlideObject,
  TableBox,
  TextBox,
} from '#shared/slides/sheet.ts'
import type { Slides } from '#shared/slides/slides-of.ts'
import styles from './slides.module.css'

/** Of the width of the picture, from inches or points. */
const wide = (inches: number): string => `${((inches / PAGE.w) * 100).toFixed(3)}cqw`
const points = (size: number): string => wide(size / 72)
const place = ({ x, y, w, h }: Box): CSSProperties => ({
  left: wide(x),
  top: wide(y),
  width: wide(w),
  height: wide(h),
})
const faces: Readonly<Record<string, string>> = {
  Calibri: 'Calibri, Carlito, var(--font-text)',
  Georgia: 'Georgia, var(--font-quote)',
}

interface Drawn {
  readonly slides: Slides
  readonly logo: LogoPicture | null
}

export function CoverPicture({ slides, logo }: Drawn) {
  const { cover, look } = slides
  const { onMain, main, accent, highlight } = look
  return (
    <div className={styles.slide} style={{ background: `#${main}`, color: `#${onMain}` }}>
      <Shape shape="rect" at={{ ...coverFrame.stroke, fill: { color: accent } }} />
      <Logo logo={logo} room={coverFrame.logo} isOnDark={onMain === 'FFFFFF' || look.isDark} />
      <Shape shape="rect" at={{ ...coverMarks.stroke, fill: { color: highlight } }} />
      <Shape
        shape="ellipse"
        at={{ ...coverMarks.ring, fill: { color: main }, line: { color: onMain, width: 2.5 } }}
      />
      <Shape
        shape="ellipse"
        at={{ ...coverMarks.disc, fill: { color: '2A2FCB' }, line: { color: onMain, width: 1 } }}
      />
      <Text
        runs={[{ text: cover.title }]}
        at={{ ...coverFrame.title, fontSize: 40, bold: true, valign: 'bottom' }}
      />
      <Text
        runs={cover.lines.map((text) => ({ text, options: { breakLine: true } }))}
        at={{ ...coverFrame.lines, fontSize: 18, valign: 'top' }}
      />
    </div>
  )
}

export function SlidePicture({ slides, logo, sheet, number }: Drawn & { sheet: Sheet; number: number }) {
  const { look, foot } = slides
  const { paper, text, quiet, hair, accent } = look
  return (
    <div className={styles.slide} style={{ background: `#${paper}`, color: `#${text}` }}>
      <Shape shape="rect" at={{ ...sheetFrame.stroke, fill: { color: accent } }} />
      <Logo logo={logo} room={sheetFrame.logo} isOnDark={look.isDark} />
      <Text
        runs={[{ text: sheet.title }]}
        at={{ ...titleBox(logo), fontSize: titleSize(sheet.title), bold: true, valign: 'middle' }}
      />
      {sheet.objects.map((object, index) => (
        <Drawing key={`${object.is}-${String(index)}`} object={object} />
      ))}
      <Shape shape="line" at={{ ...sheetFrame.rule, line: { color: hair, width: 0.75 } }} />
      <Text runs={[{ text: foot }]} at={{ ...sheetFrame.foot, fontSize: 10, color: quiet }} />
      <div
        className={styles.number}
        style={{ ...place(sheetFrame.number), fontSize: points(10), color: `#${quiet}` }}
      >
        {number}
      </div>
    </div>
  )
}

function Logo({ logo, room, isOnDark }: { logo: LogoPicture | null; room: Box; isOnDark: boolean }) {
  if (!logo) return null
  const box = logoBox(logo, room)
  return (
    <>
      {isOnDark && <Shape shape="rect" at={{ ...plateBox(box), fill: { color: 'FFFFFF' } }} />}
      <img className={styles.object} style={place(box)} src={logoAddress(logo)} alt="" />
    </>
  )
}

function Drawing({ object }: { readonly object: SlideObject }): ReactNode {
  switch (object.is) {
    case 'text':
      return <Text runs={object.runs} at={object.at} />
    case 'shape':
      return <Shape shape={object.shape} at={object.at} />
    case 'table':
      return <Cells rows={object.rows} at={object.at} />
    case 'bars':
      return <Bars series={object.series} bars={object.at} />
  }
}

function runStyle({ fontFace, fontSize, bold, italic, color }: RunStyle): CSSProperties {
  return {
    ...(fontFace !== undefined && { fontFamily: faces[fontFace] ?? fontFace }),
    ...(fontSize !== undefined && { fontSize: points(fontSize) }),
    ...(bold !== undefined && { fontWeight: bold ? 700 : 400 }),
    ...(italic && { fontStyle: 'italic' }),
    ...(color !== undefined && { color: `#${color}` }),
  }
}

const ends = { top: 'flex-start', middle: 'center', bottom: 'flex-end' } as const

function Text({ runs, at }: { readonly runs: readonly Run[]; readonly at: TextBox }) {
  const { valign = 'top', ...style } = at
  return (
    <div
      className={styles.text}
      data-fit={at.fit}
      style={{ ...place(at), fontSize: points(18), ...runStyle(style), justifyContent: ends[valign] }}
    >
      <Paragraphs runs={runs} />
    </div>
  )
}

/** A run that breaks the line ends its paragraph. */
function Paragraphs({ runs }: { readonly runs: readonly Run[] }) {
  const paragraphs: Run[][] = [[]]
  for (const run of runs) {
    paragraphs.at(-1)?.push(run)
    if (run.options?.breakLine) paragraphs.push([])
  }
  return paragraphs
    .filter((paragraph) => paragraph.length > 0)
    .map((paragraph, index) => {
      const { paraSpaceBefore = 0, paraSpaceAfter = 0 } = paragraph[0]?.options ?? {}
      const space = { marginTop: points(paraSpaceBefore), marginBottom: points(paraSpaceAfter) }
      return (
        <p key={`p-${String(index)}`} style={space}>
          {paragraph.map(({ text, options = {} }, at) => (
            <span key={`r-${String(at)}`} style={runStyle(options)}>
              {text}
            </span>
          ))}
        </p>
      )
    })
}

function Shape({ shape, at }: { readonly shape: ShapeName; readonly at: ShapeBox }) {
  const { fill, line } = at
  const stroke =
    line && `${points(line.width)} ${line.dashType === 'dash' ? 'dashed' : 'solid'} #${line.color}`
  const look: CSSProperties =
    shape === 'line'
      ? { borderTop: stroke, height: 0 }
      : {
          border: stroke,
          background: fill && `#${fill.color}`,
          borderRadius: shape === 'ellipse' ? '50%' : 0,
        }
  return <div className={styles.object} style={{ ...place(at), ...look }} />
}

function Cells({ rows, at }: { readonly rows: readonly (readonly SlideCell[])[]; readonly at: TableBox }) {
  const { x, y, w, colW, fontFace, fontSize, rule } = at
  const whole = { left: wide(x), top: wide(y), width: wide(w), gridTemplateColumns: colW.map(wide).join(' ') }
  const cellStyle = ({ fill, ...style }: CellStyle): CSSProperties => ({
    ...runStyle(style),
    ...(fill && { background: `#${fill.color}` }),
    borderBottom: `${points(0.75)} solid #${rule}`,
  })
  return (
    <div className={styles.cells} style={{ ...whole, ...runStyle({ fontFace, fontSize }) }}>
      {rows.flatMap((row, line) =>
        row.map(({ text, options }, column) => (
          <div
            key={`${String(line)}-${String(column)}`}
            style={{ ...cellStyle(options), gridColumn: column + 1, gridRow: line + 1 }}
          >
            <Paragraphs runs={typeof text === 'string' ? [{ text }] : text} />
          </div>
        )),
      )}
    </div>
  )
}

/** As the program would draw its own chart, but for its axes. */
function Bars({ series, bars }: { readonly series: readonly BarSeries[]; readonly bars: BarBox }) {
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
