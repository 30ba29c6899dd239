/** Who has not sealed yet: asked of the server, for the facilitator alone, whenever the count changes. */
import { useEffect, useState } from 'react'
import { firstName } from '#client/round/facilitator-name.ts'
import type { AnyRound } from '#client/round/round-of.ts'
import { useSeats, useSession } from '#client/session/hooks.ts'

/** Null while the server has not said. */
export function useMissingNames({ id, sealedCount, expectedCount }: AnyRound): readonly string[] | null {
  const session = useSession()
  const seats = useSeats()
  const [missing, setMissing] = useState<readonly string[] | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the counts say when the answer may be another one
  useEffect(() => {
    let isStale = false
    void session.command('roundProgress', { params: { roundId: id } }).then((result) => {
      if (!isStale) setMissing(result.ok ? result.reply.missing : null)
    })
    return () => {
      isStale = true
    }
  }, [session, id, sealedCount, expectedCount])
  if (missing === null) return null
  const full = missing.flatMap((seatId) => seats.find((seat) => seat.id === seatId)?.name ?? [])
  return shortNames(full)
}

/** First names, but whole names where two people share the first. */
function shortNames(full: readonly string[]): string[] {
  const firsts = full.map(firstName)
  return full.map((name, index) => {
    const first = firsts[index] ?? name
    return firsts.filter((one) => one === first).length > 1 ? name : first
  })
}
