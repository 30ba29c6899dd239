/**
 * Figures of functions without exposing persons (method C2): who shows figures, who arrows, who is joined with another.
 * What is given here together with the mean of all must never let anyone compute a function that shows no figures.
 */
import type { OfFunction } from '#shared/statistics/disagreement.ts'
import { mean, sum } from '#shared/statistics/summary.ts'

/** From this tilt on, in points, an arrow points up or down. */
const ARROW_FROM = 5

export interface FunctionGroup {
  /** Names of the functions in it, alphabetical; more than one when joined. */
  readonly functions: readonly string[]
  /** Ballots of the group. */
  readonly n: number
  /** `merged`: figures of functions joined because one alone had a single ballot. `hidden`: nothing but n. */
  readonly show: 'figures' | 'arrows' | 'merged' | 'hidden'
}

interface Counted {
  readonly functions: readonly string[]
  readonly n: number
}

/**
 * Groups of functions and what each may show: figures from `minSize` ballots (3, or 2 when all agreed), below that arrows;
 * a single ballot is joined with the smallest other function; if exactly one group is without figures, the next
 * smallest gets arrows too, since the mean of all minus the rest would give it away. Alphabetical.
 */
export function functionGroups(sizes: ReadonlyMap<string, number>, minSize: number): FunctionGroup[] {
  const groups = joinSingles(
    [...sizes].map(([name, n]) => ({ functions: [name], n })).filter(({ n }) => n > 0),
  )
  if (groups.length === 1 && groups[0]?.n === 1) return [{ ...groups[0], show: 'hidden' }]
  const without = new Set(groups.filter((group) => group.n < minSize))
  if (without.size === 1) {
    const next = groups.filter((group) => !without.has(group)).sort(bySize)[0]
    if (next) without.add(next)
  }
  return groups.sort(byName).map((group) => ({
    ...group,
    show: without.has(group) ? 'arrows' : group.functions.length > 1 ? 'merged' : 'figures',
  }))
}

function joinSingles(groups: readonly Counted[]): Counted[] {
  const [smallest, next, ...rest] = [...groups].sort(bySize)
  if (!smallest || !next || smallest.n > 1) return [...groups]
  const functions = [...smallest.functions, ...next.functions].sort(compare)
  return joinSingles([{ functions, n: smallest.n + next.n }, ...rest])
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const byName = (a: Counted, b: Counted) => compare(a.functions[0] ?? '', b.functions[0] ?? '')
const bySize = (a: Counted, b: Counted) => a.n - b.n || byName(a, b)

/** How many ballots each function has. */
export function functionSizes(ballots: readonly OfFunction[]): Map<string, number> {
  const sizes = new Map<string, number>()
  for (const { functionName } of ballots) sizes.set(functionName, (sizes.get(functionName) ?? 0) + 1)
  return sizes
}

/**
 * Tilt of a group, need by need, in points: its mean minus the mean of everybody else, -100 to 100.
 * Null without a ballot inside or outside.
 */
export function tilts(ballots: readonly OfFunction[], functions: readonly string[]): number[] | null {
  const inside = meanPoints(ballots.filter((one) => functions.includes(one.functionName)))
  const outside = meanPoints(ballots.filter((one) => !functions.includes(one.functionName)))
  if (!inside || !outside) return null
  return inside.map((value, need) => value - (outside[need] ?? 0))
}

export function arrow(tilt: number): 'up' | 'down' | 'level' {
  return tilt >= ARROW_FROM ? 'up' : tilt <= -ARROW_FROM ? 'down' : 'level'
}

/** Mean points by need (method C1), adding up to 100; null without ballots. */
export function meanPoints(ballots: readonly { readonly points: readonly number[] }[]): number[] | null {
  const first = ballots[0]
  if (!first) return null
  return first.points.map((_, need) => sum(ballots.map((one) => one.points[need] ?? 0)) / ballots.length)
}

/** Mean of the functions' means, so that a large function does not outvote a small one (method C1); null without ballots. */
export function functionBalancedMean(ballots: readonly OfFunction[]): number[] | null {
  const means = [...functionSizes(ballots).keys()]
    .sort(compare)
    .map((name) => meanPoints(ballots.filter((one) => one.functionName === name)))
    .filter((points) => points !== null)
  return means[0]?.map((_, need) => mean(means.map((points) => points[need] ?? 0)) ?? 0) ?? null
}
