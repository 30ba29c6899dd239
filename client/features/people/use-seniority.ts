/** How senior each seat is: asked of the server by facilitators alone, and kept nowhere but on this screen. */
import { useCallback, useEffect, useState } from 'react'
import { useSession } from '#client/session/hooks.ts'

export interface Seniority {
  /** Null where nobody has said. */
  readonly of: (seatId: string) => number | null
  readonly keep: (seatId: string, level: number | null) => void
}

export function useSeniority(): Seniority {
  const session = useSession()
  const [levels, setLevels] = useState<ReadonlyMap<string, number | null>>(new Map())
  useEffect(() => {
    if (!session.isFacilitator) return
    let isStale = false
    void session.command('listSeats').then((called) => {
      if (isStale || !called.ok) return
      setLevels(new Map(called.reply.seats.map(({ seatId, seniority }) => [seatId, seniority])))
    })
    return () => {
      isStale = true
    }
  }, [session])
  const keep = useCallback((seatId: string, level: number | null) => {
    setLevels((known) => new Map(known).set(seatId, level))
  }, [])
  return { of: (seatId) => levels.get(seatId) ?? null, keep }
}
