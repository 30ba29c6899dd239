/** A slide as the file will have it, drawn from the same data; everything is measured in the width of the picture. */
import type { CSSProperties, ReactNode } from 'react'
import { SlideBars } from '#client/features/export/slide-bars.tsx'
import { place, points, wide } from '#client/features/export/slide-place.ts'
import { type LogoPicture, logoAddress } from '#client/lib/logo-picture.ts'
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
      return <SlideBars series={object.series} bars={object.at} />
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
