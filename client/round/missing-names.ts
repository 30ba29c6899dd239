/** Who has sealed and how far the others are: asked of the server, for the facilitator alone, whenever the count changes. */
import { useEffect, useState } from 'react'
import { firstName } from '#client/lib/first-name.ts'
import type { AnyRound } from '#client/round/round-of.ts'
import { usePresent, useSeats, useSession } from '#client/session/hooks.ts'
import type { ReplyOf } from '#shared/protocol/calls.ts'

/** Null while the server has not said. */
export function useMissingNames(round: AnyRound): readonly string[] | null {
  const seats = useSeats()
  const missing = useProgress(round)?.missing ?? null
  if (missing === null) return null
  const full = missing.flatMap((seatId) => seats.find((seat) => seat.id === seatId)?.name ?? [])
  return shortNames(full)
}

export interface MissingSeat {
  readonly name: string
  readonly state: 'not-started' | 'started'
  readonly isHere: boolean
}

/** The same with how far each is (FA-6a): that there is a draft, never what is in it. */
export function useMissingSeats(round: AnyRound): readonly MissingSeat[] | null {
  const seats = useSeats()
  const present = usePresent()
  const progress = useProgress(round)
  if (!progress) return null
  const open = progress.missing.flatMap((id) => seats.find((seat) => seat.id === id) ?? [])
  const names = shortNames(open.map(({ name }) => name))
  return open.map(({ id, name }, index) => ({
    name: names[index] ?? name,
    state: progress.started.includes(id) ? 'started' : 'not-started',
    isHere: present.some(({ seatId }) => seatId === id),
  }))
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
