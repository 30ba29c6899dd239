/** Who has sealed and who has not: asked of the server, for the facilitator alone, whenever the count changes. */
import { useEffect, useState } from 'react'
import { firstName } from '#client/lib/first-name.ts'
import type { AnyRound } from '#client/round/round-of.ts'
import { useSeats, useSession } from '#client/session/hooks.ts'
import type { ReplyOf } from '#shared/protocol/calls.ts'

/** Null while the server has not said. */
export function useMissingNames(round: AnyRound): readonly string[] | null {
  const seats = useSeats()
  const missing = useProgress(round)?.missing ?? null
  if (missing === null) return null
  const full = missing.flatMap((seatId) => seats.find((seat) => seat.id === seatId)?.name ?? [])
  return shortNames(full)
}

/** Seats whose ballot is sealed; null while the server has not said. */
export const useSealedSeats = (round: AnyRound): readonly string[] | null =>
  useProgress(round)?.sealed ?? null

function useProgress({ id, sealedCount, expectedCount }: AnyRound): ReplyOf<'roundProgress'> | null {
  const session = useSession()
  const [progress, setProgress] = useState<ReplyOf<'roundProgress'> | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the counts say when the answer may be another one
  useEffect(() => {
    let isStale = false
    void session.command('roundProgress', { params: { roundId: id } }).then((result) => {
      if (!isStale) setProgress(result.ok ? result.reply : null)
    })
    return () => {
      isStale = true
    }
  }, [session, id, sealedCount, expectedCount])
  return progress
}

/** First names, but whole names where two people share the first. */
function shortNames(full: readonly string[]): string[] {
  const firsts = full.map(firstName)
  return full.map((name, index) => {
    const first = firsts[index] ?? name
    return firsts.filter((one) => one === first).length > 1 ? name : first
  })
}
