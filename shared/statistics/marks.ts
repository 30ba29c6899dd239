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

/** Standard deviation from which a cell's marks part company, over half the scale (5 marks): 1 and 1.5 marks. */
const SOME_FROM = 0.2
const DISAGREE_ABOVE = 0.3
const HALF_SCALE = 5

/** How far the marks of a cell lie apart, in a word (AN-2a); null below two marks. Agreement is not accuracy. */
export function spreadWord(sd: number | null): 'agree' | 'some' | 'disagree' | null {
  if (sd === null) return null
  const spread = sd / HALF_SCALE
  return spread < SOME_FROM ? 'agree' : spread <= DISAGREE_ABOVE ? 'some' : 'disagree'
}

/** Cells with at least 3 marks that differ at all, widest spread first; equal spreads keep their order. */
export function mostDisputed<C extends Pick<CellFigures, 'n' | 'sd'>>(cells: readonly C[]): C[] {
  return cells
    .filter(({ n, sd }) => n >= 3 && sd !== null && sd > 0)
    .sort((a, b) => (b.sd ?? 0) - (a.sd ?? 0))
}
