/**
 * How the options of the grid compare under a list of weights (method C4): weighted scores, where a lead comes from,
 * and what would overturn it. Pure; screens and the analysis call the same functions with the published cells of a
 * marks round and the published means of the weights round of the same number, or with the customers' figures.
 */
import { sum } from '#shared/statistics/summary.ts'

/** A cell with fewer marks takes no part in a score. */
export const MIN_MARKS = 3
/** Share of the weight that must be marked before there is a score or a lead. */
export const MIN_COVER = 0.7
/** Sums of weights and marks closer than this are equal. */
const EQUAL_WITHIN = 1e-9

/** A cell of the grid: mean mark 0 to 10 of `n` marks; null without any. */
export interface CellMean {
  readonly needId: string
  readonly optionId: string
  readonly n: number
  readonly mean: number | null
}

/** Points of a need, 0 to 100; null counts as 0. `perNeed` of a weights result is a list of these. */
export interface NeedWeight {
  readonly needId: string
  readonly mean: number | null
}

export interface OptionScore {
  readonly optionId: string
  /** Weighted mean mark, 0 to 10; null below 70 % cover. */
  readonly score: number | null
  /** Share of the weight that stands on needs whose cell has at least 3 marks, 0 to 1. */
  readonly cover: number
  /** Why there is no score; null when there is one. */
  readonly why: 'no-weights' | 'too-few-marks' | null
}

/**
 * Score of every option in the order in which they first come in `cells` (standard: weighted sum):
 * the sum of weight times mean mark over the sum of weights, over needs whose cell has at least 3 marks.
 */
export function weightedScores(cells: readonly CellMean[], weights: readonly NeedWeight[]): OptionScore[] {
  const all = totalOf(weights)
  return [...new Set(cells.map(({ optionId }) => optionId))].map((optionId) => {
    const marks = marksOf(cells, optionId)
    const marked = weights.filter(({ needId }) => marks.has(needId))
    const weight = totalOf(marked)
    const cover = all > 0 ? weight / all : 0
    const why = all <= 0 ? 'no-weights' : isCovered(cover) ? null : 'too-few-marks'
    const score =
      why === null ? sum(marked.map((one) => pointsOf(one) * (marks.get(one.needId) ?? 0))) / weight : null
    return { optionId, score, cover, why }
  })
}

export interface Contribution {
  readonly needId: string
  /** Marks by which we are ahead on this need, -10 to 10. */
  readonly difference: number
  /** Part of the lead that comes from this need, in marks; these add up to the lead. */
  readonly contribution: number
}

export interface Lead {
  readonly overOptionId: string
  /** Marks by which we are ahead in all, -10 to 10; null when the needs marked for both cover less than 70 %. */
  readonly lead: number | null
  readonly why: 'no-weights' | 'too-few-marks' | null
  /** Needs marked for both, in the order of the weights; empty without a lead. */
  readonly perNeed: readonly Contribution[]
  /** What would overturn it; null without a lead. */
  readonly flip: Flip | null
}

export interface Flip {
  /** Points that would have to move for both to be level; null when no move between two needs changes anything. */
  readonly points: number | null
  readonly fromNeedId: string | null
  readonly toNeedId: string | null
  /** False when the need they come from has fewer points than that. */
  readonly possible: boolean
}

/** Lead of one option over another, on the needs with at least 3 marks for both, with its parts and what overturns it. */
export function leadOver(
  cells: readonly CellMean[],
  weights: readonly NeedWeight[],
  optionId: string,
  overOptionId: string,
): Lead {
  const ours = marksOf(cells, optionId)
  const theirs = marksOf(cells, overOptionId)
  const shared = weights.filter(({ needId }) => ours.has(needId) && theirs.has(needId))
  const all = totalOf(weights)
  const weight = totalOf(shared)
  const why = all <= 0 ? 'no-weights' : isCovered(weight / all) ? null : 'too-few-marks'
  if (why !== null) return { overOptionId, lead: null, why, perNeed: [], flip: null }
  const perNeed = shared.map((one) => {
    const difference = (ours.get(one.needId) ?? 0) - (theirs.get(one.needId) ?? 0)
    return { needId: one.needId, difference, contribution: (pointsOf(one) * difference) / weight }
  })
  const lead = sum(perNeed.map(({ contribution }) => contribution))
  return { overOptionId, lead, why, perNeed, flip: flipOf(lead, perNeed, shared) }
}

/**
 * The fewest points to move between two needs for both options to be level (method C4): from the need that speaks most
 * for whoever leads to the need that speaks least for them. `possible` when that need has so many points.
 * `perNeed` and `weights` are those of the needs marked for both, as `leadOver` gives them.
 */
export function flipOf(
  lead: number,
  perNeed: readonly Pick<Contribution, 'needId' | 'difference'>[],
  weights: readonly NeedWeight[],
): Flip {
  const inOrder = [...perNeed].sort((a, b) => b.difference - a.difference)
  const [most, least] = lead < 0 ? [inOrder.at(-1), inOrder[0]] : [inOrder[0], inOrder.at(-1)]
  const span = most && least ? Math.abs(most.difference - least.difference) : 0
  if (Math.abs(lead) < EQUAL_WITHIN) return { points: 0, fromNeedId: null, toNeedId: null, possible: true }
  if (!most || !least || span < EQUAL_WITHIN)
    return { points: null, fromNeedId: null, toNeedId: null, possible: false }
  const points = (Math.abs(lead) * totalOf(weights)) / span
  const there = pointsOf(weights.find(({ needId }) => needId === most.needId))
  return {
    points,
    fromNeedId: most.needId,
    toNeedId: least.needId,
    possible: points <= there + EQUAL_WITHIN,
  }
}

/**
 * The weights with one need at `points` and all others scaled alike, so that the sum stays (the dragged bar of the
 * sensitivity view). Others that are all 0 share the rest evenly.
 */
export function withWeight(weights: readonly NeedWeight[], needId: string, points: number): NeedWeight[] {
  const all = totalOf(weights)
  const others = weights.filter((one) => one.needId !== needId)
  const held = totalOf(others)
  const target = Math.min(all, Math.max(0, points))
  if (others.length === 0 || others.length === weights.length) return [...weights]
  return weights.map((one) => {
    if (one.needId === needId) return { needId, mean: target }
    const share = held > 0 ? pointsOf(one) / held : 1 / others.length
    return { needId: one.needId, mean: (all - target) * share }
  })
}

/** Mean marks of an option by need, only of cells with enough marks. */
function marksOf(cells: readonly CellMean[], optionId: string): ReadonlyMap<string, number> {
  return new Map(
    cells.flatMap((cell) =>
      cell.optionId === optionId && cell.n >= MIN_MARKS && cell.mean !== null
        ? [[cell.needId, cell.mean] as const]
        : [],
    ),
  )
}

const pointsOf = (one: NeedWeight | undefined): number => one?.mean ?? 0
const totalOf = (weights: readonly NeedWeight[]): number => sum(weights.map(pointsOf))
const isCovered = (cover: number): boolean => cover >= MIN_COVER - EQUAL_WITHIN
