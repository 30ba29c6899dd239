/** The findings on the board, and how many customers stand behind each. */
import { useMemo } from 'react'
import { useCoded } from '#client/session/coded.ts'
import { useDerived, useRows } from '#client/session/hooks.ts'
import { findings } from '#shared/board/schema.ts'
import { byOrder } from '#shared/document/order.ts'
import { interviews } from '#shared/interviews/schema.ts'
import { findingInterviews } from '#shared/interviews/themes-heard.ts'
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
  const held = useRows(interviews)
  const coded = useCoded()
  return useMemo(() => {
    const ids = new Set(held.filter(isCustomer).map(({ id }) => id))
    return {
      findings: all.map((finding) => ({
        id: finding.id,
        text: finding.text,
        customers: findingInterviews(finding, coded).filter((one) => ids.has(one)).length,
      })),
      asked: ids.size,
      share: (customers) => shareWords(customers, ids.size),
    }
  }, [all, held, coded])
}
