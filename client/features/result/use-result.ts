/** The result as the server tells it by a token: asked for when the page opens, again by hand or when there is a line. */
import { useCallback, useEffect, useState } from 'react'
import type { CommandProblem } from '#client/session/api.ts'
import { call } from '#client/session/call.ts'
import type { ResultView } from '#shared/report/result-view.ts'

interface Result {
  readonly view: ResultView | null
  readonly problem: CommandProblem | null
  readonly again: () => void
}

export function useResult(token: string): Result {
  const [view, setView] = useState<ResultView | null>(null)
  const [problem, setProblem] = useState<CommandProblem | null>(null)
  const [attempt, setAttempt] = useState(0)
  const again = useCallback(() => setAttempt((before) => before + 1), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks again
  useEffect(() => {
    let isCurrent = true
    void call('readResult', { body: { token } }).then((found) => {
      if (!isCurrent) return
      setProblem(found.ok ? null : found.problem)
      if (found.ok) setView(found.reply as unknown as ResultView)
    })
    return () => {
      isCurrent = false
    }
  }, [token, attempt])
  const isOffline = view === null && problem?.code === 'offline'
  useEffect(() => {
    if (!isOffline) return
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [isOffline, again])
  return { view, problem, again }
}
