/** The function-balanced average (method C1): three marketers do not outvote two from service. */
import type { WeightsResult } from '#shared/rounds/weights-result.ts'
import { largestRemainder } from '#shared/statistics/rounding.ts'

interface Balanced {
  readonly mean: number
  /** Whole points; those of all needs add up to 100. */
  readonly shown: number
}

/** By need; null where not every function shows figures of its own. */
export function balancedMeans({ functionBalanced }: WeightsResult): ReadonlyMap<string, Balanced> | null {
  if (!functionBalanced || functionBalanced.length === 0) return null
  const shown = largestRemainder(functionBalanced.map(({ mean }) => mean))
  return new Map(
    functionBalanced.map(({ needId, mean }, index) => [needId, { mean, shown: shown[index] ?? 0 }]),
  )
}

/** Differences below this are none. */
const EQUAL_WITHIN = 1e-9

/** The heaviest two needs that change places when every function counts the same, the new first one first. */
export function swappedByBalance(result: WeightsResult): readonly [string, string] | null {
  const balanced = balancedMeans(result)
  if (!balanced) return null
  const needs = result.perNeed
    .map(({ needId, title, mean }) => ({
      title,
      plain: mean ?? 0,
      balanced: balanced.get(needId)?.mean ?? 0,
    }))
    .sort((a, b) => b.plain - a.plain)
  for (const [index, first] of needs.entries()) {
    const second = needs
      .slice(index + 1)
      .find((one) => first.plain - one.plain > EQUAL_WITHIN && one.balanced - first.balanced > EQUAL_WITHIN)
    if (second) return [second.title, first.title]
  }
  return null
}
