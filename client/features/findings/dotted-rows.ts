/** The rows of the reveal: each finding of the round with its dots and its customers, side by side. Pure. */
import type { CountedFinding } from '#client/features/findings/use-findings.ts'
import type { DotsResult } from '#shared/rounds/debate-results.ts'
import type { Subject } from '#shared/rounds/kind.ts'

export interface DottedRow {
  readonly id: string
  /** As it was worded when the round opened. */
  readonly title: string
  readonly dots: number
  /** Null: the finding is no longer on the board. */
  readonly customers: number | null
}

export function dottedRows(
  subjects: readonly Subject[],
  result: DotsResult,
  findings: readonly CountedFinding[],
  by: 'dots' | 'customers',
): readonly DottedRow[] {
  const rows = subjects.map(({ id, title }) => ({
    id,
    title,
    dots: result.perSubject.find(({ subjectId }) => subjectId === id)?.dots ?? 0,
    customers: findings.find((one) => one.id === id)?.customers ?? null,
  }))
  const other = by === 'dots' ? 'customers' : 'dots'
  return rows.sort((a, b) => (b[by] ?? -1) - (a[by] ?? -1) || (b[other] ?? -1) - (a[other] ?? -1))
}

/**
 * What at least half of the customers said and our dots passed over: of those, the one most customers said. Null when
 * there is none, or too few customers to speak of halves.
 */
export function saidButNotDotted(rows: readonly DottedRow[], asked: number): DottedRow | null {
  if (asked < 5 || rows.length < 3) return null
  const average = rows.reduce((sum, { dots }) => sum + dots, 0) / rows.length
  const passed = rows.filter(({ customers, dots }) => (customers ?? 0) * 2 >= asked && dots < average)
  return passed.sort((a, b) => (b.customers ?? 0) - (a.customers ?? 0))[0] ?? null
}
