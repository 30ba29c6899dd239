/** One command at a time, and the sentence that says why it was refused. */
import { useState } from 'react'
import { useProblemText } from '#client/lib/problem-text.ts'
import { useSession } from '#client/session/hooks.ts'
import type { BodyOf, CallName } from '#shared/protocol/calls.ts'

export function useCommand() {
  const session = useSession()
  const problemText = useProblemText()
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  /** True when it was done. */
  const run = async <N extends CallName>(
    name: N,
    request: { params?: Readonly<Record<string, string>>; body?: BodyOf<N> },
  ): Promise<boolean> => {
    setBusy(true)
    const called = await session.command(name, request)
    setBusy(false)
    setProblem(called.ok ? null : problemText(called.problem))
    return called.ok
  }
  return { run, isBusy, problem }
}
