/** Pictures of charts, read back: SVG by its text, PNG by its size. */
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { writeReportCharts } from '#server/exports/write-charts.ts'
import { demoReport } from '#test/support/report-file.ts'

const look = { look: 'light', main: undefined, accent: undefined } as const
const report = demoReport()

const names = [
  'needs-guess-and-customers',
  'order-ours-and-theirs',
  'how-sure',
  'ballots',
  'competition',
  'roadmap-answered',
]

test('[EX-2a] every chart is there as SVG with text and as PNG in three sizes', async () => {
  const files = unzipSync(await writeReportCharts(report, look))
  expect(Object.keys(files).sort()).toEqual(
    [
      'charts.txt',
      ...names.flatMap((name) => [`svg/${name}.svg`, ...[1, 2, 3].map((size) => `png/${name}@${size}x.png`)]),
    ].sort(),
  )
  for (const name of names) {
    const svg = strFromU8(files[`svg/${name}.svg`] ?? new Uint8Array())
    expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 960 \d/)
    expect(svg).not.toMatch(/href|url\(|<script|NaN|undefined/)
    const [, height = ''] = /viewBox="0 0 960 ([\d.]+)"/.exec(svg) ?? []
    for (const size of [1, 2, 3]) {
      const png = new DataView((files[`png/${name}@${size}x.png`] ?? new Uint8Array()).slice().buffer)
      expect([name, png.getUint32(16), png.getUint32(20)]).toEqual([
        name,
        720 * size,
        Math.round(Number(height) * 0.75 * size),
      ])
    }
  }
  const needs = strFromU8(files['svg/needs-guess-and-customers.svg'] ?? new Uint8Array())
  for (const { title } of report.needs.filter(({ guess }) => guess))
    expect(needs).toContain(title.slice(0, 40))
  expect(needs).toContain('Our guess: 10 of us. Customers: 9.')
  const competition = strFromU8(files['svg/competition.svg'] ?? new Uint8Array())
  expect(competition.match(/>n \d+</g)?.length).toBe(48)
})
