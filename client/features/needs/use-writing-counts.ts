/** How many write, are done, or have not started: asked of the server now and then, for the facilitator alone. */
import { useEffect, useState } from 'react'
import { type RoundOf, useSession } from '#client/session/hooks.ts'

const ASK_EVERY_MS = 10_000

interface Counts {
  readonly writing: number
  readonly done: number
  readonly waiting: number
}

/** Null while the server has not said. */
export function useWritingCounts({ id, sealedCount, expectedCount }: RoundOf<'notes'>): Counts | null {
  const session = useSession()
  const [counts, setCounts] = useState<Counts | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the counts say when the answer may be another one
  useEffect(() => {
    let isStale = false
    const ask = async () => {
      const result = await session.command('roundProgress', { params: { roundId: id } })
      if (isStale || !result.ok) return
      const { sealed, started, missing } = result.reply
      setCounts({ writing: started.length, done: sealed.length, waiting: missing.length })
    }
    void ask()
    const asking = setInterval(() => void ask(), ASK_EVERY_MS)
    return () => {
      isStale = true
      clearInterval(asking)
    }
  }, [session, id, sealedCount, expectedCount])
  return counts
}
