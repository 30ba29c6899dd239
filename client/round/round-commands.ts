/** The facilitator's commands on rounds: one at a time, refused ones said in a sentence. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '#client/lib/problem-text.ts'
import { useSession } from '#client/session/hooks.ts'
import type { BodyOf } from '#shared/protocol/calls.ts'

type RoundCommand = 'openRound' | 'closeRound' | 'revealRound' | 'discardRound' | 'setBeat' | 'putProxyBallot'

export interface RoundCommands {
  /** True when the server did it. */
  run<N extends RoundCommand>(
    name: N,
    request: { params?: Readonly<Record<string, string>>; body: BodyOf<N> },
  ): Promise<boolean>
  readonly isBusy: boolean
  /** Why the last one was refused. */
  readonly problem: string | null
}

export function useRoundCommands(): RoundCommands {
  const { t } = useTranslation('round')
  const session = useSession()
  const problemText = useProblemText()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  return {
    isBusy,
    problem,
    async run(name, request) {
      if (isBusy) return false
      setBusy(true)
      setProblem(null)
      const result = await session.command(name, request)
      setBusy(false)
      if (!result.ok) {
        setProblem(result.problem.code === 'offline' ? t('problem.offline') : problemText(result.problem))
      }
      return result.ok
    },
  }
}
