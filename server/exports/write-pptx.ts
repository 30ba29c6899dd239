/** Slides as a PowerPoint file. Text, tables, charts and shapes are native, so every one of them can be changed. */
import PptxGenJS from 'pptxgenjs'
import type { Logo } from '#server/exports/logo.ts'
import { oneLine } from '#shared/report/clean.ts'
import { words } from '#shared/report/file-words.ts'
import type { Report } from '#shared/report/report.ts'
import { FACE, PAGE } from '#shared/slides/deck.ts'
import {
  coverFrame,
  coverMarks,
  logoBox,
  plateBox,
  sheetFrame,
  titleBox,
  titleSize,
} from '#shared/slides/frame.ts'
import type { Look, LookChosen } from '#shared/slides/look.ts'
import type { BarBox, BarSeries, Box, Sheet, SlideCell, SlideObject, TableBox } from '#shared/slides/sheet.ts'
import { type Slides, slidesOf } from '#shared/slides/slides-of.ts'

type Masters = NonNullable<PptxGenJS.SlideMasterProps['objects']>

export async function writeReportPptx(
  report: Report,
  chosen: LookChosen,
  logo: Logo | null = null,
): Promise<Uint8Array> {
  const slides = slidesOf(report, chosen)
  const pptx = new PptxGenJS()
  pptx.layout = 'LAYOUT_WIDE'
  pptx.title = oneLine(report.title)
  pptx.author = report.meta.exportedBy
  pptx.company = oneLine(report.company)
  pptx.subject = `${words.app} ${report.meta.appVersion}, ${report.meta.exportedAt}`
  pptx.theme = { headFontFace: FACE, bodyFontFace: FACE }
  defineMasters(pptx, slides, logo)
  addCover(pptx, slides)
  for (const sheet of slides.sheets) addSheet(pptx, sheet)
  const file = await pptx.write({ outputType: 'nodebuffer', compression: true })
  if (!(file instanceof Uint8Array)) throw new Error('The slides were not written as bytes.')
  return file
}

function defineMasters(pptx: PptxGenJS, { look, foot }: Slides, logo: Logo | null): void {
  const { paper, main, onMain, text, quiet, hair, accent } = look
  pptx.defineSlideMaster({
    title: 'TITLE',
    background: { color: main },
    objects: [
      { rect: { ...coverFrame.stroke, fill: { color: accent } } },
      ...logoObjects(logo, coverFrame.logo, onMain === 'FFFFFF' || look.isDark),
      placeholder('title', coverFrame.title, { color: onMain, fontSize: 40, bold: true, valign: 'bottom' }),
      placeholder('body', coverFrame.lines, { color: onMain, fontSize: 18, valign: 'top' }),
    ],
  })
  pptx.defineSlideMaster({
    title: 'CONTENT',
    background: { color: paper },
    margin: PAGE.margin,
    slideNumber: { ...sheetFrame.number, color: quiet, fontFace: FACE, fontSize: 10, align: 'right' },
    objects: [
      { rect: { ...sheetFrame.stroke, fill: { color: accent } } },
      ...logoObjects(logo, sheetFrame.logo, look.isDark),
      placeholder('title', titleBox(logo), { color: text, fontSize: 26, bold: true, valign: 'middle' }),
      { line: { ...sheetFrame.rule, line: { color: hair, width: 0.75 } } },
      {
        text: {
          text: foot,
          options: { ...sheetFrame.foot, fontSize: 10, color: quiet, fontFace: FACE, margin: 0 },
        },
      },
    ],
  })
}

function logoObjects(logo: Logo | null, room: Box, isOnDark: boolean): Masters {
  if (!logo) return []
  const box = logoBox(logo, room)
  const data = `${logo.media};base64,${Buffer.from(logo.bytes).toString('base64')}`
  return [
    ...(isOnDark ? [{ rect: { ...plateBox(box), fill: { color: 'FFFFFF' } } }] : []),
    { image: { ...box, data } },
  ]
}

