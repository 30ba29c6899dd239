/** Walking the guesses of a strip plot with the arrow keys: left and right by value, up and down by need. */
import type { StripRow } from '#client/features/weigh/strip-rows.ts'

export interface MarkAt {
  readonly row: number
  /** Place among the row's guesses, lowest first. */
  readonly mark: number
}

/** The next mark, or null when the key does not walk. The first press of any arrow comes to the first mark. */
export function walkMarks(rows: readonly StripRow[], at: MarkAt | null, key: string): MarkAt | null {
  const step = steps[key]
  if (!step || rows.length === 0) return null
  if (!at) return { row: 0, mark: 0 }
  const row = within(at.row + step.row, rows.length)
  const count = rows[row]?.values.length ?? 0
  return { row, mark: within(at.mark + step.mark, count) }
}

const steps: Readonly<Record<string, MarkAt>> = {
  ArrowLeft: { row: 0, mark: -1 },
  ArrowRight: { row: 0, mark: 1 },
  ArrowUp: { row: -1, mark: 0 },
  ArrowDown: { row: 1, mark: 0 },
}

const within = (index: number, count: number): number => Math.max(0, Math.min(count - 1, index))
