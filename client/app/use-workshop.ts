/** Opens the session of a workshop while its pages are shown, and closes it after. */
import { useEffect, useState } from 'react'
import type { CommandProblem } from '#client/session/api.ts'
import type { LiveSession } from '#client/session/live-session.ts'
import { openSession } from '#client/session/session.ts'

export type Opening =
  | { readonly status: 'opening' }
  | { readonly status: 'open'; readonly session: LiveSession }
  | { readonly status: 'refused'; readonly problem: CommandProblem }

export function useWorkshop(workshopId: string, attempt: number): Opening {
  const [opening, setOpening] = useState<Opening>({ status: 'opening' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt opens it again
  useEffect(() => {
    let isCurrent = true
    let session: LiveSession | null = null
    setOpening({ status: 'opening' })
    void openSession(workshopId).then((opened) => {
      if (!isCurrent) return opened.ok ? opened.session.close() : undefined
      if (!opened.ok) return setOpening({ status: 'refused', problem: opened.problem })
      session = opened.session
      setOpening({ status: 'open', session })
    })
    return () => {
      isCurrent = false
      session?.close()
    }
  }, [workshopId, attempt])
  return opening
}