function placeholder(
  name: 'title' | 'body',
  at: Box,
  style: { color: string; fontSize: number; bold?: boolean; valign: 'top' | 'middle' | 'bottom' },
): { placeholder: { options: PptxGenJS.PlaceholderProps; text: string } } {
  const options = { name, type: name, ...at, ...style, align: 'left', fontFace: FACE, margin: 0 }
  return { placeholder: { options: options as PptxGenJS.PlaceholderProps, text: '' } }
}

function addCover(pptx: PptxGenJS, { cover, look }: Slides): void {
  const slide = pptx.addSlide({ masterName: 'TITLE' })
  slide.addText(cover.title, { placeholder: 'title' })
  slide.addText(
    cover.lines.map((text) => ({ text, options: { breakLine: true } })),
    { placeholder: 'body' },
  )
  addMarks(slide, look)
  slide.addNotes(cover.notes)
}

/** A hollow ring, a stroke of highlighter, a solid disc: what the whole thing is about. */
function addMarks(slide: PptxGenJS.Slide, { highlight, onMain, main }: Look): void {
  const { ring, stroke, disc } = coverMarks
  slide.addShape('rect', { ...stroke, fill: { color: highlight } })
  slide.addShape('ellipse', { ...ring, fill: { color: main }, line: { color: onMain, width: 2.5 } })
  slide.addShape('ellipse', { ...disc, fill: { color: '2A2FCB' }, line: { color: onMain, width: 1 } })
}

function addSheet(pptx: PptxGenJS, sheet: Sheet): void {
  const slide = pptx.addSlide({ masterName: 'CONTENT' })
  slide.addText(sheet.title, { placeholder: 'title', fontSize: titleSize(sheet.title) })
  for (const object of sheet.objects) addObject(slide, object)
  if (sheet.notes.length > 0) slide.addNotes(sheet.notes.join('\n'))
}

function addObject(slide: PptxGenJS.Slide, object: SlideObject): void {
  if (object.is === 'text') slide.addText(object.runs as PptxGenJS.TextProps[], object.at)
  else if (object.is === 'shape') slide.addShape(object.shape, object.at)
  else if (object.is === 'bars') addBars(slide, object.series, object.at)
  else addTable(slide, object.rows, object.at)
}

function addTable(
  slide: PptxGenJS.Slide,
  rows: readonly (readonly SlideCell[])[],
  { rule, colW, ...at }: TableBox,
): void {
  const line = { type: 'solid', color: rule, pt: 0.75 } as const
  const none = { type: 'none' } as const
  slide.addTable(rows as unknown as PptxGenJS.TableRow[], {
    ...at,
    colW: [...colW],
    valign: 'middle',
    margin: [0.04, 0.08, 0.04, 0.08],
    border: [none, none, line, none],
  })
}

function addBars(slide: PptxGenJS.Slide, series: readonly BarSeries[], bars: BarBox): void {
  const { x, y, w, h, way, isHollow, text, quiet, hair, altText } = bars
  const data = series.map(({ name, labels, values }) => ({ name, labels: [...labels], values: [...values] }))
  const common = {
    x,
    y,
    w,
    h,
    altText,
    chartColors: series.map(({ colour }) => colour),
    catAxisLabelColor: text,
    catAxisLabelFontFace: FACE,
  }
  const [first] = series
  slide.addChart(
    'bar',
    data,
    way === 'lying'
      ? {
          ...common,
          barDir: 'bar',
          barGapWidthPct: 60,
          ...(isHollow && { chartColorsOpacity: 12, dataBorder: { pt: 1.5, color: first?.colour ?? text } }),
          showValue: true,
          showLegend: false,
          dataLabelColor: text,
          dataLabelFormatCode: '0',
          catAxisLabelFontSize: 13,
          valAxisHidden: true,
          valGridLine: { style: 'none' },
        }
      : {
          ...common,
          barDir: 'col',
          barGrouping: 'stacked',
          showLegend: true,
          legendPos: 't',
          legendColor: text,
          legendFontFace: FACE,
          catAxisLabelFontSize: 11,
          valAxisLabelColor: quiet,
          valAxisLabelFontSize: 10,
          valAxisMajorUnit: 1,
          valGridLine: { color: hair, size: 0.5 },
        },
  )
}
