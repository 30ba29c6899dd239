/** A weights round as screens get it, and who has a ballot in it. */
import type { RoundOf } from '#client/session/hooks.ts'
import type { Seat } from '#shared/record/schema.ts'

export type WeightsRound = RoundOf<'weights'>

/** Members vote; whoever has seen customers' answers makes no guess (R049). The server has the last word. */
export const hasBallot = (
  seat: Pick<Seat, 'role' | 'hasSeenResults'>,
  round: Pick<WeightsRound, 'informed'>,
) => seat.role === 'member' && (round.informed || !seat.hasSeenResults)

export const progressOf = ({ sealedCount, expectedCount }: WeightsRound) => ({
  sealed: sealedCount,
  expected: expectedCount,
})

export const isEveryoneIn = ({ sealedCount, expectedCount }: WeightsRound): boolean =>
  expectedCount > 0 && sealedCount >= expectedCount
