/** All pictures of a report: those that have something to show. */
import type { Drawing } from '#shared/charts/drawing.ts'
import { ballotsChart, needsChart, orderChart, sureChart } from '#shared/charts/needs-charts.ts'
import { gridChart, roadmapChart } from '#shared/charts/other-charts.ts'
import type { Report } from '#shared/report/report.ts'
import type { Look } from '#shared/slides/look.ts'

const all = [needsChart, orderChart, sureChart, ballotsChart, gridChart, roadmapChart] as const

export const chartsOf = (report: Report, look: Look): Drawing[] =>
  all.flatMap((chart) => chart(report, look) ?? [])
