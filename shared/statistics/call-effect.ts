/** What one more customer changes: the mean of each need without and with them, and themes nobody had before. */
import { mean } from '#shared/statistics/summary.ts'

export interface MeanMoved {
  readonly id: string
  /** Null: nobody before. */
  readonly before: number | null
  readonly after: number | null
  readonly nBefore: number
  readonly nAfter: number
}

/** `others` are the points of the customers that count; a need somebody did not give points to got 0 of theirs. */
export function callEffect(
  needIds: readonly string[],
  others: readonly Readonly<Record<string, number>>[],
  own: Readonly<Record<string, number>> | null,
): MeanMoved[] {
  const all = own === null ? others : [...others, own]
  return needIds.map((id) => ({
    id,
    before: mean(others.map((points) => points[id] ?? 0)),
    after: mean(all.map((points) => points[id] ?? 0)),
    nBefore: others.length,
    nAfter: all.length,
  }))
}

/** Themes of one call that no other call has brought. */
export const newThemes = (own: readonly string[], others: readonly (readonly string[])[]): string[] => {
  const known = new Set(others.flat())
  return own.filter((id) => !known.has(id))
}
