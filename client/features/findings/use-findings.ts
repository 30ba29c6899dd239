/** The findings on the board, and how many customers stand behind each. */
import { useDerived, useRows } from '#client/session/hooks.ts'
import { findings } from '#shared/board/schema.ts'
import { byOrder } from '#shared/document/order.ts'
import { interviews } from '#shared/interviews/schema.ts'
import { isCustomer } from '#shared/reality/customers.ts'
import { shareWords } from '#shared/reality/words.ts'

export interface CountedFinding {
  readonly id: string
  readonly text: string
  /** Customers who said it, of those asked. */
  readonly customers: number
}

export interface Findings {
  readonly findings: readonly CountedFinding[]
  readonly asked: number
  /** "7 of 10" */
  readonly share: (customers: number) => string
}

export function useFindings(): Findings {
  const all = useDerived(findings, (rows) => [...rows].sort(byOrder))
  const asked = useRows(interviews).filter(isCustomer)
  const ids = new Set(asked.map(({ id }) => id))
  return {
    findings: all.map(({ id, text, interviewIds }) => ({
      id,
      text,
      customers: interviewIds.filter((one) => ids.has(one)).length,
    })),
    asked: asked.length,
    share: (customers) => shareWords(customers, asked.length),
  }
}
