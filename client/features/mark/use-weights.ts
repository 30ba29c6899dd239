/** What the room weighed in the round of weights of the same number, once it is revealed. */
import { useRounds } from '#client/session/hooks.ts'
import type { WeightsResult } from '#shared/rounds/weights-result.ts'

export function useWeights(number: number): WeightsResult | null {
  const rounds = useRounds('weights')
  return rounds.find((round) => round.number === number && round.status === 'revealed')?.result ?? null
}
