/** What the revealed marks show, computed from the published cells and the weights of the same round (method C2 to C4). */
import type { MarksResult } from '#shared/rounds/marks-result.ts'
import type { WeightsResult } from '#shared/rounds/weights-result.ts'
import { MIN_MARKS, type NeedWeight, weightedScores } from '#shared/statistics/competition.ts'

export type CellResult = MarksResult['cells'][number]

/** From how many "I don't know" on a cell carries its tag. */
export const MANY_UNKNOWN = 3
/** Share of marks next to the median from which a cell is agreed. */
const AGREED_FROM = 0.75
const MOST_DISPUTED = 3

export const cellOf = ({ cells }: Pick<MarksResult, 'cells'>, needId: string, optionId: string) =>
  cells.find((cell) => cell.needId === needId && cell.optionId === optionId)

/** Cells the room is furthest apart on: not agreed, widest spread first (R038). */
export function disputedCells({ cells }: Pick<MarksResult, 'cells'>): CellResult[] {
  return cells
    .filter(({ n, withinOne }) => n >= MIN_MARKS && (withinOne ?? 1) < AGREED_FROM)
    .sort((a, b) => (b.sd ?? 0) - (a.sd ?? 0))
    .slice(0, MOST_DISPUTED)
}

interface FunctionMark {
  readonly name: string
  readonly mean: number
}

/** Averages of the functions that marked a cell, by name; none where the round keeps functions secret. */
export function functionMeans({ values }: CellResult): FunctionMark[] {
  const byName = new Map<string, number[]>()
  for (const { value, function: name } of values) {
    if (name !== null) byName.set(name, [...(byName.get(name) ?? []), value])
  }
  return [...byName]
    .map(([name, marks]) => ({ name, mean: marks.reduce((all, mark) => all + mark, 0) / marks.length }))
    .sort((a, b) => a.name.localeCompare(b.name))
}

/** Functions that are shown by themselves on some cell, in alphabetical order. */
export const functionsOf = ({ cells }: Pick<MarksResult, 'cells'>): string[] =>
  [...new Set(cells.flatMap((cell) => functionMeans(cell).map(({ name }) => name)))].sort((a, b) =>
    a.localeCompare(b),
  )

/** The functions with the lowest and the highest average on a cell, where the round shows functions at all. */
export function functionsApart(cell: CellResult): readonly [FunctionMark, FunctionMark] | null {
  const means = functionMeans(cell).sort((a, b) => a.mean - b.mean)
  const lowest = means[0]
  const highest = means.at(-1)
  return lowest && highest && lowest.mean < highest.mean ? [lowest, highest] : null
}

/**
 * On how many needs our mean is above that of every other column with enough marks; null when on no need we and
 * another one have enough.
 */
export function needsWon(
  result: MarksResult,
  needIds: readonly string[],
  optionIds: readonly string[],
  usId: string,
): number | null {
  const compared = needIds.flatMap((needId) => {
    const known = (optionId: string) => {
      const cell = cellOf(result, needId, optionId)
      return cell && cell.n >= MIN_MARKS ? cell.mean : null
    }
    const ours = known(usId)
    const others = optionIds.flatMap((id) => (id === usId ? [] : (known(id) ?? [])))
    return ours === null || others.length === 0 ? [] : [others.every((mean) => ours > mean)]
  })
  return compared.length === 0 ? null : compared.filter((isAhead) => isAhead).length
}

/** Unknown marks by column, most first; columns everyone could mark are left out. */
export function unknownByOption({ cells }: MarksResult): { optionId: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { optionId, unknown } of cells) counts.set(optionId, (counts.get(optionId) ?? 0) + unknown)
  return [...counts]
    .map(([optionId, count]) => ({ optionId, count }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
}

export interface Total {
  readonly optionId: string
  /** Out of 10; null below 70 % cover. */
  readonly score: number | null
  readonly why: 'no-weights' | 'too-few-marks' | null
  /** Needs whose cell has enough marks, of all needs. */
  readonly marked: number
  readonly all: number
  /** Equal totals share a rank; null without a total. */
  readonly rank: number | null
}

export function totalsOf(
  { cells }: Pick<MarksResult, 'cells'>,
  weights: readonly NeedWeight[],
  optionIds: readonly string[],
): Total[] {
  const scores = weightedScores(cells, weights)
  const known = scores.flatMap(({ score }) => score ?? [])
  return optionIds.map((optionId) => {
    const found = scores.find((one) => one.optionId === optionId)
    const score = found?.score ?? null
    const own = cells.filter((cell) => cell.optionId === optionId)
    return {
      optionId,
      score,
      why: found ? found.why : 'too-few-marks',
      marked: own.filter(({ n }) => n >= MIN_MARKS).length,
      all: own.length,
      rank: score === null ? null : 1 + known.filter((other) => other > score + EQUAL_WITHIN).length,
    }
  })
}

const EQUAL_WITHIN = 1e-9

/** Needs by weight, most first; in the order of the round while there are no weights. */
export function needsByWeight<T extends { readonly id: string }>(
  needs: readonly T[],
  weights: WeightsResult | null,
): T[] {
  const of = (id: string) => weights?.perNeed.find(({ needId }) => needId === id)?.mean ?? 0
  return [...needs].sort((a, b) => of(b.id) - of(a.id))
}
