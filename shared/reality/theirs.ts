/** What customers gave a need, as far as so few may be said to have given it: what stands behind a ballot that has seen it. */
import type { Need } from '#shared/board/schema.ts'
import type { Interview } from '#shared/interviews/schema.ts'
import { isCustomer, pointsByNeed } from '#shared/reality/customers.ts'
import { overlookedNeeds } from '#shared/reality/reality.ts'
import { compareWithGuess, pointScale } from '#shared/statistics/comparison.ts'
import { largestRemainder } from '#shared/statistics/rounding.ts'
import { sum } from '#shared/statistics/summary.ts'

export interface Theirs {
  /** Null below three customers with points, or where nobody gave it any because nobody was offered it. */
  readonly mean: number | null
  /** Whole points, which add up as the exact ones do; null below five customers. */
  readonly shown: number | null
  /** Half of the band around the mean; null below five. */
  readonly half: number | null
  /** One value a customer with points. */
  readonly values: readonly number[]
}

/** Of each of these needs, by its id. Those of the guess were offered to customers: no points there are a zero. */
export function theirPoints(
  needIds: readonly string[],
  guessedIds: readonly string[],
  interviews: readonly Interview[],
): ReadonlyMap<string, Theirs> {
  const points = pointsByNeed(interviews.filter(isCustomer), needIds)
  const rows = needIds.map((id) => {
    const given = points.get(id) ?? []
    const isOffered = guessedIds.includes(id) || given.some((value) => value > 0)
    const values = isOffered ? given : []
    const { customers: mean, halfWidth: half } = compareWithGuess(0, values, pointScale, needIds.length)
    return { id, mean, half, values }
  })
  const means = rows.flatMap(({ mean }) => mean ?? [])
  const whole = largestRemainder(means, Math.round(sum(means)))
  let at = 0
  return new Map(
    rows.map(({ id, ...row }) => {
      const rounded = row.mean === null ? null : (whole[at++] ?? null)
      return [id, { ...row, shown: row.half === null ? null : rounded }]
    }),
  )
}

/** The needs of a second look: those of the list, and then those that customers named and nobody of us listed. */
export function needsOfSecondLook(
  listed: readonly Need[],
  onBoard: readonly Need[],
  interviews: readonly Interview[],
): readonly string[] {
  const ids = listed.map(({ id }) => id)
  return [...ids, ...overlookedNeeds(onBoard, ids, interviews).map(({ needId }) => needId)]
}

/** Whether points lie beyond where the customers' average would probably lie; nothing is said below five customers. */
export const isBeyond = (points: number, { mean, half }: Theirs): boolean =>
  mean !== null && half !== null && Math.abs(points - mean) > half
