/** The room's timer, second by second, by the server's clock: every screen shows the same second (FA-2a). */
import { useEffect, useState } from 'react'
import { useSession, useSingle } from '#client/session/hooks.ts'
import { timer } from '#shared/record/schema.ts'

export interface TimerNow {
  readonly status: 'none' | 'running' | 'paused' | 'over'
  /** Whole seconds that are left, rounded up: 1 until the very end. */
  readonly seconds: number
}

const NONE: TimerNow = { status: 'none', seconds: 0 }

export function useTimer(): TimerNow {
  const session = useSession()
  const { endsAt, pausedWithMs } = useSingle(timer)
  const [, tick] = useState(0)
  const leftMs = endsAt === null ? 0 : Math.max(0, endsAt - session.serverNow())
  const seconds = Math.ceil(leftMs / 1000)

  useEffect(() => {
    if (endsAt === null || seconds === 0) return
    const left = endsAt - session.serverNow()
    const timeout = setTimeout(() => tick((count) => count + 1), Math.max(0, left - (seconds - 1) * 1000))
    return () => clearTimeout(timeout)
  }, [session, endsAt, seconds])

  if (pausedWithMs !== null) return { status: 'paused', seconds: Math.ceil(pausedWithMs / 1000) }
  if (endsAt === null) return NONE
  return { status: seconds === 0 ? 'over' : 'running', seconds }
}
