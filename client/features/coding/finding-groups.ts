/** Findings in the order of the report: how things are, problems, trends, praise, wishes (method D9). Pure. */
import type { FindingRow } from '#client/features/coding/use-coding.ts'

export const findingKinds = ['current_state', 'problem', 'trend', 'praise', 'wish', 'none'] as const

/** Kinds that have findings, each with the one most customers stand behind first. */
export const groupsOf = (findings: readonly FindingRow[]) =>
  findingKinds
    .map((kind) => ({
      kind,
      findings: findings
        .filter((one) => (one.kind ?? 'none') === kind)
        .sort((a, b) => b.customers.length - a.customers.length),
    }))
    .filter((group) => group.findings.length > 0)
