/** Tries again by itself while there is no line: every so often, and as soon as the device says that there is one. */
import { useEffect } from 'react'
import type { CommandProblem } from '#client/session/api.ts'

const AGAIN_MS = 15_000

/** `problem` says how long the server wants to be left alone, if it does. */
export function useAgain(isWaiting: boolean, problem: CommandProblem | null, again: () => void): void {
  const waitMs = (problem?.retryAfterS ?? 0) * 1000 || AGAIN_MS
  useEffect(() => {
    if (!isWaiting) return
    const timer = setInterval(again, waitMs)
    window.addEventListener('online', again)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', again)
    }
  }, [isWaiting, waitMs, again])
}
