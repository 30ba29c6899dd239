/** The change journal as the server has it, page by page, of everyone or of one person. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { CommandProblem } from '#client/session/api.ts'
import { useSession } from '#client/session/hooks.ts'
import type { ChangeEntry } from '#shared/protocol/history-calls.ts'

export interface History {
  /** Null until the first answer. */
  readonly entries: readonly ChangeEntry[] | null
  readonly hasMore: boolean
  readonly problem: CommandProblem | null
  /** From the newest on again, or with `before` further back. */
  readonly read: (before?: number) => Promise<void>
  readonly sayWhy: (entry: number, reason: string) => Promise<boolean>
}

export function useHistory(seatId: string): History {
  const session = useSession()
  const [entries, setEntries] = useState<readonly ChangeEntry[] | null>(null)
  const [hasMore, setMore] = useState(false)
  const [problem, setProblem] = useState<CommandProblem | null>(null)
  /** Whose question is the newest: an answer to an older one is not shown. */
  const asked = useRef(0)
  const read = useCallback(
    async (before?: number) => {
      const mine = ++asked.current
      const query = {
        ...(seatId !== '' && { seat: seatId }),
        ...(before !== undefined && { before: String(before) }),
      }
      const answer = await session.command('readHistory', { query })
      if (mine !== asked.current) return
      setProblem(answer.ok ? null : answer.problem)
      if (!answer.ok) return
      const { entries: page } = answer.reply
      setEntries((shown) => (before === undefined ? page : [...(shown ?? []), ...page]))
      setMore(answer.reply.hasMore)
    },
    [session, seatId],
  )
  useEffect(() => void read(), [read])
  const sayWhy = async (entry: number, reason: string) => {
    const done = await session.command('giveReason', { params: { entry: String(entry) }, body: { reason } })
    if (done.ok)
      setEntries((all) => all?.map((one) => (one.entry === entry ? { ...one, reason } : one)) ?? null)
    else setProblem(done.problem)
    return done.ok
  }
  return { entries, hasMore, problem, read, sayWhy }
}
