/**
 * The figures of a former workshop beside those of this one, need by need: what may be said to have moved and what may
 * not. Both samples of customers are small, so a move of theirs is said only where the two ranges do not overlap.
 */
import type { FormerFigures } from '#shared/report/former-figures.ts'
import { markScale, pointScale, type Scale } from '#shared/statistics/comparison.ts'
import { MIN_FOR_INTERVAL } from '#shared/statistics/interval.ts'

/**
 * `chance`: the ranges overlap. `few`: too few on one side to say. `unknown`: one side has no figure. Of our guess `same`
 * is a difference that does not matter; everyone in the room guessed, so chance has no part in it.
 */
export type Move = 'up' | 'down' | 'same' | 'chance' | 'few' | 'unknown'

export interface Figure {
  readonly mean: number | null
  readonly n: number
  readonly halfWidth?: number | null
}

export interface Pair {
  readonly before: Figure | null
  readonly now: Figure | null
  readonly move: Move
}

export interface NeedThenNow {
  readonly key: string
  readonly title: string
  /** The title of then, where the room has changed it. */
  readonly formerTitle: string | null
  readonly on: 'both' | 'then' | 'now'
  readonly guess: Pair
  readonly customers: Pair
}

type ActionStatus = FormerFigures['actions'][number]['status']

export interface ThenAndNow {
  readonly needs: readonly NeedThenNow[]
  readonly options: readonly {
    readonly key: string
    readonly name: string
    readonly guess: Pair
    readonly customers: Pair
  }[]
  readonly actions: readonly {
    readonly key: string
    readonly title: string
    readonly before: ActionStatus
    /** Null where it did not come over. */
    readonly now: ActionStatus | null
  }[]
  /** Actions of this workshop alone. */
  readonly newActions: number
}

export function thenAndNow(then: FormerFigures, now: FormerFigures): ThenAndNow {
  const knownActions = new Map(now.actions.map((one) => [one.actionId, one.status]))
  const formerActions = new Set(then.actions.map(({ actionId }) => actionId))
  return {
    needs: matched(
      then.needs,
      now.needs,
      ({ needId }) => needId,
      ({ title }) => title,
    ).map(([before, after]) => ({
      key: after?.needId ?? before?.needId ?? '',
      title: after?.title ?? before?.title ?? '',
      formerTitle: before && after && before.title !== after.title ? before.title : null,
      on: before && after ? ('both' as const) : before ? ('then' as const) : ('now' as const),
      guess: ourPair(before?.guess, after?.guess, pointScale),
      customers: theirPair(before?.customers, after?.customers),
    })),
    options: matched(
      then.options,
      now.options,
      ({ optionId }) => optionId,
      ({ name }) => name,
    ).map(([before, after]) => ({
      key: after?.optionId ?? before?.optionId ?? '',
      name: after?.name ?? before?.name ?? '',
      guess: ourPair(before?.guess, after?.guess, markScale),
      // Totals have no range, so nothing is said of a move.
      customers: pairOf(enough(before?.customers), enough(after?.customers), () => 'few'),
    })),
    actions: then.actions.map(({ actionId, title, status }) => ({
      key: actionId,
      title,
      before: status,
      now: knownActions.get(actionId) ?? null,
    })),
    newActions: now.actions.filter(({ actionId }) => !formerActions.has(actionId)).length,
  }
}

/** Pairs by id, then by title; those of then first, in their order. */
function matched<T>(
  then: readonly T[],
  now: readonly T[],
  idOf: (one: T) => string,
  titleOf: (one: T) => string,
): (readonly [T | null, T | null])[] {
  const left = new Set(now)
  const word = (one: T) => titleOf(one).trim().toLowerCase()
  const byId = new Map(
    then.flatMap((one) => {
      const found = now.find((other) => idOf(other) === idOf(one))
      if (found) left.delete(found)
      return found ? [[one, found] as const] : []
    }),
  )
  const pairs = then.map((one) => {
    const found = byId.get(one) ?? [...left].find((other) => word(other) === word(one)) ?? null
    if (found) left.delete(found)
    return [one, found] as const
  })
  return [...pairs, ...[...left].map((one) => [null, one] as const)]
}

type Given = Figure | null | undefined

/** A total of fewer customers is not given, as on the screen of the competition. */
const enough = (total: Given): Given =>
  total && total.n < MIN_FOR_INTERVAL ? { ...total, mean: null } : total

function pairOf(then: Given, now: Given, judge: (then: number, now: number) => Move): Pair {
  const sides = { before: then ?? null, now: now ?? null }
  if (!then || !now) return { ...sides, move: 'unknown' }
  if (then.mean === null || now.mean === null) return { ...sides, move: 'few' }
  return { ...sides, move: judge(then.mean, now.mean) }
}

const ourPair = (then: Given, now: Given, { matters }: Scale): Pair =>
  pairOf(then, now, (before, after) =>
    Math.abs(after - before) < matters ? 'same' : after > before ? 'up' : 'down',
  )

const theirPair = (then: Given, now: Given): Pair =>
  pairOf(then, now, (before, after) => {
    const [one, other] = [then?.halfWidth ?? null, now?.halfWidth ?? null]
    if (one === null || other === null) return 'few'
    const size = Math.abs(after - before)
    if (size <= one + other) return 'chance'
    if (size < pointScale.matters) return 'same'
    return after > before ? 'up' : 'down'
  })
