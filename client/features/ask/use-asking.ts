/**
 * A guest's answers on their way: read, written, handed in. Every change is kept on the device at once; what was handed
 * in without a line goes off when there is one, and a link that is over tells so whenever it is met.
 */
import { useCallback, useEffect, useState } from 'react'
import type { CommandProblem } from '#client/session/api.ts'
import { call } from '#client/session/call.ts'
import {
  afterSending,
  answerOf,
  type Draft,
  type EditDraft,
  keepDraft,
  keptDraft,
  newDraft,
} from './draft.ts'
import { newGuest } from './guest-key.ts'
import { isPassing } from './link-states.tsx'
import { useAgain } from './use-again.ts'

export interface Asking {
  readonly draft: Draft
  readonly edit: EditDraft
  /** Why there is nothing to answer, or why the answers have not gone. */
  readonly problem: CommandProblem | null
  /** Asks the server again, now. */
  readonly again: () => void
  /** Another guest begins on this device. */
  readonly nextGuest: () => void
}

export function useAsking(token: string): Asking {
  const [draft, setDraft] = useState(() => keptDraft(token, newGuest))
  const [problem, setProblem] = useState<CommandProblem | null>(null)
  const [attempt, setAttempt] = useState(0)
  const again = useCallback(() => setAttempt((before) => before + 1), [])
  const change = useCallback(
    (next: (before: Draft) => Draft) => {
      setDraft((before) => {
        const changed = next(before)
        keepDraft(token, changed)
        return changed
      })
    },
    [token],
  )
  const edit: EditDraft = useCallback((changes) => change((before) => ({ ...before, ...changes })), [change])

  const { guest, status } = draft
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks again
  useEffect(() => {
    if (status !== 'writing') return
    let isCurrent = true
    void call('readGuestForm', { body: { token, guest } }).then((found) => {
      if (!isCurrent) return
      setProblem(found.ok ? null : found.problem)
      if (!found.ok) return
      change((before) =>
        before.part === 'first' || !before.form ? { ...before, form: found.reply } : before,
      )
    })
    return () => {
      isCurrent = false
    }
  }, [token, guest, attempt, change])

  // biome-ignore lint/correctness/useExhaustiveDependencies: sends once for each attempt, what is written then
  useEffect(() => {
    if (status !== 'sending' || !draft.form) return
    let isCurrent = true
    void call('answerGuestForm', { body: answerOf(draft, draft.form, token) }).then((sent) => {
      if (!isCurrent) return
      setProblem(sent.ok ? null : sent.problem)
      if (sent.ok) change(afterSending)
      else if (!isPassing(sent.problem)) edit({ status: 'writing' })
    })
    return () => {
      isCurrent = false
    }
  }, [status, attempt])

  const isWaiting = problem !== null && isPassing(problem) && (status === 'sending' || draft.form === null)
  useAgain(isWaiting, problem, again)

  const nextGuest = useCallback(() => change(() => newDraft(newGuest())), [change])
  return { draft, edit, problem, again, nextGuest }
}
