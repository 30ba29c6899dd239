/**
 * The order of the columns for one person: drawn from seat and round alone, so the same on every device and after
 * every reload, and never with our own column first, whose marks would colour the others (halo, method D5).
 */
import { ownOrder } from '#client/round/own-order.ts'

export function columnOrder<T extends { readonly id: string }>(
  columns: readonly T[],
  usId: string | null,
  seatId: string,
  roundId: string,
): T[] {
  const us = columns.find(({ id }) => id === usId)
  if (!us) return ownOrder(columns, seatId, roundId)
  const others = ownOrder(
    columns.filter((one) => one !== us),
    seatId,
    roundId,
  )
  const places = others.map((_, index) => index + 1)
  const [at = 0] = ownOrder(places, roundId, seatId)
  return others.toSpliced(at, 0, us)
}
