/** The figures of the workshop, asked of the server again whenever what they rest on has changed; never by a clock. */
import { useEffect, useState } from 'react'
import { useDerived, useIsOffline, useSession, useSingle } from '#client/session/hooks.ts'
import { envelope, rounds } from '#shared/record/schema.ts'

/** Null until the first answer has come. Not parsed: each screen reads the part it knows. */
export function useAnalysis(): Readonly<Record<string, unknown>> | null {
  const session = useSession()
  const { openedAt } = useSingle(envelope)
  const seen = useDerived(rounds, (all) =>
    all
      .map(({ id, status, driftShared }) => `${id}:${status}:${driftShared}`)
      .sort()
      .join(),
  )
  const isOffline = useIsOffline()
  const [analysis, setAnalysis] = useState<Readonly<Record<string, unknown>> | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the figures rest on is not used here, but changes them
  useEffect(() => {
    if (isOffline) return
    let isCurrent = true
    void session.command('analysis').then((answer) => {
      if (isCurrent && answer.ok) setAnalysis(answer.reply)
    })
    return () => {
      isCurrent = false
    }
  }, [session, seen, openedAt, isOffline])
  return analysis
}
