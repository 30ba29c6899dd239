/** What every part of the plan reads: its figures, what the links are called, today, and how a row is opened or done. */
import { createContext, useContext } from 'react'
import type { Action } from '#shared/board/action-edits.ts'
import type { PlanFigures, PlanGround } from '#shared/reality/plan.ts'

export type LinkKind =
  | 'question'
  | 'skepticism'
  | 'answer'
  | 'card'
  | 'finding'
  | 'decision'
  | 'gap'
  | 'need'
  | 'stage'
  | 'promise'
  | 'gone'

export interface Linkable {
  readonly id: string
  readonly kind: LinkKind
  readonly title: string
  /** Customers who said it. */
  readonly voices: number
}

export interface Plan {
  readonly ground: PlanGround
  readonly figures: PlanFigures
  /** ISO day of the room. */
  readonly today: string
  readonly timeZone: string
  /** All that an action may be linked to, questions first. */
  readonly linkables: readonly Linkable[]
  readonly linkOf: (id: string) => Linkable
  readonly ownerOf: (action: Action) => string
  /** "30 Apr", with the year where it is not this one. */
  readonly dayWords: (day: string) => string
  readonly mayEdit: boolean
  readonly open: (id: string) => void
  readonly finish: (action: Action) => void
  readonly addFor: (link: string | null) => void
}

export const PlanContext = createContext<Plan | null>(null)

export function usePlan(): Plan {
  const plan = useContext(PlanContext)
  if (!plan) throw new Error('outside of the plan')
  return plan
}
