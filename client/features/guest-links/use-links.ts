/** The guest links of this workshop as the server has them: asked for when they are looked at, and after each change. */
import { useCallback, useEffect, useState } from 'react'
import type { CommandProblem } from '#client/session/api.ts'
import { useSession } from '#client/session/hooks.ts'
import type { BodyOf } from '#shared/protocol/calls.ts'
import type { GuestLink } from '#shared/protocol/guest-calls.ts'

interface Links {
  /** Null until they have come. */
  readonly links: readonly GuestLink[] | null
  readonly problem: CommandProblem | null
  /** Answers the id of the new link; null when it was refused. */
  readonly make: (wanted: BodyOf<'createGuestLink'>) => Promise<string | null>
  readonly revoke: (linkId: string) => Promise<void>
  readonly again: () => void
}

export function useLinks(): Links {
  const session = useSession()
  const [links, setLinks] = useState<readonly GuestLink[] | null>(null)
  const [problem, setProblem] = useState<CommandProblem | null>(null)
  const fetchAll = useCallback(async () => {
    const found = await session.command('listGuestLinks')
    setProblem(found.ok ? null : found.problem)
    if (found.ok) setLinks(found.reply.links)
  }, [session])
  useEffect(() => void fetchAll(), [fetchAll])
  const make: Links['make'] = async (body) => {
    const made = await session.command('createGuestLink', { body })
    if (!made.ok) {
      setProblem(made.problem)
      return null
    }
    await fetchAll()
    return made.reply.linkId
  }
  const revoke = async (linkId: string) => {
    const ended = await session.command('revokeGuestLink', { params: { linkId } })
    if (ended.ok) await fetchAll()
    else setProblem(ended.problem)
  }
  return { links, problem, make, revoke, again: () => void fetchAll() }
}
