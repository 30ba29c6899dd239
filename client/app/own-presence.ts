/** Tells the others where this person is, and when nobody sits here: the tab hidden, or untouched for a minute (PR-3a). */
import { useEffect } from 'react'
import { useSession } from '#client/session/hooks.ts'
import type { StopName } from './stops.ts'

const IDLE_MS = 60_000
const signs = ['pointerdown', 'pointermove', 'keydown', 'scroll', 'visibilitychange'] as const

export function useOwnPresence(at: StopName | null): void {
  const session = useSession()
  useEffect(() => {
    if (at !== null) session.setPresence({ activity: at })
  }, [session, at])
  useEffect(() => {
    let idle: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      clearTimeout(idle)
      session.setPresence({ away: document.hidden })
      if (!document.hidden) idle = setTimeout(() => session.setPresence({ away: true }), IDLE_MS)
    }
    look()
    for (const sign of signs) document.addEventListener(sign, look, { passive: true, capture: true })
    return () => {
      clearTimeout(idle)
      for (const sign of signs) document.removeEventListener(sign, look, { capture: true })
    }
  }, [session])
}
