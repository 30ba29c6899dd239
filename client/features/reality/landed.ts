/** How many of our 100 points lay where customers put theirs; by itself the nearest function, if functions are shown. */
import type { GapModel } from '#client/features/reality/gap-model.ts'
import type { WeightsResult } from '#shared/rounds/weights-result.ts'
import { pointDistance } from '#shared/statistics/distance.ts'

export interface Landed {
  readonly points: number
  /** The same for a ballot that gives every need of the guess equally much. */
  readonly equal: number
  readonly nearest: { readonly name: string; readonly points: number } | null
}

/** Null below five customers, or where somebody's guess is missing. */
export function landed(model: GapModel, result: WeightsResult): Landed | null {
  const { theirs, isEnough } = model
  if (!isEnough) return null
  const truths = theirs.map(({ customers }) => customers ?? 0)
  const nearTo = (guesses: ReadonlyMap<string, number>) =>
    100 -
    pointDistance(
      theirs.map(({ needId }) => guesses.get(needId) ?? 0),
      truths,
    )
  const means = new Map(
    result.perNeed.flatMap(({ needId, mean }) => (mean === null ? [] : [[needId, mean] as const])),
  )
  if (means.size < result.perNeed.length) return null
  const equal = new Map(result.perNeed.map(({ needId }) => [needId, 100 / result.perNeed.length]))
  const groups = result.byFunction
    .filter(({ show, perNeed }) => show === 'figures' && perNeed.every(({ mean }) => mean !== null))
    .map(({ function: name, perNeed }) => ({
      name,
      points: nearTo(new Map(perNeed.map(({ needId, mean }) => [needId, mean ?? 0]))),
    }))
    .sort((a, b) => b.points - a.points)
  return {
    points: nearTo(means),
    equal: nearTo(equal),
    nearest: groups.length > 1 ? (groups[0] ?? null) : null,
  }
}
