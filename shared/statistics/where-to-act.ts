/** Where work pays (method C8): importance to customers against their marks for us and for the best other. */

export interface NeedForAction {
  readonly needId: string
  /** Customers' mean points, 0 to 100. */
  readonly importance: number
  /** Customers' mean mark for us, 0 to 10; null when too few gave one. */
  readonly mark: number | null
  /** Best mean mark among the others; null when none has one. */
  readonly bestOther: number | null
  /** Half-widths of importance and mark, for the cross; null when no interval is given. */
  readonly importanceHalfWidth: number | null
  readonly markHalfWidth: number | null
}

export type Quadrant = 'repair' | 'keep' | 'low-and-weak' | 'low-and-strong'

export interface ActFigures {
  readonly needId: string
  /** Points of importance we fail to earn: C·(10 − M)/10. */
  readonly shortfall: number | null
  /** The same against the best other: C·max(0, other − us)/10. */
  readonly behindBest: number | null
  /** Importance and performance (Martilla and James 1977). */
  readonly quadrant: Quadrant | null
  /** The point's cross touches a line: the quadrant may be another. */
  readonly isOnTheLine: boolean
  /** In the manner of Ulwick's opportunity score; without his thresholds, which belong to surveys of a hundred. */
  readonly opportunityInManner: number | null
}

/** Mark at which performance is drawn as strong; always printed beside the quadrants. */
export const PERFORMANCE_LINE = 7

/** `needs` are all needs with a customers' mean; the importance line lies at the equal share, 100 / k. */
export function whereToAct(
  needs: readonly NeedForAction[],
  performanceLine: number = PERFORMANCE_LINE,
): ActFigures[] {
  const line = 100 / needs.length
  const most = Math.max(0, ...needs.map(({ importance }) => importance))
  return needs.map((need) => {
    const { needId, importance, mark, bestOther } = need
    if (mark === null) return { needId, ...nothingSaid }
    const scaled = most === 0 ? 0 : (10 * importance) / most
    return {
      needId,
      shortfall: (importance * (10 - mark)) / 10,
      behindBest: bestOther === null ? null : (importance * Math.max(0, bestOther - mark)) / 10,
      quadrant: quadrantOf(importance > line, mark > performanceLine),
      isOnTheLine:
        Math.abs(importance - line) <= (need.importanceHalfWidth ?? 0) ||
        Math.abs(mark - performanceLine) <= (need.markHalfWidth ?? 0),
      opportunityInManner: scaled + Math.max(scaled - mark, 0),
    }
  })
}

const nothingSaid = {
  shortfall: null,
  behindBest: null,
  quadrant: null,
  isOnTheLine: false,
  opportunityInManner: null,
} as const

function quadrantOf(isHigh: boolean, isStrong: boolean): Quadrant {
  if (isHigh) return isStrong ? 'keep' : 'repair'
  return isStrong ? 'low-and-strong' : 'low-and-weak'
}
