/**
 * Figures of functions without exposing persons (method C2). Functions too small to be shown are joined until no group is:
 * then everything published treats the people of a group alike, and whoever knows their own ballot can still swap two
 * others in it. Arrows for a function of two are left out: they tell each of the two what the other gave.
 */
import type { OfFunction } from '#shared/statistics/disagreement.ts'
import { mean, sum } from '#shared/statistics/summary.ts'

export interface FunctionGroup {
  /** Names of the functions in it, alphabetical; more than one when joined. */
  readonly functions: readonly string[]
  /** Ballots with values in the group. */
  readonly n: number
  /** `merged`: figures of functions joined because one alone is too small. `hidden`: nothing but n. */
  readonly show: 'figures' | 'merged' | 'hidden'
}

interface Counted {
  readonly functions: readonly string[]
  readonly n: number
}

/**
 * Groups of functions and what each may show, alphabetical: figures from `minSize` ballots (3, or 2 when all agreed); the
 * smallest below that is joined with the next smallest, again and again. A function whose people all abstained has 0
 * ballots and is joined too: left out, it would name who abstained. Hidden: all together are too few.
 */
export function functionGroups(sizes: ReadonlyMap<string, number>, minSize: number): FunctionGroup[] {
  const groups = joinSmall(
    [...sizes].map(([name, n]) => ({ functions: [name], n })),
    minSize,
  )
  return groups.sort(byName).map((group) => ({
    ...group,
    show: group.n < minSize ? 'hidden' : group.functions.length > 1 ? 'merged' : 'figures',
  }))
}

function joinSmall(groups: readonly Counted[], minSize: number): Counted[] {
  const [smallest, next, ...rest] = [...groups].sort(bySize)
  if (!smallest || !next || smallest.n >= minSize) return [...groups]
  const functions = [...smallest.functions, ...next.functions].sort(compare)
  return joinSmall([{ functions, n: smallest.n + next.n }, ...rest], minSize)
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const byName = (a: Counted, b: Counted) => compare(a.functions[0] ?? '', b.functions[0] ?? '')
const bySize = (a: Counted, b: Counted) => a.n - b.n || byName(a, b)

/** How many of the ballots with values each function has; 0 where all abstained. */
export function functionSizes(
  given: readonly Pick<OfFunction, 'functionName'>[],
  abstained: readonly Pick<OfFunction, 'functionName'>[] = [],
): Map<string, number> {
  const sizes = new Map(abstained.map(({ functionName }) => [functionName, 0]))
  for (const { functionName } of given) sizes.set(functionName, (sizes.get(functionName) ?? 0) + 1)
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
