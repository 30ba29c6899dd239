import { expect, test } from 'vitest'
import { chartsOf } from '#shared/charts/charts-of.ts'
import { svgOf } from '#shared/charts/drawing.ts'
import { partsOf } from '#shared/protocol/export-parts.ts'
import { withParts } from '#shared/report/parts.ts'
import { lookOf } from '#shared/slides/look.ts'
import { awkwardTexts } from '#test/support/awkward.ts'
import { demoReport } from '#test/support/report-file.ts'

const report = demoReport()
const look = lookOf({ look: 'dark', main: undefined, accent: undefined })

test('[R098] a part that is out has no picture, and without any there is none', () => {
  const names = (parts: string) => chartsOf(withParts(report, partsOf(parts)), look).map(({ name }) => name)
  expect(names('roadmap')).toEqual(['roadmap-answered'])
  expect(names('competition')).toEqual(['competition'])
  expect(names('needs')).toHaveLength(4)
  expect(names('')).toEqual([])
})

test('no text breaks a picture', () => {
  const all = awkwardTexts(120)
  for (let from = 0; from < all.length; from += report.needs.length) {
    const needs = report.needs.map((need, index) => ({ ...need, title: all[from + index] ?? '' }))
    for (const chart of chartsOf({ ...report, needs }, look)) {
      const between = svgOf(chart).replace(/<\/?[a-z]+(?: [A-Za-z-]+="[^"<]*")*\/?>/g, '')
      expect([chart.name, /<|&(?!(?:amp|lt|gt|quot);)/.exec(between)?.[0]]).toEqual([chart.name, undefined])
    }
  }
})

test('[U1] before customers are heard nothing in a picture is ink', () => {
  const guesses = {
    ...report,
    needs: report.needs.map((need) => ({ ...need, customers: null, customersRank: null })),
    grid: null,
  }
  const [chart] = chartsOf(guesses, look)
  expect(chart?.marks.filter((mark) => mark.is === 'disc')).not.toHaveLength(0)
  expect(chart?.marks.filter((mark) => mark.is === 'disc' && mark.fill === look.ink)).toEqual([])
})
