/** The identity of one customer: asked of the vault when the panel opens, and kept nowhere but in it. */
import { useCallback, useEffect, useState } from 'react'
import { useProblemText } from '#client/lib/problem-text.ts'
import { useSession } from '#client/session/hooks.ts'
import type { Interview } from '#shared/interviews/schema.ts'
import type { Identity } from '#shared/protocol/interview-calls.ts'

export interface VaultIdentity {
  readonly status: 'loading' | 'unreadable' | 'read'
  /** Null while nothing is kept. */
  readonly known: Identity | null
  /** Why the last call was refused. */
  readonly problem: string | null
  readonly again: () => void
  /** True when it is kept. */
  readonly put: (identity: Identity) => Promise<boolean>
}

export function useIdentity({ id, identityRef }: Interview): VaultIdentity {
  const session = useSession()
  const problemText = useProblemText()
  const [attempt, setAttempt] = useState(0)
  const [state, setState] = useState<Pick<VaultIdentity, 'status' | 'known' | 'problem'>>({
    status: 'loading',
    known: null,
    problem: null,
  })
  const params = { interviewId: id }
  // biome-ignore lint/correctness/useExhaustiveDependencies: another researcher's change, or a new attempt, asks anew
  useEffect(() => {
    let isStale = false
    void session.command('readIdentity', { params }).then((called) => {
      if (isStale) return
      if (called.ok) setState({ status: 'read', known: called.reply.identity, problem: null })
      else setState({ status: 'unreadable', known: null, problem: problemText(called.problem) })
    })
    return () => {
      isStale = true
    }
  }, [session, id, identityRef === '', attempt])
  const again = useCallback(() => {
    setState({ status: 'loading', known: null, problem: null })
    setAttempt((before) => before + 1)
  }, [])
  const put = async (identity: Identity): Promise<boolean> => {
    const called = await session.command('putIdentity', { params, body: identity })
    if (called.ok) setState({ status: 'read', known: identity, problem: null })
    else setState((before) => ({ ...before, problem: problemText(called.problem) }))
    return called.ok
  }
  return { ...state, again, put }
}
