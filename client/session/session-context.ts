/** The session that the screens below belong to. Apart from the hooks, so that a phone's ballot loads no more than it needs. */
import { createContext, use } from 'react'
import type { LiveSession } from '#client/session/live-session.ts'

export const SessionContext = createContext<LiveSession | null>(null)

export function useLiveSession(): LiveSession {
  const session = use(SessionContext)
  if (!session) throw new Error('This screen lies outside of a session.')
  return session
}
