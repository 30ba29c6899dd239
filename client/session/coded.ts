/**
 * What is coded of the interviews as it is now. On whom a finding rests is read from it at every look: a theme tagged,
 * merged or parted after the envelope was opened counts at once, and nothing stored can go stale.
 */
import { useMemo } from 'react'
import { useRows } from '#client/session/hooks.ts'
import { answers, interviews, quotes, themes } from '#shared/interviews/schema.ts'
import type { Coded } from '#shared/interviews/themes-heard.ts'

export function useCoded(): Coded {
  const all = useRows(interviews)
  const notes = useRows(answers)
  const words = useRows(quotes)
  const labels = useRows(themes)
  return useMemo(
    () => ({ interviews: all, answers: notes, quotes: words, themes: labels }),
    [all, notes, words, labels],
  )
}
