/** Figures of one cell of the competitor grid (method C2): marks 0 to 10, unknown counted apart, never as a number. */
import { median, type Summary, summarize } from '#shared/statistics/summary.ts'

export interface CellFigures extends Summary {
  /** Ballots that say "I do not know" here. */
  readonly unknown: number
  /** Share of marks at most 1 away from the median, 0 to 1; "agreed" from 0.75. Null without marks. */
  readonly withinOne: number | null
}

export function cellFigures(marks: readonly (number | null)[]): CellFigures {
  const known = marks.filter((mark) => mark !== null)
  return { ...summarize(known), unknown: marks.length - known.length, withinOne: withinOne(known) }
}

function withinOne(marks: readonly number[]): number | null {
  const centre = median(marks)
  if (centre === null) return null
  return marks.filter((mark) => Math.abs(mark - centre) <= 1).length / marks.length
}
