/** The workshop this one repeats, as the record has it; null where it repeats none. */
import { useMemo } from 'react'
import { useSingle } from '#client/session/hooks.ts'
import { former } from '#shared/record/schema.ts'
import { type FormerFigures, readFormerFigures } from '#shared/report/former-figures.ts'

export interface Former {
  readonly title: string
  /** ISO day; empty when nothing was revealed or decided in it. */
  readonly heldOn: string
  readonly figures: FormerFigures
}

export function useFormer(): Former | null {
  const { title, figures } = useSingle(former)
  const read = useMemo(() => readFormerFigures(figures), [figures])
  return read && { title, heldOn: read.heldOn, figures: read }
}
