/**
 * The same question after the answers: what the room guessed, what it gives now, and what customers gave. A ballot that
 * has seen the answers is no guess: it gets no verdict, only how much of it now lies where customers put theirs.
 */
import type { Interview } from '#shared/interviews/schema.ts'
import { hasPoints, isCustomer } from '#shared/reality/customers.ts'
import { isBeyond, type Theirs, theirPoints } from '#shared/reality/theirs.ts'
import type { ByFunction, WeightsResult } from '#shared/rounds/weights-result.ts'
import { pointDistance } from '#shared/statistics/distance.ts'
import { MIN_FOR_INTERVAL } from '#shared/statistics/interval.ts'

export interface LookRow {
  readonly needId: string
  readonly title: string
  /** Mean and whole points of the guess; null where the need was not on its list, or nobody gave points. */
  readonly before: Given | null
  readonly after: Given | null
  readonly theirs: Theirs
}

interface Given {
  readonly mean: number
  readonly shown: number
}

export interface Landed {
  readonly before: number
  readonly after: number
}

export interface Holding {
  readonly row: LookRow
  /** The function that lies furthest out, where its figures are shown. */
  readonly furthest: { readonly name: string; readonly mean: number } | null
}

export interface SecondLook {
  /** Customers with points. */
  readonly n: number
  readonly rows: readonly LookRow[]
  /** Of 100 points, how many lie where customers put theirs; null below five customers or without ballots. */
  readonly landed: Landed | null
  readonly byFunction: readonly (Landed & { readonly name: string })[]
  /** Needs where the room still lies beyond the customers' band, furthest first. */
  readonly holding: readonly Holding[]
}

/** Needs in the order of the customers, those without their points last. */
export function secondLook(
  before: WeightsResult,
  after: WeightsResult,
  interviews: readonly Interview[],
): SecondLook {
  const titles = new Map([...before.perNeed, ...after.perNeed].map(({ needId, title }) => [needId, title]))
  const ids = [...titles.keys()]
  const guessed = before.perNeed.map(({ needId }) => needId)
  const theirs = theirPoints(ids, guessed, interviews)
  const n = interviews.filter(isCustomer).filter(hasPoints).length
  const [then, now] = [given(before), given(after)]
  const rows = ids
    .map((needId): LookRow => {
      return {
        needId,
        title: titles.get(needId) ?? '',
        before: then.get(needId) ?? null,
        after: now.get(needId) ?? null,
        theirs: theirs.get(needId) ?? { mean: null, shown: null, half: null, values: [] },
      }
    })
    .sort(
      (a, b) => (b.theirs.mean ?? -1) - (a.theirs.mean ?? -1) || (b.after?.mean ?? 0) - (a.after?.mean ?? 0),
    )
  const nearTo = (means: ReadonlyMap<string, number>) =>
    100 -
    pointDistance(
      ids.map((id) => means.get(id) ?? 0),
      ids.map((id) => theirs.get(id)?.mean ?? 0),
    )
  const isEnough = n >= MIN_FOR_INTERVAL
  const means = (of: ReadonlyMap<string, Given>) => new Map([...of].map(([id, { mean }]) => [id, mean]))
  return {
    n,
    rows,
    landed:
      isEnough && then.size > 0 && now.size > 0
        ? { before: nearTo(means(then)), after: nearTo(means(now)) }
        : null,
    byFunction: isEnough
      ? shownFunctions(after).flatMap((group) => {
          const earlier = shownFunctions(before).find((one) => one.function === group.function)
          if (!earlier) return []
          return [{ name: group.function, before: nearTo(meansOf(earlier)), after: nearTo(meansOf(group)) }]
        })
      : [],
    holding: rows
      .filter(({ after: one, theirs: own }) => one !== null && isBeyond(one.mean, own))
      .sort((a, b) => distanceOf(b) - distanceOf(a))
      .map((row) => ({ row, furthest: furthestOf(row, after) })),
  }
}

const given = ({ perNeed }: WeightsResult): ReadonlyMap<string, Given> =>
  new Map(
    perNeed.flatMap(({ needId, mean, shown }) =>
      mean === null || shown === null ? [] : [[needId, { mean, shown }] as const],
    ),
  )

const shownFunctions = ({ byFunction }: WeightsResult): readonly ByFunction[] =>
  byFunction.filter(({ show, perNeed }) => show === 'figures' && perNeed.every(({ mean }) => mean !== null))

const meansOf = ({ perNeed }: ByFunction): ReadonlyMap<string, number> =>
  new Map(perNeed.map(({ needId, mean }) => [needId, mean ?? 0]))

const distanceOf = ({ after, theirs }: LookRow): number => Math.abs((after?.mean ?? 0) - (theirs.mean ?? 0))

/** On the side on which the room lies; none that is nearer to the customers than the room. */
function furthestOf({ needId, after, theirs }: LookRow, result: WeightsResult): Holding['furthest'] {
  if (!after || theirs.mean === null) return null
  const side = Math.sign(after.mean - theirs.mean)
  const [furthest] = shownFunctions(result)
    .flatMap(({ function: name, perNeed }) => {
      const mean = perNeed.find((one) => one.needId === needId)?.mean
      return mean == null ? [] : [{ name, mean }]
    })
    .filter(({ mean }) => side * (mean - after.mean) > 0)
    .sort((a, b) => side * (b.mean - a.mean))
  return furthest ?? null
}
