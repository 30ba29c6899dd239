/** Pictures of the charts: SVG with text as text, to work on; PNG in three sizes, the same on every device. */
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { Outlines } from '#server/exports/charts/outlines.ts'
import { openFonts } from '#server/exports/pdf/fonts.ts'
import { zipped } from '#server/exports/zip.ts'
import { chartsOf } from '#shared/charts/charts-of.ts'
import { type Drawing, SCALE, svgOf } from '#shared/charts/drawing.ts'
import { madeWords, words } from '#shared/report/file-words.ts'
import type { Report } from '#shared/report/report.ts'
import { type LookChosen, lookOf } from '#shared/slides/look.ts'

/** Pixels a point of a screen. */
const SIZES = [1, 2, 3] as const

export async function writeReportCharts(report: Report, chosen: LookChosen): Promise<Uint8Array> {
  const charts = chartsOf(report, lookOf(chosen))
  const files: Record<string, Uint8Array> = { 'charts.txt': Buffer.from(listOf(report, charts)) }
  const letters = charts.flatMap(({ marks }) =>
    marks.flatMap((mark) => (mark.is === 'text' ? mark.text : [])),
  )
  const outlines = new Outlines(await openFonts(letters.join('')))
  for (const chart of charts) {
    files[`svg/${chart.name}.svg`] = Buffer.from(svgOf(chart))
    const picture = await loadImage(Buffer.from(svgOf(chart, outlines.of)))
    const pictures = SIZES.map(async (size) => {
      const canvas = createCanvas(
        Math.round(chart.width * SCALE * size),
        Math.round(chart.height * SCALE * size),
      )
      canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height)
      return [`png/${chart.name}@${size}x.png`, await canvas.encode('png')] as const
    })
    for (const [path, png] of await Promise.all(pictures)) files[path] = png
  }
  return zipped(files, report.meta.exportedAt)
}

/** What each picture says, for those who cannot see it, and what is left out of all. */
function listOf({ title, sealed, meta, responseRate }: Report, charts: readonly Drawing[]): string {
  const state = meta.state === 'final' ? words.final : words.draft
  return [
    title,
    `${state}. ${responseRate}. ${madeWords(meta.exportedAt, meta.exportedBy, meta.appVersion)}`,
    ...sealed,
    ...(charts.length === 0 ? [words.nothingYet] : []),
    ...charts.flatMap((chart) => ['', `${chart.name}: ${chart.title}`, chart.says]),
    '',
  ].join('\n')
}
