/** The links of this workshop as the server has them: asked for when they are looked at, and after each change. */
import { useCallback, useEffect, useState } from 'react'
import type { CommandProblem, CommandResult } from '#client/session/api.ts'
import { useSession } from '#client/session/hooks.ts'
import type { LinkKind, WorkshopLink } from '#shared/protocol/link-calls.ts'

interface Links {
  /** Null until they have come. */
  readonly links: readonly WorkshopLink[] | null
  readonly problem: CommandProblem | null
  readonly renew: (kind: LinkKind) => void
  readonly end: (kind: LinkKind) => void
  readonly letRun: (kind: LinkKind, days: number | null) => void
  readonly again: () => void
}

export function useLinks(): Links {
  const session = useSession()
  const [links, setLinks] = useState<readonly WorkshopLink[] | null>(null)
  const [problem, setProblem] = useState<CommandProblem | null>(null)
  const fetchAll = useCallback(async () => {
    const found = await session.command('listLinks')
    setProblem(found.ok ? null : found.problem)
    if (found.ok) setLinks(found.reply.links)
  }, [session])
  useEffect(() => void fetchAll(), [fetchAll])
  const then = async (done: Promise<CommandResult<'renewLink' | 'endLink' | 'changeLink'>>) => {
    const outcome = await done
    if (outcome.ok) await fetchAll()
    else setProblem(outcome.problem)
  }
  return {
    links,
    problem,
    renew: (kind) => void then(session.command('renewLink', { params: { kind }, body: {} })),
    end: (kind) => void then(session.command('endLink', { params: { kind } })),
    letRun: (kind, days) => void then(session.command('changeLink', { params: { kind }, body: { days } })),
    again: () => void fetchAll(),
  }
}
