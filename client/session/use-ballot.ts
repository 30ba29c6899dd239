/** One's own ballot of a round, for a screen. */
import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import type { BallotState, BallotValues } from '#client/session/ballot-draft.ts'
import { useRounds } from '#client/session/hooks.ts'
import { useLiveSession } from '#client/session/session-context.ts'
import type { RoundKind } from '#shared/rounds/kind.ts'
import { type RoundKindName, roundKinds } from '#shared/rounds/kinds.ts'

/** A ballot of that kind, sealed or draft. */
export type BallotOf<K extends RoundKindName> =
  (typeof roundKinds)[K] extends RoundKind<infer B, infer _> ? B : never

type Change<B> = B | ((ballot: B | null) => B)

export interface OwnBallot<K extends RoundKindName> extends Omit<BallotState, 'ballot'> {
  /** Null until something was put in; then always of the kind's shape. */
  readonly ballot: BallotOf<K> | null
  /** Keeps it on this device at once and sends it soon after. Ignored while sealed. */
  change(next: Change<BallotOf<K>>): void
  seal(): void
  unseal(): void
}

export function useBallot<K extends RoundKindName>(roundId: string, kind: K): OwnBallot<K> {
  const draft = useLiveSession().ballots.of(roundId)
  const state = useStore(draft.store)
  const sealedCount = useRounds(kind).find(({ id }) => id === roundId)?.sealedCount
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever sealed or unsealed may have been oneself, elsewhere
  useEffect(() => draft.lookAgain(), [draft, sealedCount])
  return useMemo(
    () => ({
      ...state,
      ballot: parsed(kind, state.ballot),
      change: (next) => draft.change((ballot) => asValues(changed(next, parsed(kind, ballot)))),
      seal: () => draft.seal(),
      unseal: () => draft.unseal(),
    }),
    [draft, state, kind],
  )
}

/** What this device or the server kept, if it still is a ballot of that kind. */
function parsed<K extends RoundKindName>(kind: K, kept: BallotValues | null): BallotOf<K> | null {
  const result = roundKinds[kind].ballot.safeParse(kept)
  return result.success ? (result.data as BallotOf<K>) : null
}

const changed = <B>(next: Change<B>, ballot: B | null): B =>
  typeof next === 'function' ? (next as (ballot: B | null) => B)(ballot) : next

const asValues = (ballot: unknown): BallotValues => ballot as BallotValues
