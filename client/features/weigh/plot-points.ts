/** Everything a strip plot draws, in the units of its axes: x in points, y in pixels from the top of the first row. */
import { axisEnd, axisTicks, endLabels, reachOf, stack } from '#client/features/weigh/strip-layout.ts'
import { type FunctionChip, type StripRow, shapeOf } from '#client/features/weigh/strip-rows.ts'
import type { PlotPoint } from '#client/features/weigh/strip-shapes.tsx'
import type { MarkAt } from '#client/features/weigh/walk-marks.ts'

/** Free space beside the axis, and above a row for the need's name where there is no room beside it. */
export const WIDE = { left: 14, right: 150, titleHeight: 0 } as const
export const NARROW = { left: 12, right: 14, titleHeight: 46 } as const

export interface PlotView {
  readonly width: number
  readonly frame: typeof WIDE | typeof NARROW
  readonly onlyFunction: string | null
  readonly informed: boolean
  readonly current: MarkAt | null
}

interface Plot {
  readonly end: number
  readonly ticks: readonly number[]
  /** Height of each row, and of all of them. */
  readonly heights: readonly number[]
  readonly height: number
  readonly ranges: readonly PlotPoint[]
  readonly means: readonly PlotPoint[]
  readonly medians: readonly PlotPoint[]
  readonly guesses: readonly PlotPoint[]
  readonly ends: readonly PlotPoint[]
  /** Needs whose tag for those who did not know fits in the row. */
  readonly unsureInRow: ReadonlySet<string>
}

export function plotPoints(rows: readonly StripRow[], chips: readonly FunctionChip[], view: PlotView): Plot {
  const { width, frame, onlyFunction, informed, current } = view
  const end = axisEnd(rows.flatMap(({ values }) => values))
  const pixelsPerPoint = Math.max(1, width - frame.left - frame.right) / end
  const ranges: PlotPoint[] = []
  const means: PlotPoint[] = []
  const guesses: PlotPoint[] = []
  const ends: PlotPoint[] = []
  const medians: PlotPoint[] = []
  const unsureInRow = new Set<string>()
  const heights: number[] = []
  let top = 0
  for (const [index, row] of rows.entries()) {
    const marks = stack(row.values, { pixelsPerPoint, mean: row.mean })
    const { above, below } = reachOf(marks)
    const y = top + frame.titleHeight + above
    heights.push(frame.titleHeight + above + below)
    top = y + below
    const at = { y, index }
    ranges.push({ ...at, kind: 'range', x: row.min, pixels: (row.max - row.min) * pixelsPerPoint })
    means.push({ ...at, kind: 'mean', x: row.mean, shown: row.shown, isLifted: false })
    medians.push({ ...at, kind: 'median', x: row.median })
    for (const [place, mark] of marks.entries()) {
      guesses.push({
        ...at,
        kind: 'guess',
        x: mark.value,
        dy: mark.dy,
        shapeOf: shapeOf(mark.functionName, chips),
        turn: Math.max(
          0,
          chips.findIndex(({ label }) => label === mark.functionName),
        ),
        isFaded: onlyFunction !== null && mark.functionName !== onlyFunction,
        informed,
        isCurrent: current?.row === index && current.mark === place,
      })
    }
    const room = width - frame.left
    const labels = endLabels(row.values, row.unsureText, { pixelsPerPoint, room })
    if (labels.unsureX !== null) unsureInRow.add(row.needId)
    ends.push({
      ...at,
      kind: 'end',
      x: 0,
      functions: labels.functions,
      unsure: labels.unsureX === null || !row.unsureText ? null : { x: labels.unsureX, text: row.unsureText },
    })
  }
  return {
    end,
    ticks: axisTicks(end, end * pixelsPerPoint),
    heights,
    height: top,
    ranges,
    means,
    medians,
    guesses,
    ends,
    unsureInRow,
  }
}
