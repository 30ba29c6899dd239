/**
 * The beat of a reveal on this screen: the one everyone is on, as the record says. Who comes later, looks at an earlier
 * round or opens a file sees the last one at once, standing still.
 */
import { useEffect, useState } from 'react'
import type { AnyRound } from '#client/round/round-of.ts'
import { useRounds } from '#client/session/hooks.ts'
import type { RoundKindName } from '#shared/rounds/kinds.ts'

/** As long as the slowest beat takes to arrive; after that nothing moves again. */
const ARRIVES_MS = 2_000

export interface Beat {
  /** From 0 to the kind's last. */
  readonly beat: number
  /** True while it has just come before these eyes, so that its picture may move. */
  readonly isArriving: boolean
  /** Somebody looks at something else: the picture stands still. */
  readonly settle: () => void
}

export function useBeat(
  round: Pick<AnyRound, 'id' | 'beat'> & { readonly kind: RoundKindName },
  last: number,
  isFresh: boolean,
): Beat {
  const newest = useRounds(round.kind).at(-1)
  const beat = newest?.id === round.id ? Math.min(round.beat, last) : last
  const [seen, setSeen] = useState({ beat, isArriving: isFresh })
  if (seen.beat !== beat) setSeen({ beat, isArriving: beat > seen.beat })
  const { isArriving } = seen
  // biome-ignore lint/correctness/useExhaustiveDependencies: each beat arrives for itself
  useEffect(() => {
    if (!isArriving) return
    const timeout = setTimeout(() => setSeen((now) => ({ ...now, isArriving: false })), ARRIVES_MS)
    return () => clearTimeout(timeout)
  }, [isArriving, beat])
  return {
    beat,
    isArriving: isArriving && seen.beat === beat,
    settle: () => setSeen((now) => ({ ...now, isArriving: false })),
  }
}
