/**
 * The beats of the reality check: their words first, then both orders, then the gaps need by need, then the marks, then
 * everything. The same on every screen; who comes later sees the beat the room is on.
 */
import { useEffect, useState } from 'react'
import { type GapModel, type GapRow, talkOrder } from '#client/features/reality/gap-model.ts'
import { useSingle } from '#client/session/hooks.ts'
import { envelope } from '#shared/record/schema.ts'

export const BEATS = { words: 0, ours: 1, theirs: 2, first: 3, lines: 4, path: 5, gaps: 6 } as const

/** The slowest beat stamps an order row by row. */
const ARRIVES_MS = 3_000

export interface RealityBeat {
  readonly beat: number
  readonly last: number
  readonly isAll: boolean
  readonly isMarks: boolean
  /** The need the room talks about now, while the gaps are shown one by one. */
  readonly talk: GapRow | null
  /** Needs whose marks may be drawn on the scale. */
  readonly shownIds: ReadonlySet<string>
  /** It has just come before these eyes. */
  readonly isArriving: boolean
}

export const lastBeat = ({ theirs }: GapModel): number => BEATS.gaps + theirs.length + 1

export function useRealityBeat(model: GapModel): RealityBeat {
  const last = lastBeat(model)
  const beat = Math.min(useSingle(envelope).beat, last)
  const [seen, setSeen] = useState({ beat, isArriving: false })
  if (seen.beat !== beat) setSeen({ beat, isArriving: beat > seen.beat })
  const { isArriving } = seen
  // biome-ignore lint/correctness/useExhaustiveDependencies: each beat arrives for itself
  useEffect(() => {
    if (!isArriving) return
    const timeout = setTimeout(() => setSeen((now) => ({ ...now, isArriving: false })), ARRIVES_MS)
    return () => clearTimeout(timeout)
  }, [isArriving, beat])
  const order = talkOrder(model)
  return {
    beat,
    last,
    isAll: beat >= last,
    isMarks: beat === last - 1,
    talk: beat >= BEATS.gaps && beat < last - 1 ? (order[beat - BEATS.gaps] ?? null) : null,
    shownIds: new Set(order.slice(0, Math.max(0, beat - BEATS.gaps + 1)).map(({ needId }) => needId)),
    isArriving: isArriving && seen.beat === beat,
  }
}
