/** Tells the others at which stop this tab is. */
import { useEffect } from 'react'
import type { StopName } from '#client/lib/stops.ts'
import { useSession } from '#client/session/hooks.ts'

export function useOwnPresence(at: StopName | null): void {
  const session = useSession()
  useEffect(() => {
    if (at !== null) session.setPresence({ activity: at })
  }, [session, at])
}
