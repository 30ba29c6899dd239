/**
 * Order first, points after (method D4): the order in which one person has put the needs of a round. It is an aid of
 * that person on that device, no part of a ballot, and never sent.
 */
import { useState } from 'react'
import { keep, kept } from '#client/lib/kept.ts'

const keyOf = (roundId: string, seatId: string): string => `guessproof.order.${roundId}.${seatId}`

/** `items` in the order of `ids`; those it does not name come after, as they were. */
export function inOrder<T extends { readonly id: string }>(items: readonly T[], ids: readonly string[]): T[] {
  const placeOf = (id: string) => {
    const place = ids.indexOf(id)
    return place < 0 ? ids.length : place
  }
  return [...items].sort((a, b) => placeOf(a.id) - placeOf(b.id))
}

/** With the item at `from` taken out and put in at `to`. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const item = items[from]
  if (item === undefined) return [...items]
  return items.toSpliced(from, 1).toSpliced(Math.min(Math.max(to, 0), items.length - 1), 0, item)
}

export interface OwnRanking<T> {
  readonly items: readonly T[]
  /** True once the person has put them in order. */
  readonly isRanked: boolean
  put(ids: readonly string[]): void
}

export function useOwnRanking<T extends { readonly id: string }>(
  items: readonly T[],
  roundId: string,
  seatId: string,
): OwnRanking<T> {
  const key = keyOf(roundId, seatId)
  const [ids, setIds] = useState(() => kept(key)?.split(' ') ?? null)
  return {
    items: ids ? inOrder(items, ids) : items,
    isRanked: ids !== null,
    put(next) {
      keep(key, next.join(' '))
      setIds([...next])
    },
  }
}
