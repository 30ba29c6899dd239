/** What every part of the outline can ask for: what is open, and the acts, so that each is said and keeps the focus. */
import { createContext, useContext } from 'react'
import type { OutlineActs } from '#client/features/outline/outline-acts.ts'

export interface OutlineParts {
  readonly acts: OutlineActs
  readonly mayEdit: boolean
  /** Names of customers by interview; empty while the envelope is sealed. */
  readonly customers: ReadonlyMap<string, string>
  /** Live stages in order, for headings and "Move to…". */
  readonly stages: readonly { readonly id: string; readonly name: string }[]
}

export const OutlineContext = createContext<OutlineParts | null>(null)

export function useOutline(): OutlineParts {
  const parts = useContext(OutlineContext)
  if (!parts) throw new Error('This belongs to the outline.')
  return parts
}
